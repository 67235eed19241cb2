import type { Read, Watching } from '#test/infra/watching.ts';

/** A value that a metric has in one minute. */
export interface Datum {
  /** `AWS/Lambda Errors web`: namespace, name and the words of its dimensions, as `metricName` writes them. */
  readonly metric: string;
  readonly minute: number;
  readonly value: number;
}

/** The account's limit of functions at once: a new account's. */
export const QUOTA = 10;

const functions = /(?<=^Functions|^Reminders)(web|scorecards|directory|guidance|prepare|steering|plan|rollup|remind)/;
const queues = /(?<=^RollUp|^Reminders)(Queue|Failed|Unplanned|Missed)/;

/**
 * A metric of the template in words, without what CloudFormation makes up.
 *
 * @example metricName(errorsOfWeb) //=> 'AWS/Lambda Errors web'
 */
export function metricName({ Namespace, MetricName, Dimensions = [] }: Read['metric']): string {
  const words = Dimensions.map(({ Name, Value }) => {
    const id = JSON.stringify(Value).match(/(?<="(?:Ref|Fn::GetAtt)":\[?")\w+/)?.[0];
    if (!id) return String(Value);
    return functions.exec(id)?.[0] ?? queues.exec(id)?.[0] ?? (Name === 'TableName' ? id : '');
  });
  return [Namespace, MetricName, ...words.toSorted()].filter((word) => word !== '').join(' ');
}

/**
 * The minutes in which an alarm is raised, of those up to the last: whenever a period ends, CloudWatch puts the metrics
 * together by their statistics, works out the expression, and counts the periods that reach the threshold. Not done here:
 * that it takes older periods in place of such that have no data, which can only keep an alarm longer in its state.
 */
export function raisedIn(alarm: Watching, data: readonly Datum[], last: number): number[] {
  const step = alarm.periodSeconds / 60;
  const worth = worthOf(alarm);
  const reaches = (values: Values) => {
    const value = worth(values);
    return value === undefined ? alarm.missing === 'breaching' : value >= alarm.threshold;
  };
  const periods = Array.from({ length: Math.ceil(last / step) + 2 }, (): Record<string, number[]> => ({}));
  for (const { id, metric } of alarm.reads) {
    const name = metricName(metric);
    for (const datum of data) {
      if (datum.metric !== name) continue;
      const period = periods[Math.ceil(datum.minute / step)];
      if (period) period[id] = [...(period[id] ?? []), datum.value];
    }
  }
  const isBare = reaches({});
  const reached = periods.map((given) =>
    Object.keys(given).length === 0
      ? isBare
      : reaches(Object.fromEntries(alarm.reads.map((read) => [read.id, statistic(read, given[read.id])]))),
  );
  return periods.flatMap((_, end) => {
    // Before the first minute nothing was measured.
    const seen = Array.from(
      { length: alarm.periods },
      (__, back) => reached[end - back] ?? alarm.missing === 'breaching',
    );
    return seen.filter(Boolean).length >= alarm.periodsToAlarm ? [end * step] : [];
  });
}

function statistic({ stat }: Read, given: readonly number[] = []): number | undefined {
  if (given.length === 0) return undefined;
  const values = given.toSorted((a, b) => a - b);
  switch (stat) {
    case 'Sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'SampleCount':
      return values.length;
    case 'Maximum':
      return values.at(-1);
    case 'p99':
      return values[Math.ceil(values.length * 0.99) - 1];
    default:
      throw new Error(`this test does not know the statistic ${stat}`);
  }
}

type Values = Readonly<Record<string, number | undefined>>;

/** Metric math, as far as the template uses it: a missing value makes the whole missing, but for `FILL`. */
function worthOf({ expression = 'only', reads }: Watching): (values: Values) => number | undefined {
  const known = [...reads.map(({ id }) => id), 'FILL', 'IF', 'SERVICE_QUOTA'];
  const words: readonly string[] = expression.match(/[A-Za-z_]\w*/g) ?? [];
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) throw new Error(`this test cannot work out ${unknown.join(', ')} of ${expression}`);
  const ids = reads.map(({ id }) => id).join('|');
  const code = expression
    .replace(/FILL\((\w+), 0\)/g, '(values["$1"] ?? 0)')
    .replace(new RegExp(`(?<!["\\w])(${ids})\\b(?!")`, 'g'), 'need("$1")');
  const compute = new Function('values', 'need', 'IF', 'SERVICE_QUOTA', `return ${code}`);
  return (values) => {
    const missing = new Error('missing');
    const need = (id: string) => {
      const value = values[id];
      if (value === undefined) throw missing;
      return value;
    };
    try {
      return Number(
        compute(
          values,
          need,
          (is: unknown, yes: number, no: number) => (is ? yes : no),
          () => QUOTA,
        ),
      );
    } catch (error) {
      if (error === missing) return undefined;
      throw error;
    }
  };
}

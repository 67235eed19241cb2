import { resourcesOf, template } from '#test/infra/synthesized.ts';

/** A metric as the template names it. */
interface CloudMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

/** What an alarm reads: one metric in a statistic, by the name that its expression has for it. */
export interface Read {
  readonly id: string;
  readonly metric: CloudMetric;
  readonly stat: string;
  readonly periodSeconds: number;
}

/** An alarm of the template, as its short name and what its verdict rests on. */
export interface Watching {
  readonly name: string;
  /** Its heading in the guide. */
  readonly under: string;
  readonly severity: 'wakes' | 'waits';
  readonly reads: readonly Read[];
  /** Absent: the value is that of the only metric. */
  readonly expression?: string;
  readonly periodSeconds: number;
  readonly periods: number;
  readonly periodsToAlarm: number;
  readonly threshold: number;
  readonly comparison: string;
  readonly missing: string;
}

interface Query {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: CloudMetric; readonly Period: number; readonly Stat: string };
}
interface AlarmProperties extends Partial<CloudMetric> {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly { readonly Ref: string }[];
  readonly Metrics?: readonly Query[];
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Period?: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly TreatMissingData?: string;
}
interface Filter {
  readonly FilterPattern: string;
  readonly LogGroupName: { readonly Ref: string };
  readonly MetricTransformations: readonly {
    readonly MetricName: string;
    readonly MetricNamespace: string;
    readonly MetricValue: string;
  }[];
}

const filters = Object.values(resourcesOf<Filter>(template, 'AWS::Logs::MetricFilter')).map((each) => each.Properties);

export const watching: readonly Watching[] = Object.values(
  resourcesOf<AlarmProperties>(template, 'AWS::CloudWatch::Alarm'),
).map(({ Properties }) => read(Properties));

function read(alarm: AlarmProperties): Watching {
  const { AlarmName, AlarmActions, Metrics, EvaluationPeriods } = alarm;
  const reads = Metrics
    ? Metrics.flatMap(({ Id, MetricStat }) =>
        MetricStat
          ? [{ id: Id, metric: MetricStat.Metric, stat: MetricStat.Stat, periodSeconds: MetricStat.Period }]
          : [],
      )
    : [
        {
          id: 'only',
          metric: alarm as CloudMetric,
          stat: alarm.Statistic ?? alarm.ExtendedStatistic ?? '',
          periodSeconds: alarm.Period ?? 0,
        },
      ];
  const expression = Metrics?.find((each) => each.Expression)?.Expression;
  return {
    name: AlarmName.replace('SoChiBo-test-', ''),
    under: /"(.+)"/.exec(alarm.AlarmDescription)?.[1] ?? '',
    severity: AlarmActions.some(({ Ref }) => Ref.includes('Wakes')) ? 'wakes' : 'waits',
    reads,
    ...(expression && { expression }),
    periodSeconds: reads[0]?.periodSeconds ?? 0,
    periods: EvaluationPeriods,
    periodsToAlarm: alarm.DatapointsToAlarm ?? EvaluationPeriods,
    threshold: alarm.Threshold,
    comparison: alarm.ComparisonOperator,
    missing: alarm.TreatMissingData ?? 'missing',
  };
}

/** The metrics that a line counts in, if it is said in a function's log. */
export function countedIn(line: string, logGroup: string): Filter['MetricTransformations'] {
  return filters
    .filter(({ FilterPattern, LogGroupName }) => LogGroupName.Ref === logGroup && fits(FilterPattern, line))
    .flatMap(({ MetricTransformations }) => MetricTransformations);
}

/**
 * The pattern syntax of CloudWatch Logs, as far as the template uses it: quoted phrases, all of which a line has, or a
 * word and a number of a line of JSON.
 *
 * @throws {Error} at a pattern that it does not know: none is taken for one that no line fits
 */
function fits(pattern: string, line: string): boolean {
  if (/^"[^"\\]+"( "[^"\\]+")*$/.test(pattern)) {
    return [...pattern.matchAll(/"([^"]+)"/g)].every(([, phrase = '']) => line.includes(phrase));
  }
  const [, wordAt = '', word, numberAt = '', least] =
    /^\{ \(\$\.([\w.]+) = "([^"]+)"\) && \(\$\.([\w.]+) >= (\d+)\) \}$/.exec(pattern) ?? [];
  if (!word) throw new Error(`this test cannot read the pattern ${pattern}`);
  const at = (path: string) =>
    path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], JSON.parse(line));
  return at(wordAt) === word && Number(at(numberAt)) >= Number(least);
}

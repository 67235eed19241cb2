import { type Datum, metricName } from '#test/infra/alarm-state.ts';
import { resourcesOf, template } from '#test/infra/synthesized.ts';
import { countedIn, watching } from '#test/infra/watching.ts';

interface FunctionProperties {
  readonly LoggingConfig?: { readonly LogGroup: { readonly Ref: string } };
}

const logGroups = Object.fromEntries(
  Object.entries(resourcesOf<FunctionProperties>(template, 'AWS::Lambda::Function')).map(([id, { Properties }]) => [
    id,
    Properties.LoggingConfig?.LogGroup.Ref ?? '',
  ]),
);

/** The metric of the template that is called so, as `metricName` writes it. */
function named(part: RegExp): string {
  const names = watching.flatMap(({ reads }) => reads.map(({ metric }) => metricName(metric)));
  const found = names.find((name) => part.test(name));
  if (!found) throw new Error(`no alarm reads ${part}`);
  return found;
}

const shortName = /(web|scorecards|directory|guidance|prepare|steering|plan|rollup|remind)/;

/**
 * What CloudWatch would measure of what a local system logged and answered, all in one minute: the lines that functions
 * say, by the filters of their log groups; calls of functions that failed; events that were put aside; what the scheduler
 * could not start; and answers.
 */
export function measured(lines: readonly string[], statuses: readonly number[]): Datum[] {
  const one = (metric: string) => ({ metric, minute: 1, value: 1 });
  const ofLine = (line: string): string[] => {
    const [, id = '', text = ''] = /^\[(\w+)\] (.*)/s.exec(line) ?? [];
    if (text.startsWith('{')) {
      // Lambda's runtime puts what a function says into its own line of JSON, as one string.
      const inLog = JSON.stringify({ timestamp: '', level: 'ERROR', requestId: 'r', message: text });
      return countedIn(inLog, logGroups[id] ?? '').map((each) => `${each.MetricNamespace} ${each.MetricName}`);
    }
    // `LocalFunction` logs the error of a call that failed, and its trace.
    if (id && /^[\w.]*(Error|Exception|Timedout)\b.*: /.test(text)) {
      return [`AWS/Lambda Errors ${shortName.exec(id)?.[0]}`];
    }
    const aside = / failed: .*put aside in \S*(Unplanned|Missed)/s.exec(line)?.[1];
    if (aside) return [`AWS/SQS ApproximateNumberOfMessagesVisible ${aside}`];
    if (/Scheduler.* is not authorized to perform: lambda:InvokeFunction/s.test(line)) {
      return [named(/^AWS\/Scheduler TargetErrorCount/), named(/^AWS\/Scheduler InvocationDroppedCount/)];
    }
    return [];
  };
  const answers = statuses.flatMap((status) => [
    'AWS/ApiGateway Count',
    ...(status >= 500 ? ['AWS/ApiGateway 5xx'] : []),
    ...(status >= 400 && status < 500 ? ['AWS/ApiGateway 4xx'] : []),
  ]);
  return [...lines.flatMap(ofLine), ...answers].map(one);
}

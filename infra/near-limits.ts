import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The part of a limit from which on somebody should know. */
const NEAR = 0.8;

/** From how many milliseconds on a run of a function is near the end of its time. */
export function nearTimeout({ timeout }: LambdaFunction): number {
  if (!timeout) throw new Error('the function has no timeout of its own');
  return timeout.toMilliseconds() * NEAR;
}

/**
 * How often functions have needed most of their memory. Lambda has no metric for it, but says it in the report of each
 * run; a filter of the log costs nothing a line.
 */
export function nearMemory(
  scope: Construct,
  functions: Readonly<Record<string, LambdaFunction>>,
  period: Duration,
): IMetric {
  const metricName = 'NearMemory';
  const metricNamespace = Stack.of(scope).stackName;
  for (const [name, each] of Object.entries(functions)) {
    const { memorySize } = each.node.defaultChild as CfnFunction;
    if (!memorySize) throw new Error(`${name} has no memory of its own`);
    new MetricFilter(scope, `${name}-${metricName}`, {
      logGroup: each.logGroup,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.type', '=', 'platform.report'),
        FilterPattern.numberValue('$.record.metrics.maxMemoryUsedMB', '>=', Math.floor(memorySize * NEAR)),
      ),
      metricValue: '1',
      metricNamespace,
      metricName,
    });
  }
  return new Metric({ namespace: metricNamespace, metricName, statistic: Stats.SUM, period });
}

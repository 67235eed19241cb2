import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Duration } from 'aws-cdk-lib/core';

/** Something that raises an alarm. */
export interface Watched {
  readonly name: string;
  /**
   * What loses users' work, or keeps them from it, `wakes`; what would wait for the morning anyway, because a retry, a
   * queue or the next night makes it good, `waits`.
   */
  readonly severity: 'wakes' | 'waits';
  readonly metric: IMetric;
  /** From so much in a period on; one, if it does not say. */
  readonly from?: number;
  /** In so many periods on end. */
  readonly periods?: number;
  /** Its heading in the guide, where that stands for several alarms. */
  readonly under?: string;
}

export type NamedFunctions = Readonly<Record<string, LambdaFunction>>;

/** An alarm takes ten metrics. */
type Metrics = Readonly<Record<string, IMetric>>;

/** What an expression makes of metrics. */
export function math(expression: string, period: Duration, metrics: Metrics): IMetric {
  return new MathExpression({ expression, usingMetrics: { ...metrics }, period });
}

/** The sum of metrics of which some may have no data. */
export function sum(period: Duration, metrics: Metrics): IMetric {
  const filled = Object.keys(metrics).map((id) => `FILL(${id}, 0)`);
  return math(filled.join(' + '), period, metrics);
}

/** How many of some metrics have reached their limits; some may have no data. */
export function reached(period: Duration, metrics: Metrics, limitOf: (id: string) => number): IMetric {
  const each = Object.keys(metrics).map((id) => `IF(FILL(${id}, 0) >= ${limitOf(id)}, 1, 0)`);
  return math(each.join(' + '), period, metrics);
}

/** A metric of each function. */
export function ofEach(functions: NamedFunctions, metricOf: (one: LambdaFunction) => IMetric): Metrics {
  return Object.fromEntries(Object.entries(functions).map(([name, one]) => [name, metricOf(one)]));
}

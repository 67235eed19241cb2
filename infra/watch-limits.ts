import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { MailOutcomes } from '#infra/mail-outcomes.ts';
import { nearMemory, nearTimeout } from '#infra/near-limits.ts';
import type { Tables } from '#infra/tables.ts';
import { math, type NamedFunctions, ofEach, reached, sum, type Watched } from '#infra/watched.ts';

const period = Duration.minutes(5);
const hour = Duration.hours(1);

interface Limited {
  readonly functions: NamedFunctions;
  readonly tables: Tables;
  readonly mailOutcomes: MailOutcomes;
}

/** What still works and soon may not. Where it stops, people meet it, and what watches the pages wakes. */
export function watchLimits(scope: Construct, { functions, tables, mailOutcomes }: Limited): Watched[] {
  const times = ofEach(functions, (one) => one.metricDuration({ period, statistic: Stats.MAXIMUM }));
  const running = LambdaFunction.metricAllConcurrentExecutions({ period, statistic: Stats.MAXIMUM });
  const mails = (kind: 'number' | 'rate') => ({
    bounces: mailOutcomes[kind]('Bounce', { period: hour }),
    complaints: mailOutcomes[kind]('Complaint', { period: hour }),
  });
  // SES looks into an account from 5% and 0.1% on.
  const nearReview: Readonly<Record<string, number>> = { bounces: 0.03, complaints: 0.0005 };
  return [
    {
      name: 'time-near-limit',
      metric: reached(period, times, (name) => nearTimeout(functions[name] as LambdaFunction)),
    },
    { name: 'memory-near-limit', metric: nearMemory(scope, functions, period) },
    {
      name: 'concurrency-near-quota',
      metric: math('running / SERVICE_QUOTA(running) * 100', period, { running }),
      from: 80,
    },
    ...Object.entries(tables.all()).map(([name, table]) => ({
      name: `table-${name}`,
      metric: sum(period, refusals(table)),
      from: 10,
      under: 'table-…',
    })),
    { name: 'mail-came-back', metric: sum(hour, mails('number')) },
    { name: 'mail-reputation', metric: reached(hour, mails('rate'), (kind) => nearReview[kind] ?? 1) },
  ].map((each) => ({ ...each, severity: 'waits' }));
}

/** What the database would not do: more than it takes at once, or a fault of its own. The SDK tries each again. */
function refusals(table: Table): Readonly<Record<string, IMetric>> {
  const metric = (metricName: string, dimensions: Readonly<Record<string, string>> = {}) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: table.tableName, ...dimensions },
      statistic: Stats.SUM,
      period,
    });
  return {
    reads: metric('ReadThrottleEvents'),
    writes: metric('WriteThrottleEvents'),
    // All tables are queried and put into: a fault of the database shows there as well as elsewhere.
    queries: metric('SystemErrors', { Operation: 'Query' }),
    puts: metric('SystemErrors', { Operation: 'PutItem' }),
  };
}

import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { alarmingWords, doneWords } from '#functions/store/tables.ts';

const phrases = { ...alarmingWords, ...doneWords };

/**
 * How often functions say something in their logs, in a period.
 *
 * The pattern is a phrase, and no selector of JSON: Lambda's runtime writes what a function says as one string into the
 * `message` of its own line, where its quotes are escaped. The namespace is the stack's, or two stages of one account
 * would count together.
 */
export function loggedWords(
  scope: Construct,
  words: keyof typeof phrases,
  by: Readonly<Record<string, LambdaFunction>>,
): (period: Duration) => IMetric {
  const metricName = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const metricNamespace = Stack.of(scope).stackName;
  for (const [name, { logGroup }] of Object.entries(by)) {
    const filterPattern = FilterPattern.allTerms(phrases[words]);
    new MetricFilter(scope, `${name}-${metricName}`, {
      logGroup,
      filterPattern,
      metricValue: '1',
      metricNamespace,
      metricName,
    });
  }
  return (period) => new Metric({ namespace: metricNamespace, metricName, statistic: Stats.SUM, period });
}

import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AlarmStatusWidget, AlarmWidget, Dashboard, GraphWidget, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Alarms } from '#infra/alarms.ts';

/** The whole width, of 24. */
const WIDTH = 24;

/**
 * Shows each alarm with its metric and line, and the share of CloudFront's answers that are errors, which no alarm of this
 * region can watch: CloudFront measures in `us-east-1`. An account's dashboards share their names between regions.
 */
export function dashboard(scope: Construct, { raised }: Alarms, distribution: Distribution): void {
  const { stackName, region } = Stack.of(scope);
  const status = (severity: 'wakes' | 'waits', title: string) => {
    const alarms = raised.filter(({ watched }) => watched.severity === severity).map(({ alarm }) => alarm);
    return new AlarmStatusWidget({ title, alarms, width: WIDTH, height: 4 });
  };
  const fromEdge = new Metric({
    namespace: 'AWS/CloudFront',
    metricName: '5xxErrorRate',
    dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
    statistic: Stats.AVERAGE,
    region: 'us-east-1',
  });
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `${stackName}-${region}`,
    widgets: [
      [status('wakes', 'Wakes')],
      [status('waits', 'Waits for the morning')],
      [
        new GraphWidget({ title: 'cloudfront-errors (%)', left: [fromEdge], region: 'us-east-1' }),
        ...raised.map(({ watched, alarm }) => new AlarmWidget({ title: watched.name, alarm })),
      ],
    ],
  });
}

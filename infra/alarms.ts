import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Functions } from '#infra/functions.ts';
import type { Reminders } from '#infra/reminders.ts';
import type { RollUp } from '#infra/roll-up.ts';

interface AlarmsProps {
  readonly functions: Functions;
  readonly rollUp: RollUp;
  readonly reminders: Reminders;
}

/** The functions that read lists, each with its log. */
type Readers = Pick<Functions, 'web' | 'directory' | 'guidance' | 'rollup'> & Pick<Reminders, 'remind'>;

/** The alarms that wake the operator. `infra/README.md` says what each means, where to look and how to repair it. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, { functions, rollUp, reminders }: AlarmsProps) {
    super(scope, 'Alarms');
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    new CfnOutput(this, 'AlarmTopic', { value: this.topic.topicArn }).overrideLogicalId('AlarmTopic');

    const period = Duration.minutes(5);
    this.any('rollup-failed', rollUp.failed.metricApproximateNumberOfMessagesVisible({ period }));
    this.any('night-not-planned', rollUp.unplanned.metricApproximateNumberOfMessagesVisible({ period }));
    this.any('web-errors', functions.web.metricErrors({ period }));
    this.any('scorecards-errors', functions.scorecards.metricErrors({ period }));
    this.any('directory-errors', functions.directory.metricErrors({ period }));
    this.any('guidance-errors', functions.guidance.metricErrors({ period }));
    this.any('plan-errors', functions.plan.metricErrors({ period }));
    this.any('rollup-errors', functions.rollup.metricErrors({ period }));
    this.any('items-unreadable', this.unreadableItems({ ...functions, remind: reminders.remind }));
    this.any('reminders-missed', reminders.missed.metricApproximateNumberOfMessagesVisible({ period }));
    this.any('remind-errors', reminders.remind.metricErrors({ period }));
  }

  /** The lines of the functions' logs that name an item that could not be read: `functions/store/unreadable.ts`. */
  private unreadableItems({ web, directory, guidance, rollup, remind }: Readers): Metric {
    const named = { metricNamespace: 'SoChiBo', metricName: 'UnreadableItems' };
    for (const [reader, { logGroup }] of Object.entries({ web, directory, guidance, rollup, remind })) {
      const filterPattern = FilterPattern.allTerms('unreadable item');
      new MetricFilter(this, `${reader}-unreadable`, { logGroup, filterPattern, metricValue: '1', ...named });
    }
    return new Metric({
      namespace: named.metricNamespace,
      metricName: named.metricName,
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }

  /** One error raises the alarm: in a system this quiet, a single fault costs somebody an evening. */
  private any(name: string, metric: IMetric): void {
    new Alarm(this, name, {
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `infra/README.md, "${name}"`,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

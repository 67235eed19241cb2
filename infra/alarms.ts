import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmingWords } from '#functions/store/tables.ts';
import type { Functions } from '#infra/functions.ts';
import type { Reminders } from '#infra/reminders.ts';
import type { RollUp } from '#infra/roll-up.ts';

interface AlarmsProps {
  readonly functions: Functions;
  readonly rollUp: RollUp;
  readonly reminders: Reminders;
}

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
    const { web, directory, guidance, rollup } = functions;
    const readers = { web, directory, guidance, rollup, remind: reminders.remind };
    this.any('items-unreadable', this.logged('UnreadableItems', alarmingWords.unreadableItem, readers));
    this.any('owed-for-long', this.logged('OwedForLong', alarmingWords.owedForLong, { rollup }));
    this.any('reminders-missed', reminders.missed.metricApproximateNumberOfMessagesVisible({ period }));
    this.any('remind-errors', reminders.remind.metricErrors({ period }));
  }

  /** How often functions say something in their logs. */
  private logged(metricName: string, words: string, by: Readonly<Record<string, LambdaFunction>>): IMetric {
    const named = { metricNamespace: 'SoChiBo', metricName };
    for (const [name, { logGroup }] of Object.entries(by)) {
      const filterPattern = FilterPattern.allTerms(words);
      new MetricFilter(this, `${name}-${metricName}`, { logGroup, filterPattern, metricValue: '1', ...named });
    }
    const period = Duration.minutes(5);
    return new Metric({ namespace: named.metricNamespace, metricName, statistic: Stats.SUM, period });
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

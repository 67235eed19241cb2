import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmTopic } from '#infra/alarm-topic.ts';
import type { Api } from '#infra/api.ts';
import type { Functions } from '#infra/functions.ts';
import { loggedWords } from '#infra/logged-words.ts';
import type { Reminders } from '#infra/reminders.ts';
import type { RollUp } from '#infra/roll-up.ts';

interface AlarmsProps {
  readonly functions: Functions;
  readonly api: Api;
  readonly rollUp: RollUp;
  readonly reminders: Reminders;
  readonly alarmMail: string;
}

const period = Duration.minutes(5);

/** The alarms that wake the operator. `infra/README.md` says what each means, where to look and how to repair it. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, { functions, api, rollUp, reminders, alarmMail }: AlarmsProps) {
    super(scope, 'Alarms');
    this.topic = alarmTopic(this, alarmMail);

    const { web, scorecards, directory, guidance, prepare, steering, plan, rollup } = functions;
    const forBrowsers = { web, scorecards, directory, guidance, prepare, steering };
    const all = { ...forBrowsers, plan, rollup, remind: reminders.remind };
    const logged = (words: Parameters<typeof loggedWords>[1], by: Readonly<Record<string, LambdaFunction>>) =>
      loggedWords(this, words, by, period);

    // Of a batch whose messages failed one by one, Lambda counts no error.
    const rollUpsFailed = logged('rollUpFailed', { rollup });
    for (const [name, each] of Object.entries(all)) {
      const errors = each.metricErrors({ period });
      this.from(1, `${name}-errors`, each === rollup ? sum({ errors, rollUpsFailed }) : errors);
    }
    this.from(1, 'fault-pages', logged('fault', forBrowsers));
    this.from(5, 'pages-unavailable', logged('unavailable', forBrowsers));
    this.from(5, 'not-on-record', logged('notOnRecord', forBrowsers));
    const throttles = Object.entries(all).map(([name, each]) => [name, each.metricThrottles({ period })] as const);
    this.from(5, 'functions-throttled', sum(Object.fromEntries(throttles)));
    this.from(5, 'api-errors', api.serverErrors(period));
    this.from(1, 'items-unreadable', logged('unreadableItem', all));
    this.from(1, 'owed-for-long', logged('owedForLong', { rollup }));
    this.from(1, 'rollup-failed', rollUp.failed.metricApproximateNumberOfMessagesVisible({ period }));
    this.from(1, 'night-not-planned', rollUp.unplanned.metricApproximateNumberOfMessagesVisible({ period }));
    this.from(1, 'reminders-missed', reminders.missed.metricApproximateNumberOfMessagesVisible({ period }));
    // A message that fails is put aside after twenty minutes; an older one waits for no fault of its own.
    const oldest = rollUp.queue.metricApproximateAgeOfOldestMessage({ period });
    this.from(Duration.minutes(30).toSeconds(), 'rollup-late', oldest);
  }

  /**
   * Raises an alarm from so much in five minutes on. Mostly that is one: in a system this quiet, a single fault costs
   * somebody an evening. What mends itself unless it goes on, asks for more.
   */
  private from(threshold: number, name: string, metric: IMetric): void {
    new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `infra/README.md, "${name}"`,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

/** Metrics of which some may have no data. CloudWatch takes ten in one alarm. */
function sum(usingMetrics: Record<string, IMetric>): IMetric {
  const expression = Object.keys(usingMetrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, period });
}

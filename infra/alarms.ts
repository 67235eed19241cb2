import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { alarmTopic } from '#infra/alarm-topic.ts';
import type { Api } from '#infra/api.ts';
import { backupFaults } from '#infra/backup-faults.ts';
import type { Functions } from '#infra/functions.ts';
import type { MailOutcomes } from '#infra/mail-outcomes.ts';
import type { Reminders } from '#infra/reminders.ts';
import type { RollUp } from '#infra/roll-up.ts';
import type { Stage } from '#infra/stages/read-stage.ts';
import type { Tables } from '#infra/tables.ts';
import { watchLimits } from '#infra/watch-limits.ts';
import { watchPages } from '#infra/watch-pages.ts';
import { watchRuns } from '#infra/watch-runs.ts';
import type { Watched } from '#infra/watched.ts';

interface AlarmsProps {
  readonly functions: Functions;
  readonly api: Api;
  readonly rollUp: RollUp;
  readonly reminders: Reminders;
  readonly tables: Tables;
  readonly mailOutcomes: MailOutcomes;
  readonly schedules: ScheduleGroup;
  readonly stage: Pick<Stage, 'alarmMail' | 'morningMail'>;
}

/**
 * The alarms: some wake the people on duty, the others are read in the morning. `infra/README.md` says what each means,
 * where to look and how to repair it.
 */
export class Alarms extends Construct {
  readonly raised: readonly { readonly watched: Watched; readonly alarm: Alarm }[];
  private readonly topics: Readonly<Record<Watched['severity'], Topic>>;

  constructor(scope: Construct, props: AlarmsProps) {
    super(scope, 'Alarms');
    const { functions, api, rollUp, reminders, tables, mailOutcomes, schedules, stage } = props;
    this.topics = {
      wakes: alarmTopic(this, 'Wakes', stage.alarmMail),
      waits: alarmTopic(this, 'Waits', stage.morningMail),
    };
    backupFaults(this, this.topics.waits);
    const { web, scorecards, directory, guidance, prepare, steering, plan, rollup } = functions;
    const forBrowsers = { web, scorecards, directory, guidance, prepare, steering };
    const all = { ...forBrowsers, plan, rollup, remind: reminders.remind };
    this.raised = [
      ...watchPages(this, forBrowsers, api),
      ...watchRuns(this, { forBrowsers, functions, rollUp, reminders, schedules }),
      ...watchLimits(this, { functions: all, tables, mailOutcomes }),
    ].map((watched) => ({ watched, alarm: this.raise(watched) }));
  }

  private raise({ name, severity, metric, from = 1, periods, under = name }: Watched): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      metric,
      threshold: from,
      // In one of two: where a sum takes a missing metric for none, the newest period may be looked at before it has come.
      evaluationPeriods: periods ?? 2,
      datapointsToAlarm: periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${severity === 'wakes' ? 'Wakes' : 'Waits for the morning'}: infra/README.md, "${under}"`,
    });
    alarm.addAlarmAction(new SnsAction(this.topics[severity]));
    return alarm;
  }
}

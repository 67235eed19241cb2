import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  type ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { reservedKeys } from '#functions/store/tables.ts';
import type { MailOutcomes } from '#infra/mail-outcomes.ts';
import { mailSender } from '#infra/mail-sender.ts';
import { nodeFunction } from '#infra/node-function.ts';
import { putAside } from '#infra/put-aside.ts';
import type { SignIn } from '#infra/sign-in.ts';
import type { Stage } from '#infra/stages/read-stage.ts';
import { grantIndexQuery, grantKinds, grantTableOnly, grantUnlike } from '#infra/table-grants.ts';
import type { Tables } from '#infra/tables.ts';

interface RemindersProps {
  readonly tables: Tables;
  readonly signIn: SignIn;
  /** The address of the pages, without a path: mails link to it. */
  readonly url: string;
  readonly stage: Pick<Stage, 'mailFrom' | 'mailIdentity'>;
  readonly mailOutcomes: MailOutcomes;
  readonly schedules: ScheduleGroup;
}

/** Sends the reminders of each morning: schedule → remind → SES. */
export class Reminders extends Construct {
  readonly remind: LambdaFunction;
  /** Holds the schedule's events of mornings on which `remind` was never started, or failed each time. */
  readonly missed: Queue;

  constructor(scope: Construct, { tables, signIn, url, stage, mailOutcomes, schedules }: RemindersProps) {
    super(scope, 'Reminders');
    const { cells, meetings, matters, actions, transient } = tables;
    this.remind = nodeFunction(this, 'remind', {
      memoryMb: 1024,
      timeoutSeconds: 300, // a new SES account accepts one mail a second
      environment: {
        ...tables.environment('cells', 'meetings', 'matters', 'actions', 'transient'),
        USER_POOL_ID: signIn.pool.userPoolId,
        MAIL_FROM: stage.mailFrom,
        MAIL_SET: mailOutcomes.name,
        URL: url,
      },
    });
    cells.grant(this.remind, 'dynamodb:GetItem', 'dynamodb:Query');
    const { freeText, purges } = reservedKeys.meetings;
    grantUnlike(this.remind, meetings, [`*${freeText}`, `*${purges}`], 'Query');
    grantIndexQuery(this.remind, matters, 'open');
    grantTableOnly(this.remind, actions, 'Query');
    // `remind` notes each address before it writes to it, and removes the note where nothing was sent.
    grantKinds(this.remind, transient, { reminded: ['PutItem', 'DeleteItem'], unsubscribe: ['PutItem'] });
    signIn.pool.grant(this.remind, 'cognito-idp:AdminGetUser');
    mailSender(this, stage).grant(this.remind, 'ses:SendEmail');
    mailOutcomes.grantSend(this.remind);

    this.missed = new Queue(this, 'Missed', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(this.missed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue of the schedule, which the rule does not see.',
    });
    putAside(this.remind, this.missed);
    this.everyMorning(schedules);
  }

  private everyMorning(scheduleGroup: ScheduleGroup): void {
    const scheduler = new Role(this, 'Scheduler', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Morning', {
      scheduleGroup,
      description:
        'Reminds of missing reports, due visits, overdue matters and actions; the function leaves out quiet days',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '7', timeZone: TimeZone.of('Asia/Ho_Chi_Minh') }),
      target: new LambdaInvoke(this.remind, {
        role: scheduler,
        // A retry still belongs to the same morning.
        input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
        deadLetterQueue: this.missed,
      }),
    });
    const remindId = Stack.of(this).getLogicalId(this.remind.node.defaultChild as CfnFunction);
    Validations.of(scheduler).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${remindId}.Arn>:*]`,
      reason: "CDK's grant to invoke a function names its versions too; there are none.",
    });
  }
}

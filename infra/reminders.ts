import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { reservedKeys } from '#functions/store/tables.ts';
import { nodeFunction } from '#infra/node-function.ts';
import { putAside } from '#infra/put-aside.ts';
import type { SignIn } from '#infra/sign-in.ts';
import { grantIndexQuery, grantKinds, grantTableOnly, grantUnlike } from '#infra/table-grants.ts';
import type { Tables } from '#infra/tables.ts';

interface RemindersProps {
  readonly tables: Tables;
  readonly signIn: SignIn;
  /** The address of the pages, without a path: mails link to it. */
  readonly url: string;
  /** The sender of the mails; SES must have verified its domain. */
  readonly mailFrom: string;
}

/** Sends the reminders of each morning: schedule → remind → SES. */
export class Reminders extends Construct {
  readonly remind: LambdaFunction;
  /** Holds the schedule's events of mornings on which `remind` was never started, or failed each time. */
  readonly missed: Queue;

  constructor(scope: Construct, { tables, signIn, url, mailFrom }: RemindersProps) {
    super(scope, 'Reminders');
    const { cells, meetings, matters, actions, transient } = tables;
    this.remind = nodeFunction(this, 'remind', {
      memoryMb: 1024,
      timeoutSeconds: 300, // a new SES account accepts one mail a second
      environment: {
        ...tables.environment('cells', 'meetings', 'matters', 'actions', 'transient'),
        USER_POOL_ID: signIn.pool.userPoolId,
        MAIL_FROM: mailFrom,
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
    const domain = mailFrom.slice(mailFrom.indexOf('@') + 1);
    new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain) }).grant(this.remind, 'ses:SendEmail');

    this.missed = new Queue(this, 'Missed', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(this.missed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue of the schedule, which the rule does not see.',
    });
    putAside(this.remind, this.missed);
    this.everyMorning();
  }

  private everyMorning(): void {
    const scheduler = new Role(this, 'Scheduler', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Morning', {
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

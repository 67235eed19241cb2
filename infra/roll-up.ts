import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression, type ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { putAside } from '#infra/put-aside.ts';

/**
 * After so many attempts a message goes to the dead-letter queue, for a person to look at. A failed one comes back within
 * two minutes (`functions/rollup/work-off.ts`), so these take twenty: a passing fault of the services is over by then.
 */
const attempts = 12;

interface Connected {
  readonly plan: LambdaFunction;
  readonly rollup: IFunction;
  readonly directory: IFunction;
}

/** Makes scorecards every night and after each stored report: schedule → plan → queue → rollup. */
export class RollUp extends Construct {
  readonly queue: Queue;
  /** The dead-letter queue: messages of months that could not be rolled up. */
  readonly failed: Queue;
  /** Holds the schedule's events of nights that could not be planned: `plan` was never started, or failed each time. */
  readonly unplanned: Queue;

  constructor(scope: Construct) {
    super(scope, 'RollUp');
    this.failed = new Queue(this, 'Failed', { fifo: true, enforceSSL: true, retentionPeriod: Duration.days(14) });
    this.unplanned = new Queue(this, 'Unplanned', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(this.unplanned).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue of the schedule, which the rule does not see.',
    });
    /*
     * Every stored report sends a message for its commune's month with the deduplication id
     * `{district}#{month}#{commune}#{minute}`: the queue keeps the first message of a minute and drops the others. It
     * delays that message by a minute, so that all reports of the minute are stored, and by a few seconds more, so that
     * eventually consistent reads return them. There is one run a minute, and it shows all of them within 90 seconds.
     */
    this.queue = new Queue(this, 'Queue', {
      fifo: true,
      enforceSSL: true,
      deliveryDelay: Duration.seconds(65),
      // Longer than the function may take. AWS recommends six times as long, so that throttled messages do not come back
      // early; here one that came back twice would give the same, and one whose run was killed must not wait so long.
      visibilityTimeout: Duration.seconds(150),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: attempts },
    });
  }

  /** Connects the queue to the functions. Not in the constructor: the functions need the queue's address first. */
  connect({ plan, rollup, directory }: Connected, scheduleGroup: ScheduleGroup): void {
    // Batches of one cost nothing at this rate, and a bad month delays no other. 50 runs at once roll up the months of
    // a whole country in a minute, and leave the account's thousand to the pages.
    const source = { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 50 };
    rollup.addEventSource(new SqsEventSource(this.queue, source));
    const scheduler = new Role(this, 'Scheduler', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Nightly', {
      scheduleGroup,
      description: 'Plans the roll-ups of every district; the function decides which months are due and which close',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '0', timeZone: TimeZone.of('Asia/Ho_Chi_Minh') }),
      target: new LambdaInvoke(plan, {
        role: scheduler,
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
        deadLetterQueue: this.unplanned,
      }),
    });
    putAside(plan, this.unplanned);
    // A run that is lost is made good by the next, and three tries of one would look like three people's faults.
    for (const each of [rollup, directory]) each.configureAsyncInvoke({ retryAttempts: 0 });
    new Schedule(this, 'Settle', {
      scheduleGroup,
      description: 'Pays what stored changes still owe: entries of the audit, concerns and roll-ups',
      schedule: ScheduleExpression.cron({ minute: '0/5' }),
      target: new LambdaInvoke(rollup, {
        role: scheduler,
        input: ScheduleTargetInput.fromObject({ settle: true }),
        retryAttempts: 0,
      }),
    });

    new Schedule(this, 'Follow', {
      scheduleGroup,
      description: 'Lets accounts go along with units that a plan has moved, once its month has begun',
      schedule: ScheduleExpression.cron({ minute: '10' }),
      target: new LambdaInvoke(directory, {
        role: scheduler,
        input: ScheduleTargetInput.fromObject({ follow: true }),
        retryAttempts: 0,
      }),
    });

    const id = Stack.of(this).getLogicalId(plan.node.defaultChild as CfnFunction);
    Validations.of(scheduler).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>:*]`,
      reason: "CDK's grant to invoke a function names its versions too; there are none.",
    });
  }
}

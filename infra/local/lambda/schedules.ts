import { Cron } from 'croner';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { judge, refusalText, roleOf } from '#infra/local/iam/policy.ts';
import { failureDestinations, putAside } from '#infra/local/lambda/failure-destination.ts';
import { lambdaLimits } from '#infra/local/lambda/lambda-limits.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';
import type { NamedQueue } from '#infra/local/sqs/queues.ts';

interface ScheduleProperties {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly State?: string;
  readonly Target: {
    readonly Arn: string;
    readonly RoleArn: string;
    readonly Input?: string;
    readonly RetryPolicy?: { readonly MaximumRetryAttempts?: number; readonly MaximumEventAgeInSeconds?: number };
  };
}

/**
 * What EventBridge Scheduler takes of a target.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html
 */
const limits = { inputBytes: 256 * 1024, retries: 185, ageSeconds: { least: 60, most: 86_400 } } as const;

/** The schedules of the template. */
export interface Schedules {
  /** Runs each schedule once, now; or only those whose logical id contains a text. */
  run(among?: string): Promise<void>;
  stop(): void;
}

export function startSchedules(
  stack: LocalStack,
  functions: readonly LocalFunction[],
  queues: readonly NamedQueue[],
  log: (line: string) => void,
): Schedules {
  const enabled = stack
    .all<ScheduleProperties>('AWS::Scheduler::Schedule')
    .filter(({ properties }) => properties.State !== 'DISABLED');
  const destinations = failureDestinations(stack, functions);
  const jobs = enabled.map(({ id, properties }) => {
    const { ScheduleExpression, ScheduleExpressionTimezone: timezone = 'UTC', Target } = properties;
    const target = functions.find((one) => one.isCalled(Target.Arn));
    if (!target) throw new Error(`${id} leads to no function`);
    const fault = targetFault(Target);
    if (fault) throw new Error(`${id}: ${fault}`);
    const { name, statements } = roleOf(Target.RoleArn, stack);
    const verdict = judge(statements, 'lambda:InvokeFunction', Target.Arn);
    const run = async () => {
      if (verdict !== 'allowed') return log(refusalText(name, 'lambda:InvokeFunction', Target.Arn, verdict));
      const event = inputOf(Target);
      const outcome = await target.invoke(event, lambdaLimits.eventBytes);
      if (outcome.ok) return;
      const aside = destinations.get(Target.Arn);
      putAside(queues.find(({ arn }) => arn === aside)?.queue, target.arn, event, outcome);
      log(`${id} failed: ${outcome.errorMessage}${aside ? `; its event is put aside in ${aside}` : ''}`);
    };
    return { id, run, cron: new Cron(toCron(ScheduleExpression), { timezone }, run) };
  });
  return {
    async run(among = '') {
      for (const job of jobs.filter(({ id }) => id.includes(among))) await job.run();
    },
    stop() {
      for (const { cron } of jobs) cron.stop();
    },
  };
}

/** Why the scheduler would not create a schedule with a target; `undefined` if it would. */
export function targetFault({
  Input = '{}',
  RetryPolicy = {},
}: Pick<ScheduleProperties['Target'], 'Input' | 'RetryPolicy'>): string | undefined {
  const { MaximumRetryAttempts: retries = 185, MaximumEventAgeInSeconds: age = 86_400 } = RetryPolicy;
  if (Buffer.byteLength(Input) > limits.inputBytes) return 'ValidationException: the input is too long';
  if (retries < 0 || retries > limits.retries) return `ValidationException: ${retries} retries`;
  if (age < limits.ageSeconds.least || age > limits.ageSeconds.most)
    return `ValidationException: an age of ${age} seconds`;
  return undefined;
}

/** The input of the target, with the scheduler's context attributes filled in. */
function inputOf({ Input = '{}' }: ScheduleProperties['Target']): unknown {
  return JSON.parse(Input.replaceAll('<aws.scheduler.scheduled-time>', new Date().toISOString()));
}

/**
 * Converts an AWS expression: AWS counts week days from 1, has a year, and writes `?` in the unused day field and `0/5`
 * for every fifth.
 *
 * @example toCron('cron(30 0 * * ? *)') //=> '30 0 * * *'
 * @throws for what would mean something else here
 */
export function toCron(expression: string): string {
  const [, minute, hour, day, month, weekday, year] =
    /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression) ?? [];
  if (year !== '*' || !weekday || /\d/.test(weekday)) {
    throw new Error(`the local system cannot follow the schedule ${expression}`);
  }
  return [minute, hour, day, month, weekday]
    .map((field = '') => (field === '?' ? '*' : field.replace(/^0\//, '*/')))
    .join(' ');
}

import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { FifoQueue } from '#infra/local/sqs/fifo-queue.ts';

export interface NamedQueue {
  readonly url: string;
  readonly arn: string;
  readonly queue: FifoQueue;
}

interface QueueProperties {
  readonly FifoQueue?: boolean;
  readonly DelaySeconds?: number;
  readonly VisibilityTimeout?: number;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

/**
 * The FIFO queues of the template. They are in memory: what a kill loses of them is made good at the next start, which
 * runs the schedules once. (The plain queue that takes what the scheduler could not deliver has no work here.)
 */
export function makeQueues(stack: LocalStack, log: (line: string) => void): NamedQueue[] {
  const wanted = stack.all<QueueProperties>('AWS::SQS::Queue').filter(({ properties }) => properties.FifoQueue);
  // Dead-letter queues first: the others lead to them.
  wanted.sort((a, b) => Number(Boolean(a.properties.RedrivePolicy)) - Number(Boolean(b.properties.RedrivePolicy)));
  const made: NamedQueue[] = [];
  for (const { id, properties } of wanted) {
    const { DelaySeconds = 0, VisibilityTimeout = 30, RedrivePolicy } = properties;
    // CloudFormation refuses such a queue.
    if (DelaySeconds > 15 * 60 || VisibilityTimeout > 12 * 60 * 60) throw new RangeError(`${id}: a limit of SQS`);
    const target = made.find(({ arn }) => arn === RedrivePolicy?.deadLetterTargetArn);
    const queue = new FifoQueue({
      delaySeconds: DelaySeconds,
      visibilitySeconds: VisibilityTimeout,
      ...(target &&
        RedrivePolicy && { deadLetters: { queue: target.queue, afterReceives: RedrivePolicy.maxReceiveCount } }),
    });
    made.push({ url: stack.ref(id), arn: stack.attribute(id, 'Arn'), queue });
    target?.queue.onChange(() => log(`${stack.ref(id)}: ${target.queue.length} message(s) put aside as dead letters`));
  }
  return made;
}

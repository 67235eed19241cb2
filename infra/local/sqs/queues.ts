import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { FifoQueue } from '#infra/local/sqs/fifo-queue.ts';
import { sqsLimits } from '#infra/local/sqs/sqs-limits.ts';

export interface NamedQueue {
  readonly url: string;
  readonly arn: string;
  readonly queue: FifoQueue;
  readonly isFifo: boolean;
  /** Of a dead-letter queue, where its messages came from. */
  source?: FifoQueue;
}

interface QueueProperties {
  readonly FifoQueue?: boolean;
  readonly DelaySeconds?: number;
  readonly VisibilityTimeout?: number;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

/**
 * The queues of the template. They are in memory: what a kill loses of them is made good at the next start, which runs the
 * schedules once. A standard queue is one in which each message is a group of its own.
 */
export function makeQueues(stack: LocalStack, log: (line: string) => void): NamedQueue[] {
  const wanted = stack.all<QueueProperties>('AWS::SQS::Queue');
  // Dead-letter queues first: the others lead to them.
  wanted.sort((a, b) => Number(Boolean(a.properties.RedrivePolicy)) - Number(Boolean(b.properties.RedrivePolicy)));
  const made: NamedQueue[] = [];
  for (const { id, properties } of wanted) {
    const { FifoQueue: isFifo = false, DelaySeconds = 0, VisibilityTimeout = 30, RedrivePolicy } = properties;
    // CloudFormation refuses such a queue.
    if (DelaySeconds > sqsLimits.delaySeconds || VisibilityTimeout > sqsLimits.visibilitySeconds)
      throw new RangeError(`${id}: a limit of SQS`);
    const target = made.find(({ arn }) => arn === RedrivePolicy?.deadLetterTargetArn);
    const queue = new FifoQueue({
      delaySeconds: DelaySeconds,
      visibilitySeconds: VisibilityTimeout,
      ...(target &&
        RedrivePolicy && { deadLetters: { queue: target.queue, afterReceives: RedrivePolicy.maxReceiveCount } }),
    });
    made.push({ url: stack.ref(id), arn: stack.attribute(id, 'Arn'), queue, isFifo });
    if (target) target.source = queue;
    target?.queue.onChange(() => {
      const { length } = target.queue;
      if (length > 0) log(`${stack.ref(id)}: ${length} message(s) put aside as dead letters`);
    });
  }
  return made;
}

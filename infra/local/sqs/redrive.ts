import { randomUUID } from 'node:crypto';
import { awsError, type Reply } from '#infra/local/iam/reply.ts';
import type { NamedQueue } from '#infra/local/sqs/queues.ts';

interface Move {
  readonly Status: 'COMPLETED';
  readonly SourceArn: string;
  readonly DestinationArn?: string;
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly StartedTimestamp: number;
}

/**
 * Moves messages out of dead-letter queues: to where they came from, or to a queue that is named. SQS moves within
 * minutes; here it is done at once.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export function messageMoves(queues: readonly NamedQueue[]) {
  const done: Move[] = [];
  return {
    start({ arn: SourceArn, queue, source }: NamedQueue, DestinationArn?: string): Reply {
      if (!source) return unsupported('Source queue must be configured as a Dead Letter Queue.');
      const named = DestinationArn === undefined ? source : queues.find(({ arn }) => arn === DestinationArn)?.queue;
      if (!named) return awsError(404, 'ResourceNotFoundException', 'The destination queue does not exist.');
      done.unshift({
        Status: 'COMPLETED',
        SourceArn,
        ...(DestinationArn && { DestinationArn }),
        ApproximateNumberOfMessagesMoved: queue.moveTo(named),
        StartedTimestamp: Date.now(),
      });
      return { status: 200, body: { TaskHandle: randomUUID() } };
    },

    list({ arn }: NamedQueue): Reply {
      return { status: 200, body: { Results: done.filter(({ SourceArn }) => SourceArn === arn).slice(0, 10) } };
    },
  };
}

function unsupported(message: string): Reply {
  return awsError(400, 'UnsupportedOperation', message);
}

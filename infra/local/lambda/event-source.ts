import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { judge, refusalText, roleOf } from '#infra/local/iam/policy.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';
import type { Message } from '#infra/local/sqs/fifo-queue.ts';
import type { NamedQueue } from '#infra/local/sqs/queues.ts';

interface MappingProperties {
  readonly EventSourceArn: string;
  readonly FunctionName: string;
  readonly BatchSize?: number;
  readonly FunctionResponseTypes?: readonly string[];
}

/** Polls a queue and invokes a function with its messages, as Lambda's poller does. */
export class EventSource {
  private readonly from: NamedQueue;
  private readonly to: LocalFunction;
  private readonly batchSize: number;
  private readonly namesFailures: boolean;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(from: NamedQueue, to: LocalFunction, { BatchSize = 10, FunctionResponseTypes = [] }: MappingProperties) {
    this.from = from;
    this.to = to;
    this.batchSize = BatchSize;
    this.namesFailures = FunctionResponseTypes.includes('ReportBatchItemFailures');
    from.queue.onChange(() => this.schedule());
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const { queue } = this.from;
    const at = queue.nextAt();
    if (at === undefined || this.stopped) return;
    this.timer = setTimeout(() => void this.work(), Math.max(0, at - queue.now()));
  }

  /** Delivers every message that is visible, batch after batch. Failed messages stay in the queue and come again. */
  private async work(): Promise<void> {
    let batch = this.from.queue.receive(this.batchSize);
    while (batch.length > 0 && !this.stopped) {
      const failed = await this.failuresOf(batch);
      for (const { id } of batch) if (!failed.has(id)) this.from.queue.remove(id);
      batch = this.from.queue.receive(this.batchSize);
    }
    this.schedule();
  }

  private async failuresOf(batch: readonly Message[]): Promise<Set<string>> {
    const all = new Set(batch.map(({ id }) => id));
    const outcome = await this.to.invoke(this.eventOf(batch));
    if (!outcome.ok) return all;
    if (!this.namesFailures) return new Set();
    const failures = (outcome.payload as SQSBatchResponse | null)?.batchItemFailures ?? [];
    const named = failures.map(({ itemIdentifier }) => itemIdentifier);
    // If a returned id is not in the batch, Lambda treats the whole batch as failed.
    return named.every((id) => all.has(id)) ? new Set(named) : all;
  }

  private eventOf(batch: readonly Message[]): SQSEvent {
    return {
      Records: batch.map(({ id, body, groupId, deduplicationId, sentAt, receiveCount, receiptHandle = '' }) => ({
        messageId: id,
        receiptHandle,
        body,
        attributes: {
          ApproximateReceiveCount: `${receiveCount}`,
          SentTimestamp: `${sentAt}`,
          SenderId: 'local',
          ApproximateFirstReceiveTimestamp: `${Date.now()}`,
          MessageGroupId: groupId,
          MessageDeduplicationId: deduplicationId,
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: this.from.arn,
        awsRegion: region,
      })),
    };
  }
}

/** The permissions that Lambda requires of a function's role before it creates a mapping. */
const needed = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Starts the template's event source mappings. */
export function startEventSources(
  stack: LocalStack,
  queues: readonly NamedQueue[],
  functions: readonly LocalFunction[],
): EventSource[] {
  return stack.all<MappingProperties>('AWS::Lambda::EventSourceMapping').map(({ id, properties }) => {
    const from = queues.find(({ arn }) => arn === properties.EventSourceArn);
    const to = functions.find((one) => one.isCalled(properties.FunctionName));
    if (!from || !to) throw new Error(`${id} does not lead from a FIFO queue to a function`);
    const { name, statements } = roleOf(to.role, stack);
    for (const action of needed) {
      const verdict = judge(statements, action, from.arn);
      if (verdict !== 'allowed') throw new Error(`${id}: ${refusalText(name, action, from.arn, verdict)}`);
    }
    return new EventSource(from, to, properties);
  });
}

import { beforeEach, describe, expect, it } from 'vitest';
import { FifoQueue } from '#infra/local/sqs/fifo-queue.ts';
import { sqsService } from '#infra/local/sqs/sqs-service.ts';

const QueueUrl = 'http://sqs/queue.fifo';
let queue: FifoQueue;
let ask: (operation: string, input: object) => Promise<readonly [status: number, body: Record<string, unknown>]>;

beforeEach(() => {
  queue = new FifoQueue({ delaySeconds: 0, visibilitySeconds: 150, now: () => 0 });
  const service = sqsService([{ url: QueueUrl, arn: 'arn:queue', queue, isFifo: true }]);
  ask = async (operation, input) => {
    const request = { operation, input: { QueueUrl, ...input } } as unknown as Parameters<typeof service.answer>[0];
    const { status, body } = await service.answer(request);
    return [status, body as Record<string, unknown>];
  };
});

const message = { MessageBody: '{}', MessageGroupId: 'hiep-hoa#2026-11', MessageDeduplicationId: 'a' };
const entry = (Id: string, changes: object = {}) => ({ Id, ...message, MessageDeduplicationId: Id, ...changes });
const entries = (length: number) => Array.from({ length }, (_, at) => entry(`${at}`));
const codeOf = ({ __type }: Record<string, unknown>) => String(__type).split('#')[1];

describe('the local queue refuses what SQS refuses, with its error', () => {
  it.each<[string, object, string]>([
    ['no group', { MessageGroupId: undefined }, 'MissingParameter'],
    ['no deduplication id', { MessageDeduplicationId: undefined }, 'InvalidParameterValue'],
    ['no body', { MessageBody: '' }, 'MissingParameter'],
    ['an empty group', { MessageGroupId: '' }, 'InvalidParameterValue'],
    ['a group of 129 characters', { MessageGroupId: 'a'.repeat(129) }, 'InvalidParameterValue'],
    ['a deduplication id of 129 characters', { MessageDeduplicationId: 'a'.repeat(129) }, 'InvalidParameterValue'],
    ['a group with a blank', { MessageGroupId: 'hiep hoa' }, 'InvalidParameterValue'],
    ['a deduplication id with a letter with marks', { MessageDeduplicationId: 'hiệp' }, 'InvalidParameterValue'],
    ['a delay of its own in a FIFO queue', { DelaySeconds: 5 }, 'InvalidParameterValue'],
    ['more than 256 KiB', { MessageBody: 'a'.repeat(256 * 1024 + 1) }, 'InvalidParameterValue'],
    ['a character that XML has not', { MessageBody: '\u0000' }, 'InvalidMessageContents'],
  ])('%s', async (_, changes, code) => {
    const [status, body] = await ask('SendMessage', { ...message, ...changes });
    expect([status, codeOf(body)]).toEqual([400, code]);
    expect(queue.length).toBe(0);
  });

  it('not what is just within', async () => {
    const longest = { MessageGroupId: '~'.repeat(128), MessageDeduplicationId: '!'.repeat(128) };
    const [status] = await ask('SendMessage', { ...longest, MessageBody: 'a'.repeat(256 * 1024) });
    expect(status).toBe(200);
  });

  it.each<[string, object[], string]>([
    ['of none', [], 'EmptyBatchRequest'],
    ['of eleven', entries(11), 'TooManyEntriesInBatchRequest'],
    ['with an id twice', [entry('a'), entry('a')], 'BatchEntryIdsNotDistinct'],
    ['with an id that is none', [entry('a b')], 'InvalidBatchEntryId'],
    [
      'too long in all',
      [1, 2].map((at) => entry(`${at}`, { MessageBody: 'a'.repeat(200_000) })),
      'BatchRequestTooLong',
    ],
  ])('a batch %s', async (_, Entries, code) => {
    const [status, body] = await ask('SendMessageBatch', { Entries });
    expect([status, codeOf(body)]).toEqual([400, code]);
    expect(queue.length).toBe(0);
  });

  it('one entry of a batch alone', async () => {
    const Entries = [entry('good'), entry('bad', { MessageGroupId: 'a'.repeat(129) })];
    const [status, body] = await ask('SendMessageBatch', { Entries });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      Successful: [{ Id: 'good' }],
      Failed: [{ Id: 'bad', SenderFault: true, Code: 'InvalidParameterValue' }],
    });
    expect(queue.length).toBe(1);
  });
});

describe('a message that was received', () => {
  const receive = async () => {
    await ask('SendMessage', message);
    return queue.receive(1)[0]?.receiptHandle;
  };
  const change = (ReceiptHandle: unknown, VisibilityTimeout: number) =>
    ask('ChangeMessageVisibility', { ReceiptHandle, VisibilityTimeout });

  it('comes back when it is asked to', async () => {
    expect(await change(await receive(), 60)).toEqual([200, {}]);
    queue.turnClock(59);
    expect(queue.receive(1)).toEqual([]);
    queue.turnClock(1);
    expect(queue.receive(1)).toMatchObject([{ receiveCount: 2 }]);
  });

  it.each([-1, 43_201, 1.5])('is not hidden for %s seconds', async (seconds) => {
    const [status, body] = await change(await receive(), seconds);
    expect([status, codeOf(body)]).toEqual([400, 'InvalidParameterValue']);
  });

  it('is known by its last receipt alone, while it is out', async () => {
    const [first, unknown] = [await receive(), await change('nothing', 60)];
    expect(codeOf(unknown[1])).toBe('ReceiptHandleIsInvalid');
    queue.turnClock(150);
    expect(codeOf((await change(first, 60))[1])).toBe('InvalidParameterValue');
    queue.receive(1);
    expect(codeOf((await change(first, 60))[1])).toBe('ReceiptHandleIsInvalid');
  });
});

describe('a dead-letter queue', () => {
  const DeadUrl = 'http://sqs/dead.fifo';
  const SourceArn = 'arn:dead';
  let dead: FifoQueue;
  const askOf = (from: ReturnType<typeof sqsService>) => async (operation: string, input: object) => {
    const { status, body } = await from.answer({ operation, input } as unknown as Parameters<typeof from.answer>[0]);
    return [status, body as Record<string, unknown>] as const;
  };
  let askBoth: typeof ask;

  beforeEach(() => {
    dead = new FifoQueue({ delaySeconds: 0, visibilitySeconds: 30, now: () => 0 });
    const deadLetters = { queue: dead, afterReceives: 2 };
    queue = new FifoQueue({ delaySeconds: 0, visibilitySeconds: 150, deadLetters, now: () => 0 });
    askBoth = askOf(
      sqsService([
        { url: QueueUrl, arn: 'arn:queue', queue, isFifo: true },
        { url: DeadUrl, arn: SourceArn, queue: dead, isFifo: true, source: queue },
      ]),
    );
  });

  /** Sends a message that nobody ever works off. */
  async function poison(): Promise<void> {
    await askBoth('SendMessage', { QueueUrl, ...message });
    for (let time = 0; time < 3; time += 1) {
      queue.receive(1);
      queue.turnClock(150);
    }
  }

  it('gets what was received too often, shows it, and sends it back', async () => {
    await poison();
    expect([queue.length, dead.length]).toEqual([0, 1]);
    const [, seen] = await askBoth('ReceiveMessage', { QueueUrl: DeadUrl });
    expect(seen['Messages']).toMatchObject([{ Body: '{}', Attributes: { MessageGroupId: message.MessageGroupId } }]);
    dead.turnClock(30);
    queue.turnClock(300); // SQS knows the deduplication id for five minutes
    expect((await askBoth('StartMessageMoveTask', { SourceArn }))[0]).toBe(200);
    expect([queue.length, dead.length]).toEqual([1, 0]);
    expect(queue.receive(1)).toMatchObject([{ body: '{}', receiveCount: 1 }]);
    const [, { Results }] = await askBoth('ListMessageMoveTasks', { SourceArn });
    expect(Results).toMatchObject([{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1 }]);
  });

  it('is only looked at where it is not hidden, and goes at once', async () => {
    await poison();
    for (const VisibilityTimeout of [0, 0, 43_200]) {
      const [, seen] = await askBoth('ReceiveMessage', { QueueUrl: DeadUrl, VisibilityTimeout });
      expect(seen['Messages']).toHaveLength(1);
      if (VisibilityTimeout === 0) continue;
      await askBoth('StartMessageMoveTask', { SourceArn });
      expect([queue.length, dead.length]).toEqual([0, 1]);
    }
    dead.turnClock(43_200);
    await askBoth('StartMessageMoveTask', { SourceArn });
    expect([queue.length, dead.length]).toEqual([1, 0]);
  });

  it('may be purged instead', async () => {
    await poison();
    expect(await askBoth('PurgeQueue', { QueueUrl: DeadUrl })).toEqual([200, {}]);
    expect(dead.length).toBe(0);
  });

  it.each<[string, string, object, string]>([
    ['nothing out of a queue that is none', 'StartMessageMoveTask', { SourceArn: 'arn:queue' }, 'UnsupportedOperation'],
    [
      'nothing out of one that is not there',
      'StartMessageMoveTask',
      { SourceArn: 'arn:x' },
      'ResourceNotFoundException',
    ],
    [
      'nothing into one that is not there',
      'StartMessageMoveTask',
      { SourceArn, DestinationArn: 'arn:x' },
      'ResourceNotFoundException',
    ],
    [
      'no more than ten at once',
      'ReceiveMessage',
      { QueueUrl: DeadUrl, MaxNumberOfMessages: 11 },
      'InvalidParameterValue',
    ],
    [
      'hidden no longer than twelve hours',
      'ReceiveMessage',
      { QueueUrl: DeadUrl, VisibilityTimeout: 43_201 },
      'InvalidParameterValue',
    ],
  ])('%s', async (_, operation, input, code) => {
    expect(codeOf((await askBoth(operation, input))[1])).toBe(code);
  });
});

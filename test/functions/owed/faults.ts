import type { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { credentials } from '#test/dynamodb.ts';

/**
 * What becomes of one request to a store or the queue:
 * - `refused`: it is not sent
 * - `unanswered`: it is done, and its answer is lost
 * - `retried`: so, and the client of the store sends it again, as it does by itself
 * - `ended`: it is done, and the process ends there: nothing after it is sent
 * - `vanished`: the queue takes the message, and loses it
 */
export type Fault = 'refused' | 'unanswered' | 'retried' | 'ended' | 'vanished';

/** A failure as a client of AWS reports it when no answer comes. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** Counts the requests of one process, below the clients' own retries, and makes one of them fail. */
export class Faults {
  readonly requests: string[] = [];
  private readonly fault: Fault | undefined;
  private readonly at: number;
  private readonly underWay = new Set<Promise<unknown>>();
  private ended = false;

  /** @param at the number of the request that fails, from 1 */
  constructor(fault?: Fault, at = 0) {
    this.fault = fault;
    this.at = at;
  }

  private strikes(...faults: readonly Fault[]): boolean {
    return this.requests.length === this.at && faults.some((each) => each === this.fault);
  }

  async pass<Result>(name: string, send: () => Promise<Result>): Promise<Result> {
    if (this.ended) throw new TimeoutError('the process has ended');
    this.requests.push(name);
    if (this.strikes('refused')) throw new TimeoutError('not sent');
    const isUnanswered = this.strikes('unanswered', 'retried', 'ended');
    this.ended = this.strikes('ended');
    const sent = send();
    this.underWay.add(sent);
    const result = await sent;
    if (isUnanswered) throw new TimeoutError('no answer');
    return result;
  }

  /** What was sent reaches its place, also where nobody waits for it any more. */
  async arrived(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  /** Whether the message that is sent now is lost. */
  get loses(): boolean {
    return this.strikes('vanished');
  }

  /** A client of the tables whose requests may fail. It sends none again but where that is the fault. */
  client(endpoint: string): DynamoDBDocumentClient {
    const maxAttempts = this.fault === 'retried' ? 2 : 1;
    const db = documentClient({ endpoint, region, credentials, maxAttempts });
    db.middlewareStack.add(
      (next, context) => async (args) => this.pass(String(context['commandName']), () => next(args)),
      { step: 'deserialize', priority: 'high', name: 'faults' },
    );
    return db;
  }

  /** A client of a queue whose requests may fail. */
  sqs(queue: TestQueue): SQSClient {
    const send = (command: SendMessageCommand) =>
      this.pass('SendMessage', async () => {
        if (!this.loses) queue.take(command);
      });
    return { send } as unknown as SQSClient;
  }
}

/** A queue that drops what comes twice within five minutes, and gives out each message once. */
export class TestQueue {
  private messages: unknown[] = [];
  private readonly seen = new Map<string, number>();

  take({ input }: SendMessageCommand): void {
    const id = input.MessageDeduplicationId ?? '';
    const before = this.seen.get(id);
    if (before !== undefined && Date.now() - before < 5 * 60_000) return;
    this.seen.set(id, Date.now());
    this.messages.push(JSON.parse(input.MessageBody ?? ''));
  }

  get waiting(): readonly unknown[] {
    return this.messages;
  }

  giveOut(): readonly unknown[] {
    const all = this.messages;
    this.messages = [];
    return all;
  }
}

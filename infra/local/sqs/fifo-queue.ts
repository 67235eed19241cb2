import { randomUUID } from 'node:crypto';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
  readonly sentAt: number;
  readonly receiveCount: number;
  /** Of the last time that it was given out; an earlier one is no longer valid. */
  readonly receiptHandle?: string;
}

interface Stored extends Message {
  receiveCount: number;
  receiptHandle?: string;
  visibleAt: number;
}

export interface QueueProps {
  readonly delaySeconds: number;
  readonly visibilitySeconds: number;
  /** Where a message goes that was received this often in vain. */
  readonly deadLetters?: { readonly queue: FifoQueue; readonly afterReceives: number };
  readonly now?: () => number;
}

/** SQS forgets a deduplication id after five minutes. */
const deduplicationMs = 5 * 60 * 1000;

/**
 * An SQS FIFO queue in memory. A second message with the same deduplication id is dropped for five minutes; every
 * message waits for the queue's delay; while one of a group is out or waits, no later one of that group is given out.
 */
export class FifoQueue {
  private readonly props: QueueProps;
  private readonly clock: () => number;
  /** How far its clock was turned, in milliseconds. */
  private turned = 0;
  private messages: Stored[] = [];
  private readonly seen = new Map<string, { id: string; until: number }>();
  private readonly listeners: (() => void)[] = [];

  constructor(props: QueueProps) {
    this.props = props;
    this.clock = props.now ?? Date.now;
  }

  /** The time by the queue's own clock. */
  now(): number {
    return this.clock() + this.turned;
  }

  /** For tests, which do not wait by the clock: so much later it is for this queue alone. */
  turnClock(seconds: number): void {
    this.turned += seconds * 1000;
    if (this.messages.length > 0) this.tell();
  }

  /** How many messages it holds, whether given out, delayed or ready. */
  get length(): number {
    return this.messages.length;
  }

  /** @returns the id of the message that stands in the queue for this one */
  send(body: string, groupId: string, deduplicationId: string): string {
    const now = this.now();
    const before = this.seen.get(deduplicationId);
    if (before && before.until > now) return before.id;
    const id = randomUUID();
    this.seen.set(deduplicationId, { id, until: now + deduplicationMs });
    const visibleAt = now + this.props.delaySeconds * 1000;
    this.messages.push({ id, body, groupId, deduplicationId, sentAt: now, receiveCount: 0, visibleAt });
    this.tell();
    return id;
  }

  /** Gives out what may be worked on now, and hides it for the visibility time: the queue's, unless told otherwise. */
  receive(most: number, visibilitySeconds = this.props.visibilitySeconds): Message[] {
    this.bury();
    const given = this.ready().slice(0, most);
    for (const message of given) {
      message.receiveCount += 1;
      message.receiptHandle = randomUUID();
      message.visibleAt = this.now() + visibilitySeconds * 1000;
    }
    return given.map((message) => ({ ...message }));
  }

  /**
   * Hides a message that was given out for so long from now.
   *
   * @returns `unknown` for a handle of no message here, `visible` for one whose message is not out any more
   */
  changeVisibility(receiptHandle: string, seconds: number): 'changed' | 'unknown' | 'visible' {
    const message = this.messages.find((each) => each.receiptHandle === receiptHandle);
    if (!message) return 'unknown';
    if (message.visibleAt <= this.now()) return 'visible';
    message.visibleAt = this.now() + seconds * 1000;
    this.tell();
    return 'changed';
  }

  /** Sends what may be received now to another queue, as new messages. @returns how many */
  moveTo(destination: FifoQueue): number {
    const moved = this.ready();
    for (const { body, groupId, deduplicationId } of moved) destination.send(body, groupId, deduplicationId);
    this.messages = this.messages.filter((message) => !moved.includes(message));
    this.tell();
    return moved.length;
  }

  /** Forgets all messages. */
  purge(): void {
    this.messages = [];
    this.tell();
  }

  /** The message is done with. */
  remove(id: string): void {
    this.messages = this.messages.filter((message) => message.id !== id);
    this.tell();
  }

  /** When by `now()` there may be something to receive; undefined while the queue is empty. */
  nextAt(): number | undefined {
    if (this.messages.length === 0) return undefined;
    return this.ready().length > 0 ? this.now() : Math.min(...this.messages.map(({ visibleAt }) => visibleAt));
  }

  /** Calls back whenever `nextAt` may have changed. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The messages of each group up to the first that is out or waits. */
  private ready(): Stored[] {
    const now = this.now();
    const blocked = new Set<string>();
    return this.messages.filter((message) => {
      if (message.visibleAt > now) blocked.add(message.groupId);
      return !blocked.has(message.groupId);
    });
  }

  /** Moves what was received too often to the dead letters. */
  private bury(): void {
    const { deadLetters } = this.props;
    if (!deadLetters) return;
    for (const message of this.ready().filter(({ receiveCount }) => receiveCount >= deadLetters.afterReceives)) {
      deadLetters.queue.send(message.body, message.groupId, message.deduplicationId);
      this.messages = this.messages.filter(({ id }) => id !== message.id);
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

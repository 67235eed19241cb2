import { beforeEach, describe, expect, it } from 'vitest';
import { FifoQueue } from '#infra/local/sqs/fifo-queue.ts';

const MINUTE = 60_000;
let now: number;
let queue: FifoQueue;
let failed: FifoQueue;

beforeEach(() => {
  now = 0;
  const clock = () => now;
  failed = new FifoQueue({ delaySeconds: 0, visibilitySeconds: 30, now: clock });
  queue = new FifoQueue({
    delaySeconds: 60,
    visibilitySeconds: 30,
    deadLetters: { queue: failed, afterReceives: 2 },
    now: clock,
  });
});

const bodies = (from = queue, most = 10) => from.receive(most).map(({ body }) => body);

describe('a FIFO queue', () => {
  it('gives a message out after its delay, and once while it is worked on', () => {
    queue.send('a', 'g', '1');
    expect(bodies()).toEqual([]);
    now = MINUTE;
    expect(bodies()).toEqual(['a']);
    expect(bodies()).toEqual([]);
  });

  it('gives a message out at once where its clock was turned past the delay, and tells who listens', () => {
    queue.send('a', 'g', '1');
    let told = 0;
    queue.onChange(() => {
      told += 1;
    });
    queue.turnClock(59);
    expect(bodies()).toEqual([]);
    queue.turnClock(1);
    expect(queue.nextAt()).toBe(queue.now());
    expect(bodies()).toEqual(['a']);
    expect(told).toBe(2);
  });

  it('keeps one of the messages that say the same within five minutes', () => {
    const id = queue.send('first', 'g', '1');
    expect(queue.send('second', 'g', '1')).toBe(id);
    now = 5 * MINUTE - 1;
    queue.send('third', 'g', '1');
    expect(queue.length).toBe(1);
    now = 5 * MINUTE;
    queue.send('fourth', 'g', '1');
    expect(queue.length).toBe(2);
  });

  it('forgets a deduplication id no sooner because its message is done', () => {
    queue.send('a', 'g', '1');
    now = MINUTE;
    for (const { id } of queue.receive(1)) queue.remove(id);
    queue.send('b', 'g', '1');
    expect(queue.length).toBe(0);
  });

  it('lets no message overtake an earlier one of its group, and groups not wait for one another', () => {
    for (const [body, group] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ] as const) {
      queue.send(body, group, body);
    }
    now = MINUTE;
    expect(bodies(queue, 1)).toEqual(['a1']);
    expect(bodies()).toEqual(['b1']);
    now += 30_000;
    expect(bodies()).toEqual(['a1', 'a2', 'b1']);
  });

  it('puts aside what was received too often in vain', () => {
    queue.send('poison', 'g', '1');
    now = MINUTE;
    expect(bodies()).toEqual(['poison']);
    now += 30_000;
    expect(bodies()).toEqual(['poison']);
    now += 30_000;
    expect(bodies()).toEqual([]);
    expect(bodies(failed)).toEqual(['poison']);
  });
});

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Guesser, guessStore } from '#functions/store/guess-store.ts';
import { limits } from '#shared/access/guesses.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const guesses = () => guessStore(database().db, database().transient);
const now = '2026-11-24T01:00:00.000Z';
const others = (name: string): Guesser => ({ of: 'sign-in by others', name });
const device = (name: string): Guesser => ({ of: 'sign-in by device', name });
const office = (name: string): Guesser => ({ of: 'sign-in from network', name });

async function countsOf(kind: string): Promise<number[]> {
  const { db, transient } = database();
  const { Items = [] } = await db.send(new ScanCommand({ TableName: transient, ConsistentRead: true }));
  return Items.filter(({ pk }) => String(pk).startsWith(`guess#${kind}#`)).map(({ count }) => count as number);
}

describe('tries', () => {
  it('made all at once are granted no more often than one after the other', async () => {
    const counters = [office('203.0.113.70'), others('a')];
    const waits = await Promise.all(Array.from({ length: 20 }, () => guesses().take(counters, now)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(limits['sign-in by others'].free);
    // Whoever was refused by one counter is taken off the other.
    expect(await countsOf('sign-in from network')).toEqual([limits['sign-in by others'].free]);
  });

  it('are counted by none of their counters if one refuses, and then write nothing', async () => {
    for (let n = 0; n < limits['sign-in by others'].free; n += 1) await guesses().take([others('b')], now);
    const before = await countsOf('sign-in from network');
    expect(await guesses().take([office('203.0.113.71'), others('b')], now)).toBe(16);
    expect(await countsOf('sign-in from network')).toEqual(before);
    expect(await guesses().take([office('203.0.113.71'), others('c')], now)).toBe(0);
  });

  it('that were right leave nothing behind, and take off none that were wrong', async () => {
    const place = office('203.0.113.78');
    const before = await countsOf('sign-in from network');
    await guesses().take([place], now);
    await guesses().giveBack([place]);
    expect(await countsOf('sign-in from network')).toEqual(before);

    await guesses().take([place], now); // a wrong one
    await Promise.all(Array.from({ length: 10 }, () => guesses().take([place], now)));
    await Promise.all(Array.from({ length: 10 }, () => guesses().giveBack([place])));
    expect((await countsOf('sign-in from network')).toSorted()).toEqual([...before, 1].toSorted());
  });

  it('that were right are taken off again, and forgotten for the device', async () => {
    const place = office('203.0.113.77');
    for (let n = 0; n < limits['sign-in from network'].free + 5; n += 1) {
      expect(await guesses().take([place], now)).toBe(0);
      await guesses().giveBack([place]);
    }
    for (let n = 0; n < limits['sign-in by device'].free; n += 1) await guesses().take([device('d')], now);
    expect(await guesses().take([device('d')], now)).toBe(1);
    await guesses().forget(device('d'));
    expect(await guesses().take([device('d')], now)).toBe(0);
  });

  it('that are only noted are counted beyond the limit', async () => {
    await Promise.all(Array.from({ length: 6 }, () => guesses().note(others('e'), now)));
    expect(await guesses().take([others('e')], now)).toBe(16);
  });
});

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Guesser, guessStore } from '#functions/store/guess-store.ts';
import { freeGuesses } from '#shared/access/guesses.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const guesses = () => guessStore(database().db, database().transient);
const now = '2026-11-24T01:00:00.000Z';
const account = (name: string): Guesser => ({ of: 'user', name });

describe('tries', () => {
  it('made all at once are granted no more often than one after the other', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => guesses().take(account('a'), now)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(freeGuesses.user);
  });

  it('are counted for a name in capitals too', async () => {
    for (let n = 0; n < freeGuesses.user; n += 1) await guesses().take(account(n % 2 ? 'b' : 'B'), now);
    expect(await guesses().take(account('b'), now)).toBe(1);
    expect(await guesses().take(account('c'), now)).toBe(0);
  });

  it('that were right leave nothing behind, and take off none that were wrong', async () => {
    const { db, transient } = database();
    const office: Guesser = { of: 'address', name: '203.0.113.78' };
    const counts = async () => {
      const { Items = [] } = await db.send(new ScanCommand({ TableName: transient, ConsistentRead: true }));
      return Items.filter(({ pk }) => String(pk).startsWith('guess#address#')).map(({ count }) => count);
    };
    const others = await counts();
    await guesses().take(office, now);
    await guesses().giveBack(office);
    expect(await counts()).toEqual(others);

    await guesses().take(office, now); // a wrong one
    await Promise.all(Array.from({ length: 10 }, () => guesses().take(office, now)));
    await Promise.all(Array.from({ length: 10 }, () => guesses().giveBack(office)));
    expect((await counts()).toSorted()).toEqual([...others, 1].toSorted());
  });

  it('that were right are taken off again, and forgotten for the account', async () => {
    const office: Guesser = { of: 'address', name: '203.0.113.77' };
    for (let n = 0; n < freeGuesses.address + 5; n += 1) {
      expect(await guesses().take(office, now)).toBe(0);
      await guesses().giveBack(office);
    }
    for (let n = 0; n < freeGuesses.user; n += 1) await guesses().take(account('d'), now);
    await guesses().forget(account('d'));
    expect(await guesses().take(account('d'), now)).toBe(0);
  });
});

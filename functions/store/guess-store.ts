import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { deleteIf, putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { type Guesses, guessedOnce, type Limited, overAt, waitMinutes } from '#shared/access/guesses.ts';
import type { Instant } from '#shared/period.ts';

/** A counter: what it counts, and whose tries. The account may exist or not. */
export interface Guesser {
  readonly of: Limited;
  readonly name: string;
}

export type GuessStore = ReturnType<typeof guessStore>;

/** Counts tries at passwords and codes. It stores names as digests: nobody needs to know who mistyped what. */
export function guessStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = ({ of, name }: Guesser) => ({
    pk: `${transientKinds.guess}${of}#${createHash('sha256').update(name).digest('hex').slice(0, 32)}`,
    sk: 'count',
  });

  /** Removes the only try; `false` if there is none, or more than one. */
  function removeOnly(guesser: Guesser): Promise<boolean> {
    return deleteIf(db, {
      TableName,
      Key: keyOf(guesser),
      ConditionExpression: '#count = :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1 },
    });
  }

  async function find(guesser: Guesser): Promise<Guesses | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(guesser), ConsistentRead: true }));
    const { count, since, at } = (Item ?? {}) as Partial<Guesses>;
    return count === undefined || !since || !at ? undefined : { count, since, at };
  }

  /** @returns `false` if the count has changed since it was read */
  async function replace(guesser: Guesser, was: Guesses | undefined, is: Guesses): Promise<boolean> {
    const expiresAt = Math.ceil(overAt(is, guesser.of) / 1000);
    return putIf(db, {
      TableName,
      Item: { ...keyOf(guesser), ...is, expiresAt },
      ...(was
        ? {
            ConditionExpression: '#count = :count AND #at = :at',
            ExpressionAttributeNames: { '#count': 'count', '#at': 'at' },
            ExpressionAttributeValues: { ':count': was.count, ':at': was.at },
          }
        : { ConditionExpression: 'attribute_not_exists(sk)' }),
    });
  }

  async function takeOne(guesser: Guesser, found: Guesses | undefined, now: Instant): Promise<number> {
    for (let guesses = found; ; guesses = await find(guesser)) {
      const wait = waitMinutes(guesses, guesser.of, now);
      if (wait > 0) return wait;
      if (await replace(guesser, guesses, guessedOnce(guesses, guesser.of, now))) return 0;
    }
  }

  async function giveBackOne(guesser: Guesser): Promise<void> {
    for (;;) {
      if (await removeOnly(guesser)) return;
      const guesses = await find(guesser);
      if (!guesses || guesses.count === 0) return;
      if (await replace(guesser, guesses, { ...guesses, count: guesses.count - 1 })) return;
    }
  }

  async function giveBack(guessers: readonly Guesser[]): Promise<void> {
    await Promise.all(guessers.map(giveBackOne));
  }

  return {
    /**
     * Counts a try with every counter before it is made, so that a hundred at once are counted too. If one of them
     * does not allow it, none counts it, and who must wait writes nothing.
     *
     * @returns how many minutes to wait first; 0 if the try is allowed
     */
    async take(guessers: readonly Guesser[], now: Instant): Promise<number> {
      const found = await Promise.all(guessers.map(find));
      const longest = Math.max(0, ...guessers.map(({ of }, n) => waitMinutes(found[n], of, now)));
      if (longest > 0) return longest;
      for (const [n, guesser] of guessers.entries()) {
        const wait = await takeOne(guesser, found[n], now);
        if (wait === 0) continue;
        await giveBack(guessers.slice(0, n)); // somebody else was quicker
        return wait;
      }
      return 0;
    },

    /** The password was right: the try does not count. */
    giveBack,

    /** Counts a try that was made already and is not limited by this counter. */
    async note(guesser: Guesser, now: Instant): Promise<void> {
      for (;;) {
        const guesses = await find(guesser);
        if (await replace(guesser, guesses, guessedOnce(guesses, guesser.of, now))) return;
      }
    },

    /** A device whose user knows the password need not wait. */
    async forget(guesser: Guesser): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(guesser) }));
    },
  };
}

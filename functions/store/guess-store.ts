import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { deleteIf, putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import {
  type freeGuesses,
  type Guesses,
  guessedOnce,
  LONGEST_WAIT_MINUTES,
  waitMinutes,
} from '#shared/access/guesses.ts';
import type { Instant } from '#shared/period.ts';

/** Whose attempts are counted: an account's, whether it exists or not, or an address's. */
export interface Guesser {
  readonly of: keyof typeof freeGuesses;
  readonly name: string;
}

export type GuessStore = ReturnType<typeof guessStore>;

/** Counts attempts at passwords. It stores names as digests: nobody needs to know who mistyped what. */
export function guessStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = ({ of, name }: Guesser) => ({
    pk: `${transientKinds.guess}${of}#${createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 32)}`,
    sk: 'count',
  });

  /** Removes the only attempt; `false` if there is none, or more than one. */
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
    return Item && { count: Item['count'] as number, at: Item['at'] as Instant };
  }

  /** @returns `false` if the count has changed since it was read */
  async function replace(guesser: Guesser, was: Guesses | undefined, is: Guesses): Promise<boolean> {
    const expiresAt = Math.ceil(Date.parse(is.at) / 1000) + 2 * LONGEST_WAIT_MINUTES * 60;
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

  return {
    /**
     * Counts an attempt before it is made, so that a hundred at once are counted too.
     *
     * @returns how many minutes to wait first; 0 if the attempt is allowed
     */
    async take(guesser: Guesser, now: Instant): Promise<number> {
      // Usually there is nothing to read first: right passwords leave no item.
      if (await replace(guesser, undefined, guessedOnce(undefined, now))) return 0;
      for (;;) {
        const guesses = await find(guesser);
        const wait = waitMinutes(guesses, guesser.of, now);
        if (wait > 0) return wait;
        if (await replace(guesser, guesses, guessedOnce(guesses, now))) return 0;
      }
    },

    /** The password was right: the attempt does not count. */
    async giveBack(guesser: Guesser): Promise<void> {
      for (;;) {
        if (await removeOnly(guesser)) return;
        const guesses = await find(guesser);
        if (!guesses || guesses.count === 0) return;
        if (await replace(guesser, guesses, { ...guesses, count: guesses.count - 1 })) return;
      }
    },

    /** A user who knows the password need not wait. */
    async forget(guesser: Guesser): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(guesser) }));
    },
  };
}

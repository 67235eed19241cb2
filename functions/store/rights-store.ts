import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { CHANGE_SECONDS, counts, NEVER_CHANGED, type Rights, type RightsChange } from '#shared/access/rights.ts';
import type { Instant } from '#shared/period.ts';

/** A change that this process has begun: nobody else changes the account meanwhile. */
export type RightsHeld = Rights & { readonly change: RightsChange };

export type RightsStore = ReturnType<typeof rightsStore>;

/** The account is being changed by somebody else; it is told as an outage, for trying again helps. */
class AccountBusy extends Error {
  override readonly name = 'AccountBusy';
}

/** Longer than any session, so that no session outlives the version that ended it. */
const KEPT_MS = 2 * 24 * 60 * 60_000;
const LONGEST_WAIT_MS = 3_000;

/** The sort key of an account's rights, among its sessions, whose keys are digests. */
export const RIGHTS = 'rights';

interface Item {
  readonly version?: string;
  readonly changeId?: string;
  readonly changeUntil?: Instant;
  readonly changeCloses?: boolean;
}

export function rightsIn(item: object | undefined): Rights | undefined {
  if (!item) return undefined;
  const { version, changeId: id, changeUntil: until, changeCloses: closes = true } = item as Item;
  return { ...(version && { version }), ...(id && until && { change: { id, until, closes } }) };
}

/**
 * Keeps which version an account's rights have, and lets one change of them at a time.
 *
 * @param clock the present time; a test may set it
 */
export function rightsStore(
  db: DynamoDBDocumentClient,
  TableName: string,
  clock: () => Instant = () => new Date().toISOString(),
) {
  const keyOf = (user: string) => ({ pk: `${transientKinds.session}${user}`, sk: RIGHTS });
  const newId = () => randomBytes(9).toString('base64url');

  async function find(user: string): Promise<Rights | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(user), ConsistentRead: true }));
    return rightsIn(Item);
  }

  /** @returns `false` if the rights are not as they were read */
  function replace(user: string, was: Rights | undefined, { version, change }: Rights): Promise<boolean> {
    const parts = [
      ['version', was?.version],
      ['changeId', was?.change?.id],
    ] as const;
    const values = parts.filter(([, value]) => value !== undefined).map(([name, value]) => [`:${name}`, value]);
    return putIf(db, {
      TableName,
      Item: {
        ...keyOf(user),
        version,
        ...(change && { changeId: change.id, changeUntil: change.until, changeCloses: change.closes }),
        expiresAt: Math.ceil((Date.parse(clock()) + KEPT_MS) / 1000),
      },
      ConditionExpression: parts
        .map(([name, value]) => (value === undefined ? `attribute_not_exists(#${name})` : `#${name} = :${name}`))
        .join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(parts.map(([name]) => [`#${name}`, name])),
      ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
    });
  }

  return {
    /**
     * The version that a sign-in carries from its first step to its session: read before the user pool is asked anything.
     * A change whose maker died is given up here, with a new version.
     */
    async versionOf(user: string): Promise<string> {
      const rights = await find(user);
      if (!rights?.change || rights.change.until > clock()) return rights?.version ?? NEVER_CHANGED;
      const version = newId();
      return (await replace(user, rights, { version })) ? version : this.versionOf(user);
    },

    /** Whether what began under a version still counts. */
    async isCurrent(user: string, version: string): Promise<boolean> {
      return counts(await find(user), version, clock());
    },

    /**
     * Begins a change, after the one before it.
     *
     * @param closes whether everything that began before ends now, and nobody is signed in until the change has ended
     * @throws {AccountBusy} if somebody else's change takes too long
     */
    async begin(user: string, closes: boolean): Promise<RightsHeld> {
      const stopAt = performance.now() + LONGEST_WAIT_MS;
      while (performance.now() < stopAt) {
        const rights = await find(user);
        const died = rights?.change && rights.change.until <= clock();
        if (!rights?.change || died) {
          const until = new Date(Date.parse(clock()) + CHANGE_SECONDS * 1000).toISOString();
          const version = closes || died ? newId() : rights?.version;
          const held = { ...(version && { version }), change: { id: newId(), until, closes } };
          if (await replace(user, rights, held)) return held;
        }
        await setTimeout(50 + Math.random() * 100);
      }
      throw new AccountBusy(`${user} is being changed`);
    },

    /**
     * Ends a change.
     *
     * @param ends whether everything that began before it ends; otherwise nothing was changed
     * @returns the version that counts from now on
     */
    async end(user: string, held: RightsHeld, ends: boolean): Promise<string> {
      const version = ends ? newId() : held.version;
      if (await replace(user, held, version ? { version } : {})) return version ?? NEVER_CHANGED;
      // It took too long and was given up. Somebody may have signed in since, before the pool was changed.
      return this.end(user, await this.begin(user, true), true);
    },
  };
}

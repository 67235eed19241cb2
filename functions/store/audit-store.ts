import { setTimeout } from 'node:timers/promises';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readable, withFormat } from '#functions/store/format.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { type AuditEntry, type AuditEvent, type AuditKind, type AuditSeal, entryAfter } from '#shared/access/audit.ts';
import { type Handling, handlingIn } from '#shared/access/same-hand.ts';
import { type Day, dayAt } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

export type AuditStore = ReturnType<typeof auditStore>;

/**
 * Reads the audit and appends to it: `{district}#{day}`, then the entry's number. The number is the key, so only one of
 * two writers at once finds it free, and the chain of digests never forks. Nothing here changes or removes an item.
 *
 * @param keepDays how long an entry is kept
 */
export function auditStore(db: DynamoDBDocumentClient, TableName: string, keepDays: number) {
  const keyOf = (district: UnitId, { at, number }: AuditEntry) => ({
    pk: `${district}#${dayAt(at)}`,
    sk: String(number).padStart(6, '0'),
  });
  const newestFirst = (district: UnitId, day: Day, first: boolean) =>
    queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${district}#${day}` },
      ScanIndexForward: !first,
      ConsistentRead: true,
      ...(first && { Limit: 1 }),
    });

  async function put(district: UnitId, entry: AuditEntry): Promise<boolean> {
    return putNew(db, TableName, {
      ...keyOf(district, entry),
      ...entry,
      expiresAt: Math.floor(Date.parse(entry.at) / 1000) + keepDays * 24 * 60 * 60,
    });
  }

  /** A day's entries from a number on. */
  async function entriesFrom(district: UnitId, day: Day, number: number): Promise<AuditEntry[]> {
    const entries: AuditEntry[] = [];
    for await (const item of queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk >= :sk',
      ExpressionAttributeValues: { ':pk': `${district}#${day}`, ':sk': String(number).padStart(6, '0') },
      ConsistentRead: true,
    })) {
      entries.push(entryOf(item));
    }
    return entries;
  }

  const followed = followedEntries();

  return {
    /**
     * Appends to the district's day; whoever loses the race for a number takes the next.
     *
     * Where nobody else has written between the last two entries of this process, the next one follows without looking
     * for the newest: its number is free only if it is right.
     */
    async append(district: UnitId, event: AuditEvent): Promise<AuditEntry> {
      const day = dayAt(event.at);
      const known = followed.takeFor(district, day);
      let newest = known ?? (await this.newest(district, day));
      for (;;) {
        const entry = entryAfter(newest, event);
        if (await put(district, entry)) {
          followed.note(district, day, entry);
          return entry;
        }
        await setTimeout(Math.random() * LONGEST_PAUSE_MS);
        const since = await entriesFrom(district, day, entry.number);
        // What took its number may be the entry itself: it was stored, and the answer got lost.
        if (since[0]?.digest === entry.digest) return entry;
        newest = since.at(-1);
      }
    },

    /** Appends the entry of a change, unless the day has it already: however often and by how many it is asked. */
    async appendOnce(district: UnitId, event: AuditEvent & { readonly change: string }): Promise<AuditEntry> {
      for (;;) {
        const entries = await this.day(district, dayAt(event.at));
        const own = entries.find(({ change }) => change === event.change);
        if (own) return own;
        // It follows the newest of all entries that were looked through: what came since takes its number.
        const entry = entryAfter(entries.at(-1), event);
        if (await put(district, entry)) return entry;
      }
    },

    async newest(district: UnitId, day: Day): Promise<AuditEntry | undefined> {
      for await (const item of newestFirst(district, day, true)) return entryOf(item);
      return undefined;
    },

    /** A day of a district, in order. */
    async day(district: UnitId, day: Day): Promise<AuditEntry[]> {
      const entries: AuditEntry[] = [];
      for await (const item of newestFirst(district, day, false)) entries.push(entryOf(item));
      return entries;
    },

    /**
     * A day's changes, and words taken out, after an entry's number, in order: numbers have no gaps and are given as
     * entries are stored, so that whoever goes on from the last one that was looked at misses none.
     *
     * @param most how many entries are looked at
     * @returns the number of the last entry that was looked at, and whether the day has no more
     */
    async changesAfter(
      district: UnitId,
      day: Day,
      number: number,
      most: number,
    ): Promise<{ readonly entries: readonly AuditEntry[]; readonly last: number; readonly isAll: boolean }> {
      const page = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk > :sk',
          ExpressionAttributeValues: { ':pk': `${district}#${day}`, ':sk': String(number).padStart(6, '0') },
          ConsistentRead: true,
          Limit: most,
        }),
      );
      const items = (page.Items ?? []).map((item) => readable(item) as Item);
      const entries = items.map(entryOf);
      return {
        entries: entries.filter(({ kind }) => kind === 'changed' || kind === 'purge'),
        last: entries.at(-1)?.number ?? number,
        isAll: page.LastEvaluatedKey === undefined,
      };
    },

    /** Who handled whose account on some days of a district. */
    async handlings(district: UnitId, days: readonly Day[]): Promise<Handling[]> {
      const ofDays = await Promise.all(days.map((day) => this.handlingsOf(district, day)));
      return ofDays.flat();
    },

    async handlingsOf(district: UnitId, day: Day): Promise<Handling[]> {
      const handlings: Handling[] = [];
      for await (const item of queryItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: '#kind = :account',
        ExpressionAttributeNames: { '#kind': 'kind' },
        ExpressionAttributeValues: { ':pk': `${district}#${day}`, ':account': 'account' satisfies AuditKind },
        ConsistentRead: true,
      })) {
        const handling = handlingIn(item);
        if (handling) handlings.push(handling);
      }
      return handlings;
    },
  };
}

/** So long whoever lost the race for a number waits at most: of several that lost it not all come back at once. */
const LONGEST_PAUSE_MS = 10;
/** Of how many districts a process remembers where it stood. */
const MOST_FOLLOWED = 100;

/** A process's own last entry of each district, as long as nobody else writes between its entries. */
function followedEntries() {
  const last = new Map<UnitId, { readonly day: Day; readonly entry: AuditEntry; readonly isAlone: boolean }>();
  return {
    /** The entry that the next one may follow. It is given once: if it is wrong, others are writing too. */
    takeFor(district: UnitId, day: Day): AuditEntry | undefined {
      const found = last.get(district);
      if (found?.day !== day || !found.isAlone) return undefined;
      last.set(district, { ...found, isAlone: false });
      return found.entry;
    },

    note(district: UnitId, day: Day, entry: AuditEntry): void {
      const before = last.get(district);
      const isAlone = before?.day === day && before.entry.digest === entry.previous;
      last.delete(district);
      last.set(district, { day, entry, isAlone });
      const [oldest] = last.keys();
      if (last.size > MOST_FOLLOWED && oldest !== undefined) last.delete(oldest);
    },
  };
}

type Item = AuditEntry & { readonly pk: string; readonly sk: string; readonly expiresAt: number };

function entryOf({ pk, sk, expiresAt, ...entry }: Item): AuditEntry {
  return entry;
}

export type SealStore = ReturnType<typeof sealStore>;

/** Stores the audit's seals in the scorecards table: clearing the audit table does not remove them. */
export function sealStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Seals a day up to an entry; a seal over a later entry stays. */
    async seal({ district, day, number, digest, at }: AuditSeal): Promise<void> {
      const Item = withFormat({
        pk: `${reservedKeys.scorecards.seals}${district}`,
        sk: day,
        number,
        digest,
        at,
      });
      await putIf(db, {
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(sk) OR #number < :number',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':number': number },
      });
    },

    /** Every seal of a district, oldest first. */
    async all(district: UnitId): Promise<AuditSeal[]> {
      const seals: AuditSeal[] = [];
      for await (const item of queryItems<StoredSeal>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${reservedKeys.scorecards.seals}${district}` },
      })) {
        seals.push(sealOf(item));
      }
      return seals;
    },
  };
}

type StoredSeal = Omit<AuditSeal, 'district' | 'day'> & { readonly pk: string; readonly sk: string };

function sealOf({ pk, sk, number, digest, at }: StoredSeal): AuditSeal {
  return { district: pk.slice(reservedKeys.scorecards.seals.length), day: sk, number, digest, at };
}

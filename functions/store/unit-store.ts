import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { withFormat } from '#functions/store/format.ts';
import type { Key } from '#functions/store/item-names.ts';
import {
  type Freshness,
  type Item,
  queryItems,
  type Reading,
  sound,
  soundItems,
  soundOrNoted,
} from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import { findRegime, type RegimeChoice } from '#shared/norms/regimes.ts';
import { monthAt } from '#shared/period.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import { communeOf, districtOf, isWithin, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** The partition that lists the districts, so that the planner needs no scan. */
const DISTRICTS = 'districts';

/** The units of a commune as somebody entered them: itself and its cells, or a district alone. Only ever added. */
export interface UnitsRevision extends Authorship {
  /** A commune, or a district. */
  readonly commune: UnitId;
  /** From 1. */
  readonly revision: number;
  /** By id. */
  readonly units: readonly Unit[];
  readonly reason?: string;
  /** Of the units. */
  readonly digest: string;
}

/** The newest revision as pages read it; the history has who entered it. */
interface Current {
  readonly revision: number;
  readonly units: readonly Unit[];
}

/** What a revision of units says besides them. */
export interface Entry extends Authorship {
  readonly reason?: string;
}

/**
 * The units of districts: one item a commune, so that a district is read in few, and besides every revision there was.
 *
 * A revision goes into the history first and is copied to where pages read it after: if the copy is lost, the next
 * writer of that commune or the night makes it.
 */
export function unitStore(db: DynamoDBDocumentClient, TableName: string) {
  /** Copies a revision to where pages read it, unless a later one stands there. */
  async function publish(revision: UnitsRevision): Promise<void> {
    await putIf(db, {
      TableName,
      Item: currentItem(revision),
      ConditionExpression: 'attribute_not_exists(sk) OR revision < :revision',
      ExpressionAttributeValues: { ':revision': revision.revision },
    });
    if (districtOf(revision.commune) === revision.commune) await putNew(db, TableName, entryItem(revision.commune));
  }

  /** What pages read is a copy: where it is broken, that is reported and the history has the units. */
  async function fromHistory(commune: UnitId): Promise<readonly Unit[]> {
    for await (const item of queryItems<Item>(db, newestFirst(commune), (each) => each)) {
      return soundOrNoted(item, histories)?.units ?? [];
    }
    return [];
  }

  const newestFirst = (commune: UnitId) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': historyPartition(districtOf(commune)), ':prefix': `${commune}#` },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: 1,
  });

  async function current(item: Item): Promise<readonly Unit[]> {
    const commune = item.sk.slice('units#'.length);
    return soundOrNoted(item, currents)?.units ?? (await fromHistory(commune));
  }

  return {
    /** A commune and its cells, or a district alone, of all times and called as today; empty if never entered. */
    async unitsOf(commune: UnitId): Promise<readonly Unit[]> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: currentKey(commune) }));
      return Item ? calledAsToday(await current(Item as Item)) : [];
    },

    /** A unit by its id, also if it has ended. */
    async unit(id: UnitId): Promise<Unit | undefined> {
      return (await this.unitsOf(communeOf(id))).find((unit) => unit.id === id);
    },

    /** A unit and all below it, also those that have ended. */
    async subtree(id: UnitId, { consistent = false }: Freshness = {}): Promise<Unit[]> {
      if (id !== districtOf(id)) return (await this.unitsOf(communeOf(id))).filter((unit) => isWithin(unit.id, id));
      const units: Unit[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': id, ':prefix': 'units#' },
        ConsistentRead: consistent,
      };
      for await (const item of queryItems<Item>(db, query, (each) => each)) {
        units.push(...calledAsToday(await current(item)));
      }
      return units;
    },

    /** Every revision of a district's units, commune by commune, oldest first. */
    async unitRevisions(district: UnitId): Promise<UnitsRevision[]> {
      const revisions: UnitsRevision[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': historyPartition(district) },
        ConsistentRead: true,
      };
      for await (const revision of soundItems(db, query, histories)) revisions.push(revision);
      return revisions;
    },

    /** The newest revision of each commune's units and of the district's own, as a writer must see them. */
    async newestUnits(district: UnitId): Promise<ReadonlyMap<UnitId, UnitsRevision>> {
      return new Map((await this.unitRevisions(district)).map((revision) => [revision.commune, revision]));
    },

    /**
     * The newest revision of a commune's units.
     *
     * @throws {UnreadableItem} if it cannot be read
     */
    async newestUnitsOf(commune: UnitId): Promise<UnitsRevision | undefined> {
      for await (const item of queryItems<Item>(db, newestFirst(commune))) return sound(item, histories);
      return undefined;
    },

    /**
     * Appends a commune's units to the revision that the writer saw, `base`. Whether they hold together and leave
     * closed months alone is for the writer to check.
     */
    async saveUnits(
      commune: UnitId,
      units: readonly Unit[],
      base: number,
      entry: Entry,
    ): Promise<AppendOutcome<UnitsRevision>> {
      const outcome = await appendRevision<UnitsRevision, UnitsRevision>({
        base,
        newest: () => this.newestUnitsOf(commune),
        saysTheSame: (newest) => canonical(newest.units) === canonical(inOrder(units)),
        next: () => revisionOf(commune, units, base + 1, entry),
        put: (revision) => putNew(db, TableName, historyItem(revision)),
      });
      if (outcome.kind !== 'stale') await publish(outcome.stored);
      return outcome;
    },

    /** Copies what a lost process has entered and not copied, and names the communes. */
    async settleUnits(district: UnitId): Promise<readonly UnitId[]> {
      const read = new Map<UnitId, number>();
      for await (const { sk, revision } of queryItems<Key & Current>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': district, ':prefix': 'units#' },
        ConsistentRead: true,
      })) {
        read.set(sk.slice('units#'.length), revision);
      }
      const newest = [...(await this.newestUnits(district)).values()];
      const behind = newest.filter(({ commune, revision }) => (read.get(commune) ?? 0) < revision);
      for (const revision of behind) await publish(revision);
      return behind.map(({ commune }) => commune);
    },

    async districts(): Promise<UnitId[]> {
      const ids: UnitId[] = [];
      for await (const { sk } of queryItems<Key>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': DISTRICTS },
      })) {
        ids.push(sk);
      }
      return ids;
    },
  };
}

const isUnitEntry = shape({
  id: isUnit,
  name: isText,
  kind: isText,
  level: oneOf(['district', 'commune', 'cell']),
  type: optional(oneOf(Object.keys(cellTypes))),
  from: isMonth,
  to: optional(isMonth),
  names: optional(listOf(shape({ from: isMonth, name: isText, kind: isText }))),
  predecessors: optional(listOf(isUnit)),
  choices: optional(listOf(shape({ from: isMonth, regime: optional(isText) }))),
});

/** Whether a list is that of a commune or of a district alone: each unit once, the top one among them. */
function areUnits(units: unknown, commune: UnitId): boolean {
  if (!listOf(isUnitEntry)(units)) return false;
  const list = units as readonly Unit[];
  const ids = new Set(list.map(({ id }) => id));
  const level = commune === districtOf(commune) ? 'district' : 'commune';
  return (
    ids.size === list.length &&
    list.every(({ id, choices }) => communeOf(id) === commune && areChoices(choices)) &&
    list.find(({ id }) => id === commune)?.level === level
  );
}

/** A district's choices name regimes that exist: the newest one in force decides, so each is looked up once. */
function areChoices(choices: readonly RegimeChoice[] = []): boolean {
  return choices.every(({ from }) => {
    try {
      findRegime(from, choices);
      return true;
    } catch {
      return false;
    }
  });
}

const currents: Reading<Current> = {
  kind: 'units',
  read: (item) => item as unknown as Current,
  isSound: ({ revision, units }, { sk }) => isWhole(1, 9999)(revision) && areUnits(units, sk.slice('units#'.length)),
};

const isHistory = shape({ ...revised, commune: isUnit, reason: optional(isText), digest: isText });

const histories: Reading<UnitsRevision> = {
  kind: 'units',
  read: ({ pk, sk, ...revision }) => revision as unknown as UnitsRevision,
  isSound: (revision, { sk }) =>
    isHistory(revision) && areUnits(revision.units, revision.commune) && historyItem(revision)['sk'] === sk,
};

/** The items that put units into the directory as their first revisions, for code that fills a table. */
export function unitItems(units: readonly Unit[], entry: Entry): Record<string, unknown>[] {
  const byCommune = Map.groupBy(units, ({ id }) => communeOf(id));
  return [...byCommune].flatMap(([commune, own]) => {
    const revision = revisionOf(commune, own, 1, entry);
    const entries = commune === districtOf(commune) ? [entryItem(commune)] : [];
    return [historyItem(revision), currentItem(revision), ...entries];
  });
}

function revisionOf(
  commune: UnitId,
  units: readonly Unit[],
  revision: number,
  { by, at, reason }: Entry,
): UnitsRevision {
  const ordered = inOrder(units);
  return { commune, revision, by, at, ...(reason && { reason }), units: ordered, digest: digestOf(ordered) };
}

/** By id, and each unit called by its newest name, so that the same units are always the same text. */
function inOrder(units: readonly Unit[]): Unit[] {
  return units
    .map((unit) => (unit.names ? unitIn(unit.names.at(-1)?.from ?? unit.from, unit) : unit))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function calledAsToday(units: readonly Unit[]): Unit[] {
  const today = monthAt(new Date().toISOString());
  return units.map((unit) => unitIn(today, unit));
}

const currentKey = (commune: UnitId): Key => ({ pk: districtOf(commune), sk: `units#${commune}` });
const historyPartition = (district: UnitId) => `${district}#units`;

function currentItem({ commune, revision, units }: UnitsRevision): Record<string, unknown> {
  return withFormat({ ...currentKey(commune), revision, units });
}

function historyItem(revision: UnitsRevision): Record<string, unknown> {
  const { commune } = revision;
  const sk = `${commune}#${String(revision.revision).padStart(4, '0')}`;
  return { pk: historyPartition(districtOf(commune)), sk, ...revision };
}

/** A district's place in the list of districts. */
function entryItem(district: UnitId): Record<string, unknown> {
  return { pk: DISTRICTS, sk: district };
}

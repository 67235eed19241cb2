import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';
import { readable, UnreadableItem, withFormat } from '#functions/store/format.ts';
import type { Key } from '#functions/store/item-names.ts';
import {
  type Freshness,
  type Item,
  noted,
  queryItems,
  type Reading,
  sound,
  soundOrNoted,
} from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import type { ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import { reorganisationStore, UNDER_WAY, type UnderWay } from '#functions/store/reorganisation-store.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { type Entry, inOrder, revisionOf, type UnitsRevision } from '#functions/store/units-revision.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import { findRegime, type RegimeChoice } from '#shared/norms/regimes.ts';
import { monthAt } from '#shared/period.ts';
import { cellTypes } from '#shared/units/cell-types.ts';
import { communeOf, districtOf, isWithin, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** The partition that lists the districts, so that the planner needs no scan. */
export const DISTRICTS = 'districts';

/** The newest revision as pages read it; the history has who entered it. */
interface Current {
  readonly commune: UnitId;
  readonly revision: number;
  readonly units: readonly Unit[];
}

/**
 * The units of districts: one item a commune, so that a district is read in few, and besides every revision there was.
 *
 * A revision goes into the history first and is copied to where pages read it after: if the copy is lost, the next
 * writer of that commune or the night makes it. A reorganisation counts from the one write that carries it out; until
 * it is copied too, readers take from it what it changes.
 *
 * @param follow what else follows a reorganisation, before it is settled; done again, it changes nothing
 */
export function unitStore(
  db: DynamoDBDocumentClient,
  TableName: string,
  follow: (act: ReorganisationAct) => Promise<void> = async () => {},
) {
  const reorganisations = reorganisationStore(db, TableName);

  /** Copies a revision to where pages read it, unless a later one stands there. */
  async function publish(revision: UnitsRevision): Promise<void> {
    await putIf(db, {
      TableName,
      Item: currentItem(revision),
      ConditionExpression: 'attribute_not_exists(sk) OR revision < :revision',
      ExpressionAttributeValues: { ':revision': revision.revision },
    });
    if (districtOf(revision.commune) !== revision.commune) return;
    const gone = revision.units.length === 0;
    await putIf(db, {
      TableName,
      Item: withFormat({ ...entryItem(revision.commune), ...(gone && { gone }) }),
      ConditionExpression: gone ? 'attribute_exists(sk)' : 'attribute_not_exists(sk) OR gone = :gone',
      ...(!gone && { ExpressionAttributeValues: { ':gone': true } }),
    });
  }

  /** Revisions that can be read, commune by commune. */
  async function revisionsIn(district: UnitId, prefix = '', reading = soundOrNoted<UnitsRevision>) {
    const revisions: UnitsRevision[] = [];
    const query = {
      TableName,
      KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': historyPartition(district), ...(prefix && { ':prefix': prefix }) },
      ConsistentRead: true,
    };
    for await (const item of queryItems<Item>(db, query, (each) => each)) {
      const revision = reading(item, histories);
      if (revision) revisions.push(revision);
    }
    return revisions;
  }

  /** The items of a district as they stand, and what is under way. */
  async function itemsOf(district: UnitId, consistent: boolean) {
    const items: Item[] = [];
    let underWay: UnderWay | undefined;
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': 'units#' },
      ConsistentRead: consistent,
    };
    for await (const item of queryItems<Item>(db, query, (each) => each)) {
      if (item.sk === UNDER_WAY) underWay = readable(item) as unknown as UnderWay;
      else items.push(item);
    }
    return { items: await Promise.all(items.map(current)), underWay };
  }

  /** Copies a revision of an act into the history and to where pages read it, unless that is done. */
  async function settleRevision(revision: UnitsRevision): Promise<void> {
    // One that cannot be read ends it: its number is taken, and nobody can tell what it says.
    const stored = await revisionsIn(districtOf(revision.commune), `${revision.commune}#`, sound);
    const newest = stored.at(-1);
    const isDone = stored.some((each) => each.revision >= revision.revision && each.digest === revision.digest);
    if (isDone && newest) return publish(newest);
    // Who changed the commune without having seen the act comes before it.
    const next = { ...revision, revision: Math.max(newest?.revision ?? 0, revision.revision - 1) + 1 };
    if (!(await putNew(db, TableName, historyItem(next)))) return settleRevision(revision);
    return publish(next);
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

  async function current(item: Item): Promise<Current> {
    const commune = item.sk.slice('units#'.length);
    const copy = soundOrNoted(item, currents);
    if (copy && copy.units.length > 0) return copy;
    const units = await fromHistory(commune);
    // That units are no more is believed of the history alone: an emptied copy would take them from every figure.
    if (copy && units.length > 0) noted(new UnreadableItem(item), currents.kind);
    return { commune, revision: copy?.revision ?? 0, units };
  }

  return {
    /** A commune and its cells, or a district alone, of all times and called as today; empty if never entered. */
    async unitsOf(commune: UnitId): Promise<readonly Unit[]> {
      const [{ Item }, act] = await Promise.all([
        db.send(new GetCommand({ TableName, Key: currentKey(commune) })),
        reorganisations.underWay(districtOf(commune), false).then(reorganisations.actOf),
      ]);
      const items = Item ? [await current(Item as Item)] : [];
      const found = afterAct(act, districtOf(commune), items).find((each) => each.commune === commune);
      return found ? calledAsToday(found) : [];
    },

    /** A unit by its id, also if it has ended. */
    async unit(id: UnitId): Promise<Unit | undefined> {
      return (await this.unitsOf(communeOf(id))).find((unit) => unit.id === id);
    },

    /** A unit and all below it, also those that have ended. */
    async subtree(id: UnitId, { consistent = false }: Freshness = {}): Promise<Unit[]> {
      if (id !== districtOf(id)) return (await this.unitsOf(communeOf(id))).filter((unit) => isWithin(unit.id, id));
      const { items, underWay } = await itemsOf(id, consistent);
      const act = underWay && (await reorganisations.actOf(underWay));
      if (underWay?.state === 'elsewhere' && !act) {
        // It may have been settled since the items were read.
        return (await itemsOf(id, true)).items.flatMap(calledAsToday);
      }
      return afterAct(act, id, items).flatMap(calledAsToday);
    },

    /** Every revision of a district's units, commune by commune, oldest first. */
    unitRevisions: (district: UnitId): Promise<UnitsRevision[]> => revisionsIn(district),

    /** The newest revision of each commune's units and of the district's own, as a writer must see them: a reorganisation is settled first. */
    async newestUnits(district: UnitId): Promise<ReadonlyMap<UnitId, UnitsRevision>> {
      await this.settleReorganisation(district);
      return new Map((await revisionsIn(district)).map((revision) => [revision.commune, revision]));
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

    reorganisations,

    /** Completes a reorganisation that counts and is not copied to where it belongs. @returns it, if there is one */
    async settleReorganisation(district: UnitId): Promise<ReorganisationAct | undefined> {
      const act = await reorganisations.actOf(await reorganisations.underWay(district));
      if (!act) return undefined;
      await reorganisations.keep(act);
      for (const revision of act.revisions) await settleRevision(revision);
      await follow(act);
      await reorganisations.close(act);
      return act;
    },

    /** Copies what a lost process has entered and not copied, and names the communes. */
    async settleUnits(district: UnitId): Promise<readonly UnitId[]> {
      const newest = [...(await this.newestUnits(district)).values()];
      const { items } = await itemsOf(district, true);
      const read = new Map(items.map(({ commune, revision }) => [commune, revision]));
      const behind = newest.filter(({ commune, revision }) => (read.get(commune) ?? 0) < revision);
      for (const revision of behind) await publish(revision);
      return behind.map(({ commune }) => commune);
    },

    async districts(): Promise<UnitId[]> {
      const ids: UnitId[] = [];
      for await (const { sk, gone } of queryItems<Key & { readonly gone?: true }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': DISTRICTS },
      })) {
        if (!gone) ids.push(sk);
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
  carriesOn: optional(listOf(isUnit)),
  successors: optional(listOf(isUnit)),
  choices: optional(listOf(shape({ from: isMonth, regime: optional(isText) }))),
});

/** Whether a list is that of a commune or of a district alone: each unit once, the top one among them; or it is no more. */
function areUnits(units: unknown, commune: UnitId): boolean {
  if (!listOf(isUnitEntry)(units)) return false;
  const list = units as readonly Unit[];
  if (list.length === 0) return true;
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
  read: ({ sk, revision, units }) => ({ commune: sk.slice('units#'.length), revision, units }) as Current,
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

/** The items of a district with what an act changes of them. */
function afterAct(act: ReorganisationAct | undefined, district: UnitId, items: readonly Current[]): readonly Current[] {
  if (!act) return items;
  const all = new Map(items.map((item) => [item.commune, item]));
  for (const revision of act.revisions.filter(({ commune }) => districtOf(commune) === district)) {
    if ((all.get(revision.commune)?.revision ?? 0) <= revision.revision) all.set(revision.commune, revision);
  }
  return [...all.values()].sort((a, b) => (a.commune < b.commune ? -1 : 1));
}

function calledAsToday({ units }: Pick<Current, 'units'>): Unit[] {
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

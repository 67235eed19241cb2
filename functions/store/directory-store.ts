import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { withFormat } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import {
  type Freshness,
  type Item,
  queryItems,
  type Reading,
  sound,
  soundItems,
  soundOrNoted,
} from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { putIf } from '#functions/store/put-if.ts';
import { districtsOf, type ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { unitStore } from '#functions/store/unit-store.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, optional, shape } from '#shared/input/shape.ts';
import type { Instant, Month } from '#shared/period.ts';
import { directoryWithHeirs } from '#shared/units/directory-with-heirs.ts';
import { rootsBefore } from '#shared/units/lineage.ts';
import {
  communeOf,
  type Directory,
  directoryIn,
  districtOf,
  type Group,
  type Unit,
  type UnitId,
} from '#shared/units/units.ts';
import { followGroups, restoreGroups } from '#shared/visits/follow-groups.ts';
import { type GroupList, type GroupListRevision, groupsIn } from '#shared/visits/groups.ts';

/** A district's setting for the second factor. */
const SECOND_FACTOR = 'setting#second-factor';

/** The item of a district's working groups, for code that fills a table. */
export function groupListItem(district: UnitId, list: GroupListRevision): Record<string, unknown> {
  return { pk: district, sk: `groups#${String(list.revision).padStart(4, '0')}`, ...list };
}

/** A unit above districts, or above such units: a province, the country. Its scorecard is the merge of its children's. */
export interface ParentUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly children: readonly UnitId[];
}

/** The items that put a parent into the directory: its own, and one at each child that names the parent. */
export function parentItems(parent: ParentUnit): Record<string, unknown>[] {
  const above = parent.children.map((child) => ({ pk: child, sk: 'above', parent: parent.id }));
  return [{ pk: parent.id, sk: 'parent', ...parent }, ...above].map(withFormat);
}

/** A month's directory without its working groups. */
export type DirectoryAround = Omit<Directory, 'groups'>;

export type DirectoryStore = ReturnType<typeof directoryStore>;

/** Reads the units and working groups of districts. */
export function directoryStore(db: DynamoDBDocumentClient, TableName: string) {
  const units = unitStore(db, TableName, (act) => follow(act));
  const startingWith = (pk: string, prefix: string) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  });

  async function newestGroupList(district: UnitId): Promise<Item | undefined> {
    const newestFirst = {
      ...startingWith(district, 'groups#'),
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    };
    for await (const item of queryItems<Item>(db, newestFirst, (each) => each)) return item;
    return undefined;
  }

  const store = {
    ...units,

    /** A district as it was in a month; `undefined` if it was never entered, or its own item cannot be read, which is reported. */
    async directory(district: UnitId, month: Month, freshness?: Freshness): Promise<Directory | undefined> {
      const [units, groups] = await Promise.all([this.subtree(district, freshness), this.groups(district, month)]);
      if (!units.some(({ id }) => id === district)) return undefined;
      return directoryWithHeirs(month, [...units, ...(await this.elsewhere(units, freshness))], groups);
    },

    /**
     * What of a month's directory is about a unit: the whole for a district, and where a reform made or ended a unit of its
     * commune; else the district's own item and the commune's. The working groups are not read.
     */
    async directoryAround(unit: UnitId, month: Month): Promise<DirectoryAround | undefined> {
      const district = districtOf(unit);
      const [top, own] = await Promise.all([
        this.unit(district),
        unit === district ? [] : this.subtree(communeOf(unit)),
      ]);
      if (!top) return undefined;
      const isReformed = [top, ...own].some(({ to, predecessors, successors }) => to ?? predecessors ?? successors);
      if (unit !== district && !isReformed) return directoryIn(month, [top, ...own], []);
      return directoryWithHeirs(month, await this.allUnits(district), []);
    },

    /** The units of other roots in which predecessors stood, and of those before them; no request without any. */
    async elsewhere(units: readonly Unit[], freshness?: Freshness): Promise<readonly Unit[]> {
      const roots = rootsBefore(units);
      if (roots.length === 0) return [];
      const found = (await Promise.all(roots.map((root) => this.subtree(root, freshness)))).flat();
      const all = [...units, ...found];
      return found.length > 0 ? [...found, ...(await this.elsewhere(all, freshness))] : [];
    },

    /** All units of a root, and of the roots where their predecessors stood: what a lineage is made of. */
    async allUnits(root: UnitId): Promise<readonly Unit[]> {
      const units = await this.subtree(root);
      return [...units, ...(await this.elsewhere(units))];
    },

    /** A parent by its id; `undefined` if it was never entered. */
    async parent(id: UnitId): Promise<ParentUnit | undefined> {
      for await (const item of queryItems<Item>(db, startingWith(id, 'parent'))) return withoutKeys(item);
      return undefined;
    },

    /** The parent of a district or of another parent; `undefined` if it has none. */
    async above(id: UnitId): Promise<UnitId | undefined> {
      for await (const parent of soundItems(db, startingWith(id, 'above'), aboves)) return parent;
      return undefined;
    },

    /** The working groups of a district in a month; none if the newest list cannot be read, which is reported. */
    async groups(district: UnitId, month: Month): Promise<Group[]> {
      const item = await newestGroupList(district);
      const list = item && soundOrNoted(item, groupLists);
      return list ? groupsIn(month, list) : [];
    },

    /**
     * The newest list of a district's working groups, with all assignments there ever were.
     *
     * @throws {UnreadableItem} if it cannot be read: an older one may give rights that were taken away
     */
    async groupList(district: UnitId): Promise<GroupListRevision | undefined> {
      const item = await newestGroupList(district);
      return item && sound(item, groupLists);
    },

    /** Every list of a district's working groups, oldest first. */
    async groupLists(district: UnitId): Promise<GroupListRevision[]> {
      const lists: GroupListRevision[] = [];
      for await (const list of soundItems(db, startingWith(district, 'groups#'), groupLists)) lists.push(list);
      return lists;
    },

    /** Appends a list of working groups to the revision that the writer saw, `base`. */
    async saveGroups(
      district: UnitId,
      list: GroupList,
      base: number,
      { by, at }: Authorship,
      before?: Before<GroupListRevision>,
    ): Promise<AppendOutcome<GroupListRevision>> {
      const contentOf = ({ groups, assignments }: GroupList) => ({ groups, assignments });
      return appendRevision({
        base,
        newest: () => this.groupList(district),
        saysTheSame: (newest) => canonical(contentOf(newest)) === canonical(contentOf(list)),
        next: () => ({ ...contentOf(list), revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: groupListItem(district, stored), table: 'cells', before }),
      });
    },

    /** Whether a district's own accounts need a code as well as the password. */
    async asksForCode(district: UnitId): Promise<boolean> {
      const Key = { pk: district, sk: SECOND_FACTOR };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item?.['required'] === true;
    },

    /** Sets whether a district's accounts need codes; a later setting stays. */
    async askForCode(district: UnitId, required: boolean, at: Instant): Promise<void> {
      await putIf(db, {
        TableName,
        Item: withFormat({ pk: district, sk: SECOND_FACTOR, required, at }),
        ConditionExpression: 'attribute_not_exists(sk) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': at },
      });
    },
  };

  /** Enters new boards below what stands above their district. */
  async function joinParent(district: UnitId, boards: readonly UnitId[]): Promise<void> {
    const above = await store.above(district);
    const parent = above === undefined ? undefined : await store.parent(above);
    const added = boards.filter((each) => !parent?.children.includes(each));
    if (!parent || added.length === 0) return;
    for (const Item of parentItems({ ...parent, children: [...parent.children, ...added] })) {
      const entered = await putIf(db, {
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(sk) OR parent = :parent OR size(children) = :seen',
        ExpressionAttributeValues: { ':parent': parent.id, ':seen': parent.children.length },
      });
      if (!entered) return joinParent(district, boards);
    }
  }

  /** Lets groups, whether sign-ins need codes, and what stands above follow a reorganisation. */
  async function follow(act: ReorganisationAct): Promise<void> {
    const [own, ...others] = districtsOf(act) as [UnitId, ...UnitId[]];
    if (await store.asksForCode(own)) {
      for (const other of others) await store.askForCode(other, true, act.at);
    }
    await joinParent(own, boardsOf(act));
    const list = await store.groupList(own);
    if (!list) return;
    const heirs = new Map(act.heirs);
    const next = act.undoes
      ? restoreGroups(list, await groupsBefore(own, act.undoes), heirs)
      : followGroups(list, own, heirs, act.month);
    const { kind } = await store.saveGroups(own, next, list.revision, act);
    if (kind === 'stale') await follow(act);
  }

  /** The list of groups when an act was carried out. */
  async function groupsBefore(district: UnitId, number: number): Promise<GroupList> {
    const act = (await store.reorganisations.acts(district)).find((each) => each.number === number);
    const lists = await store.groupLists(district);
    return lists.findLast(({ at }) => act !== undefined && at < act.at) ?? { groups: [], assignments: [] };
  }

  return store;
}

/** The boards that a reorganisation makes. */
function boardsOf({ revisions, month }: ReorganisationAct): readonly UnitId[] {
  const roots = revisions.filter(({ commune }) => districtOf(commune) === commune);
  return roots.filter(({ units }) => units[0]?.from === month).map(({ commune }) => commune);
}

const isGroupList = shape({
  ...revised,
  groups: listOf(shape({ number: isWhole(1, 99), members: listOf(shape({ post: isText, organ: optional(isText) })) })),
  assignments: listOf(shape({ commune: isUnit, group: isWhole(1, 99), from: isMonth, to: optional(isMonth) })),
});

const groupLists: Reading<GroupListRevision> = {
  kind: 'groups',
  read: withoutKeys,
  isSound: (list, { pk, sk }) => isGroupList(list) && groupListItem(pk, list)['sk'] === sk,
};

const aboves: Reading<UnitId> = { kind: 'units', read: ({ parent }) => parent as UnitId, isSound: isUnit };

function withoutKeys<T>(item: object): T {
  const { pk, sk, ...rest } = item as Record<string, unknown>;
  return rest as T;
}

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import type { Instant, Month } from '#shared/period.ts';
import {
  type Directory,
  directoryIn,
  districtOf,
  type Group,
  isWithin,
  type Unit,
  type UnitId,
} from '#shared/units.ts';

/** The partition that names the districts, so that the planner needs no scan. */
const DISTRICTS = 'districts';
/** What a district has set about signing in. */
const SECOND_FACTOR = 'setting#second-factor';

/** The items that put a unit into the directory: its own and, for a district, its place in the list of districts. */
export function unitItems(unit: Unit): Record<string, unknown>[] {
  const own = { pk: districtOf(unit.id), sk: `unit#${unit.id}`, ...unit };
  return unit.level === 'district' ? [own, { pk: DISTRICTS, sk: unit.id }] : [own];
}

export function groupItem(district: UnitId, group: Group): Record<string, unknown> {
  return { pk: district, sk: `group#${group.number}`, ...group };
}

export type DirectoryStore = ReturnType<typeof directoryStore>;

/** Reads the units and working groups of districts. */
export function directoryStore(db: DynamoDBDocumentClient, TableName: string) {
  const items = <Item>(pk: string, prefix: string) =>
    queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    });

  return {
    /** A unit by its id, whenever it stood. */
    async unit(id: UnitId): Promise<Unit | undefined> {
      const found = await db.send(new GetCommand({ TableName, Key: { pk: districtOf(id), sk: `unit#${id}` } }));
      return found.Item && withoutKeys<Unit>(found.Item);
    },

    /** A unit and all below it, whenever they stood. */
    async subtree(id: UnitId): Promise<Unit[]> {
      const units: Unit[] = [];
      for await (const item of items<Unit>(districtOf(id), `unit#${id}`)) {
        // The prefix also finds `thanh-van-2`, which is another unit.
        if (isWithin(item.id, id)) units.push(withoutKeys(item));
      }
      return units;
    },

    /** A district as it stood in a month; `undefined` for a district nobody has entered. */
    async directory(district: UnitId, month: Month): Promise<Directory | undefined> {
      const [units, groups] = await Promise.all([this.subtree(district), this.groups(district)]);
      return units.length > 0 ? directoryIn(month, units, groups) : undefined;
    },

    async groups(district: UnitId): Promise<Group[]> {
      const groups: Group[] = [];
      for await (const item of items<Group>(district, 'group#')) groups.push(withoutKeys(item));
      return groups;
    },

    /** Whether a district asks its own accounts for a code besides the password. */
    async asksForCode(district: UnitId): Promise<boolean> {
      const Key = { pk: district, sk: SECOND_FACTOR };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item?.['required'] === true;
    },

    /** Sets whether a district asks for codes; what was set later stays. */
    async askForCode(district: UnitId, required: boolean, at: Instant): Promise<void> {
      await putIf(db, {
        TableName,
        Item: { pk: district, sk: SECOND_FACTOR, required, at },
        ConditionExpression: 'attribute_not_exists(sk) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': at },
      });
    },

    async districts(): Promise<UnitId[]> {
      const ids: UnitId[] = [];
      const list = queryItems<{ readonly sk: UnitId }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': DISTRICTS },
      });
      for await (const { sk } of list) ids.push(sk);
      return ids;
    },
  };
}

function withoutKeys<T>(item: object): T {
  const { pk, sk, ...rest } = item as Record<string, unknown>;
  return rest as T;
}

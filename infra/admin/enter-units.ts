import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectoryStore, directoryStore, unitItems } from '#functions/store/directory-store.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import type { ReadUnits } from '#infra/admin/read-units.ts';
import { canonical } from '#shared/digest.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';
import type { Assignment } from '#shared/visits/groups.ts';

/** A unit that is new or now ends, with all items that say so. */
interface ToEnter {
  readonly id: UnitId;
  readonly items: readonly object[];
}

/** How many units an entry of the audit names. */
const UNITS_AN_ENTRY = 25;

/**
 * Enters units, and working groups for communes that have never had one: later assignments are the district's own. A
 * unit that is already entered and identical is skipped. A changed one is refused, since months that were judged by it
 * would change; only its end (`to`) may still be set. Each unit that is entered is on its district's record.
 *
 * @returns how many units are new or now end
 * @throws {Error} naming the changed unit; then none is entered
 */
export async function enterUnits(
  { units, groups }: ReadUnits,
  db: DynamoDBDocumentClient,
  TableName: string,
  now: Instant,
  record: OperatorRecord,
): Promise<number> {
  const toEnter: ToEnter[] = [];
  const assigned = new Map<UnitId, Assignment>();
  for (const unit of units) {
    const { id } = unit;
    const Key = { pk: districtOf(id), sk: `unit#${id}` };
    const { Item: stored } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const [item, ...more] = unitItems(unit);
    const group = groups.get(id);
    // A commune entered earlier without a group gets one from this month on: past months stay as they were.
    if (group) assigned.set(id, { commune: id, group, from: stored ? monthAt(now) : unit.from });
    // The file does not change what a district has chosen since.
    const { choices, ...entered } = stored ?? {};
    if (stored && canonical(entered) === canonical(item)) continue;
    const { to: _, ...rest } = entered;
    if (stored && (stored['to'] !== undefined || canonical(rest) !== canonical({ ...item, to: undefined }))) {
      throw new Error(`${id} is entered already and says otherwise.`);
    }
    // Last the unit itself: if it is not there, running the command again enters all.
    toEnter.push({ id, items: [...more, { ...item, ...(choices && { choices }) }] });
  }
  const districts = new Set([...toEnter.map(({ id }) => id), ...assigned.keys()].map(districtOf));
  for (const district of districts) {
    const own = toEnter.filter(({ id }) => districtOf(id) === district);
    for (let at = 0; at < own.length; at += UNITS_AN_ENTRY) {
      const some = own.slice(at, at + UNITS_AN_ENTRY);
      await record(district, 'directory', ['units', ...some.map(({ id }) => id)].join(' '));
      for (const Item of some.flatMap(({ items }) => items)) await db.send(new PutCommand({ TableName, Item }));
    }
    const assignments = [...assigned.values()].filter(({ commune }) => districtOf(commune) === district);
    await enterGroups(district, assignments, directoryStore(db, TableName), now, record);
  }
  return toEnter.length;
}

/** Adds groups for communes that have never had one; if somebody changes the list meanwhile, it is read again. */
async function enterGroups(
  district: UnitId,
  read: readonly Assignment[],
  directory: Pick<DirectoryStore, 'groupList' | 'saveGroups'>,
  at: Instant,
  record: OperatorRecord,
): Promise<void> {
  const list = await directory.groupList(district);
  const known = new Set(list?.assignments.map(({ commune }) => commune));
  const added = read.filter(({ commune }) => !known.has(commune));
  if (added.length === 0) return;
  const assignments = [...(list?.assignments ?? []), ...added];
  const numbers = [...new Set(assignments.map(({ group }) => group))].filter(
    (number) => !list?.groups.some((group) => group.number === number),
  );
  const groups = [...(list?.groups ?? []), ...numbers.map((number) => ({ number, members: [] }))];
  const entered = { groups: groups.sort((a, b) => a.number - b.number), assignments };
  const base = list?.revision ?? 0;
  await record(district, 'directory', `${district}#groups#${base + 1}`);
  const { kind } = await directory.saveGroups(district, entered, base, { by: operatorOf(district), at });
  if (kind === 'stale') await enterGroups(district, read, directory, at, record);
}

import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectoryStore, directoryStore, unitItems } from '#functions/store/directory-store.ts';
import type { ReadUnits } from '#infra/admin/read-units.ts';
import { canonical } from '#shared/digest.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';
import type { Assignment } from '#shared/visits/groups.ts';

/**
 * Enters units, and working groups for communes that have never had one: later assignments are the district's own. A
 * unit that is already entered and identical is skipped. A changed one is refused, since months that were judged by it
 * would change; only its end (`to`) may still be set.
 *
 * @returns how many units are new or now end
 * @throws {Error} naming the changed unit; those before it are entered
 */
export async function enterUnits(
  { units, groups }: ReadUnits,
  db: DynamoDBDocumentClient,
  TableName: string,
  now: Instant,
): Promise<number> {
  let changed = 0;
  const assigned = new Map<UnitId, Assignment>();
  for (const unit of units) {
    const Key = { pk: districtOf(unit.id), sk: `unit#${unit.id}` };
    const { Item: stored } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const [item, ...more] = unitItems(unit);
    const group = groups.get(unit.id);
    // A commune entered earlier without a group gets one from this month on: past months stay as they were.
    if (group) assigned.set(unit.id, { commune: unit.id, group, from: stored ? monthAt(now) : unit.from });
    // The file does not change what a district has chosen since.
    const { choices, ...entered } = stored ?? {};
    if (stored && canonical(entered) === canonical(item)) continue;
    const { to: _, ...rest } = entered;
    if (stored && (stored['to'] !== undefined || canonical(rest) !== canonical({ ...item, to: undefined }))) {
      throw new Error(`${unit.id} is entered already and says otherwise.`);
    }
    for (const Item of [{ ...item, ...(choices && { choices }) }, ...more]) {
      await db.send(new PutCommand({ TableName, Item }));
    }
    changed += 1;
  }
  for (const district of new Set([...assigned.keys()].map(districtOf))) {
    const own = [...assigned.values()].filter(({ commune }) => districtOf(commune) === district);
    await enterGroups(district, own, directoryStore(db, TableName), now);
  }
  return changed;
}

/** Adds groups for communes that have never had one; if somebody changes the list meanwhile, it is read again. */
async function enterGroups(
  district: UnitId,
  read: readonly Assignment[],
  directory: Pick<DirectoryStore, 'groupList' | 'saveGroups'>,
  at: Instant,
): Promise<void> {
  const list = await directory.groupList(district);
  const known = new Set(list?.assignments.map(({ commune }) => commune));
  const assignments = [...(list?.assignments ?? []), ...read.filter(({ commune }) => !known.has(commune))];
  const numbers = [...new Set(assignments.map(({ group }) => group))].filter(
    (number) => !list?.groups.some((group) => group.number === number),
  );
  const groups = [...(list?.groups ?? []), ...numbers.map((number) => ({ number, members: [] }))];
  const entered = { groups: groups.sort((a, b) => a.number - b.number), assignments };
  const by = { user: 'operator', role: 'district', unit: district } as const;
  const { kind } = await directory.saveGroups(district, entered, list?.revision ?? 0, { by, at });
  if (kind === 'stale') await enterGroups(district, read, directory, at);
}

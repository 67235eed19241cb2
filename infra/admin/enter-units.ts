import { type ChangeStores, changeUnits } from '#functions/store/change-units.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { type OperatorRecord, operatorOf, recordUnits } from '#infra/admin/operator-record.ts';
import type { ReadUnits } from '#infra/admin/read-units.ts';
import { canonical } from '#shared/digest.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { districtOf, renamed, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Assignment } from '#shared/visits/groups.ts';

export interface EnteringStores extends Omit<ChangeStores, 'record'> {
  readonly directory: Pick<DirectoryStore, 'newestUnits' | 'saveUnits' | 'groupList' | 'saveGroups'>;
}

/**
 * Enters units, and working groups for communes that have never had one: later assignments are the district's own. A
 * unit that is entered already is corrected to what the file says, as far as nothing official rests on it; what the
 * file leaves blank stays.
 *
 * @param record puts each unit that is entered on its district's record
 * @param reason why, for the history
 * @returns how many units are new or changed
 * @throws {BadFile} naming the lines that do not hold together or would change closed months; of their district
 *   nothing is entered then
 */
export async function enterUnits(
  { units, groups, lines }: ReadUnits,
  stores: EnteringStores,
  now: Instant,
  record: OperatorRecord,
  reason?: string,
): Promise<number> {
  let changed = 0;
  for (const [district, read] of Map.groupBy(units, ({ id }) => districtOf(id))) {
    const assigned = new Map<UnitId, Assignment>();
    let own = 0;
    const change = (stored: readonly Unit[]) => {
      const known = new Map(stored.map((unit) => [unit.id, unit]));
      const entered = read.map((unit) => corrected(known.get(unit.id), unit));
      own = entered.filter((unit) => canonical(known.get(unit.id) ?? null) !== canonical(unit)).length;
      for (const unit of read) {
        const group = groups.get(unit.id);
        // A commune entered earlier without a group gets one from this month on: past months stay as they were.
        const from = known.has(unit.id) ? monthAt(now) : unit.from;
        if (group) assigned.set(unit.id, { commune: unit.id, group, from });
      }
      return [...new Map([...stored, ...entered].map((unit) => [unit.id, unit])).values()];
    };
    const entry = { by: operatorOf(district), at: now, ...(reason && { reason }) };
    const recording = { ...stores, record: recordUnits(district, record) };
    throwIfRefused(await changeUnits(district, change, entry, recording), lines);
    changed += own;
    if (assigned.size > 0) await enterGroups(district, [...assigned.values()], stores.directory, now, record);
  }
  return changed;
}

/** A stored unit as a file says it is. Its choices, its names of other months and its origin are not the file's. */
function corrected(stored: Unit | undefined, read: Unit): Unit {
  if (!stored) return read;
  const { name, kind, type, from, to } = read;
  const says = ({ name, kind, type }: Pick<Unit, 'name' | 'kind' | 'type'>) => canonical({ name, kind, type });
  const dated = { ...stored, from, ...(to && { to }) };
  const names = stored.names ?? [stored];
  if (names.some((each) => says(each) === says(read))) return dated;
  return renamed(dated, { name, kind, ...(type && { type }) }, stored.names?.at(-1)?.from ?? from);
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

import { type ChangeStores, changeUnits, reviewUnits, type UnitsOutcome } from '#functions/store/change-units.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { AuditKind } from '#shared/access/audit.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical } from '#shared/digest.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { correctedUnit } from '#shared/units/corrected-unit.ts';
import { districtOf, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Assignment } from '#shared/visits/groups.ts';

export interface EnteringStores extends Omit<ChangeStores, 'record'> {
  readonly directory: Pick<DirectoryStore, 'newestUnits' | 'saveUnits' | 'groupList' | 'saveGroups'>;
}

/** Units of a list, and the working group numbers of its communes. */
export interface EnteredUnits {
  readonly units: readonly Unit[];
  readonly groups: ReadonlyMap<UnitId, number>;
}

/** Who enters units, when and why. */
export interface Entering {
  readonly at: Instant;
  readonly reason?: string;
  /** Who it is in a district's records. */
  by(district: UnitId): Actor;
  /** Puts on a district's record what is about to change. */
  record(district: UnitId, kind: AuditKind, of: string): Promise<void>;
}

/** What became of a list. Of what is refused nothing is stored, in no district. */
export type EnterOutcome =
  | Exclude<UnitsOutcome, { readonly kind: 'stored' }>
  | { readonly kind: 'entered'; readonly changed: number };

/** How many units an entry of the audit names. */
const UNITS_AN_ENTRY = 25;

/** Why a list would be refused; `undefined` if it may be entered as things stand. */
export async function reviewEntry(
  { units }: EnteredUnits,
  stores: EnteringStores,
  at: Instant,
): Promise<Exclude<EnterOutcome, { readonly kind: 'entered' }> | undefined> {
  for (const [district, read] of byDistrict(units)) {
    const reviewed = await reviewUnits(district, merging(read), { at }, stores);
    if (reviewed.kind !== 'sound') return reviewed;
  }
  return undefined;
}

/**
 * Enters units, and working groups for communes that have never had one: later assignments are the district's own. A
 * unit that is entered already is corrected to what the file says, as far as nothing official rests on it; what the
 * file leaves blank stays. All of it is checked before anything is stored.
 */
export async function enterUnits(
  entered: EnteredUnits,
  stores: EnteringStores,
  entering: Entering,
): Promise<EnterOutcome> {
  const { at, reason, by, record } = entering;
  const refused = await reviewEntry(entered, stores, at);
  if (refused) return refused;
  let changed = 0;
  for (const [district, read] of byDistrict(entered.units)) {
    const assigned = new Map<UnitId, Assignment>();
    let own = 0;
    const change = (stored: readonly Unit[]) => {
      const known = new Map(stored.map((unit) => [unit.id, unit]));
      const after = merging(read)(stored);
      own = after.filter((unit) => canonical(known.get(unit.id) ?? null) !== canonical(unit)).length;
      for (const unit of read) {
        const group = entered.groups.get(unit.id);
        // A commune entered earlier without a group gets one from this month on: past months stay as they were.
        const from = known.has(unit.id) ? monthAt(at) : unit.from;
        if (group) assigned.set(unit.id, { commune: unit.id, group, from });
      }
      return after;
    };
    const entry = { by: by(district), at, ...(reason && { reason }) };
    const outcome = await changeUnits(district, change, entry, {
      ...stores,
      async record(ids) {
        for (let from = 0; from < ids.length; from += UNITS_AN_ENTRY) {
          await record(district, 'directory', ['units', ...ids.slice(from, from + UNITS_AN_ENTRY)].join(' '));
        }
      },
    });
    if (outcome.kind !== 'stored') return outcome;
    changed += own;
    if (assigned.size > 0) await enterGroups(district, [...assigned.values()], stores.directory, entering);
  }
  return { kind: 'entered', changed };
}

function byDistrict(units: readonly Unit[]): ReadonlyMap<UnitId, Unit[]> {
  return Map.groupBy(units, ({ id }) => districtOf(id));
}

/** A district's units with those of a list in their places. */
function merging(read: readonly Unit[]): (stored: readonly Unit[]) => Unit[] {
  return (stored) => {
    const units = new Map(stored.map((unit) => [unit.id, unit]));
    for (const unit of read) units.set(unit.id, correctedUnit(units.get(unit.id), unit));
    return [...units.values()];
  };
}

/** Adds groups for communes that have never had one; if somebody changes the list meanwhile, it is read again. */
async function enterGroups(
  district: UnitId,
  read: readonly Assignment[],
  directory: Pick<DirectoryStore, 'groupList' | 'saveGroups'>,
  entering: Entering,
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
  await entering.record(district, 'directory', `${district}#groups#${base + 1}`);
  const { kind } = await directory.saveGroups(district, entered, base, { by: entering.by(district), at: entering.at });
  if (kind === 'stale') await enterGroups(district, read, directory, entering);
}

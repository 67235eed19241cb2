import { type RegimeChoice, requireRegime } from '#shared/norms/regimes.ts';
import { endOfDayAfter, type Instant, type Month, standsIn } from '#shared/period.ts';
import type { CellType } from '#shared/units/cell-types.ts';

/** The dotted path of slugs from the root: `hiep-hoa.thanh-van.thanh-binh`. */
export type UnitId = string;

/** What a unit is called, and what type a cell is, from a month until the next name. */
export interface UnitName extends Pick<Unit, 'name' | 'kind' | 'type'> {
  readonly from: Month;
}

export interface Unit {
  readonly id: UnitId;
  /** Its name without its kind: `Thanh Vân`. */
  readonly name: string;
  /** The kind before the name: `huyện`, `xã`, `thị trấn`, `Chi bộ thôn`. */
  readonly kind: string;
  readonly level: 'district' | 'commune' | 'cell';
  /** Cells only. */
  readonly type?: CellType;
  readonly from: Month;
  /** The last month in which it exists. */
  readonly to?: Month;
  /**
   * All its names, oldest first; absent if there has only been one. `name`, `kind` and `type` are those of the month
   * that was asked for; where none was, of today.
   */
  readonly names?: readonly UnitName[];
  /** The units from which it came, after a merger or a move. */
  readonly predecessors?: readonly UnitId[];
  /** Those predecessors whose open tasks, concerns and plans it takes on; absent: all of them. */
  readonly carriesOn?: readonly UnitId[];
  /**
   * Only of a unit that went over to another root: the units there that take it over. Without this word of its own
   * root, no other root gets anything of it.
   */
  readonly successors?: readonly UnitId[];
  /** Generated for the demonstration; every page and file that shows the unit says so. */
  readonly generated?: true;
  /** Districts only: the rules by which its months are judged, if not the dated regime. */
  readonly choices?: readonly RegimeChoice[];
}

/** A member of a working group: the post and its organ, never a name. */
export interface GroupMember {
  readonly post: string;
  readonly organ?: string;
}

/** A working group (tổ công tác) in a month: it is responsible for the communes assigned to it. */
export interface Group {
  readonly number: number;
  readonly name: string;
  readonly communes: readonly UnitId[];
  /** The head comes first; absent if no member has been entered. */
  readonly members?: readonly GroupMember[];
}

/** The units of a district that exist in one month, in the order in which they are listed. */
export interface Directory {
  readonly district: Unit;
  readonly communes: readonly Unit[];
  readonly cells: readonly Unit[];
  readonly groups: readonly Group[];
  /** Units that have ended, each with the one that takes on in this month what is open there. Absent without any. */
  readonly heirs?: ReadonlyMap<UnitId, UnitId>;
  /** As what the units stood in earlier months. Absent where there was no reform. */
  readonly pastOf?: (unit: UnitId, month: Month) => Past;
}

/** The units as which one stood in an earlier month. */
export interface Past {
  readonly units: readonly Unit[];
  /** Whether they became that unit and nothing else: then their figures, added up, are its own of that month. */
  readonly isWhole: boolean;
}

/** The form of an id: a dotted path of slugs. */
export const SLUGS = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Whether a text has the form of a unit's id. */
export function isUnitId(text: string): text is UnitId {
  return text.length <= 200 && SLUGS.test(text);
}

/** Whether `unit` is `scope` or is below it. It compares whole slugs: `a.bc` is not within `a.b`. */
export function isWithin(unit: UnitId, scope: UnitId): boolean {
  // Without a text made for each comparison: a district's roll-up compares a million times.
  return unit.startsWith(scope) && (unit.length === scope.length || unit[scope.length] === '.');
}

/** The district of a unit: the first slug of its path. */
export function districtOf(unit: UnitId): UnitId {
  return unit.split('.')[0] as UnitId;
}

/** The commune of a unit: the first two slugs of its path. A district has none and is returned itself. */
export function communeOf(unit: UnitId): UnitId {
  return unit.split('.', 2).join('.');
}

/** The unit above; a district has none. */
export function parentOf(unit: UnitId): UnitId | undefined {
  const end = unit.lastIndexOf('.');
  return end < 0 ? undefined : unit.slice(0, end);
}

/** A unit's full name: `xã Thanh Vân`. */
export function fullName(unit: Pick<Unit, 'kind' | 'name'>): string {
  return `${unit.kind} ${unit.name}`.trim();
}

/** A unit as it is called in a month; before its first month as it was called then. */
export function unitIn(month: Month, unit: Unit): Unit {
  const found = unit.names?.findLast(({ from }) => from <= month) ?? unit.names?.[0];
  if (!found) return unit;
  const { from: _, ...named } = found;
  const { type, ...rest } = unit;
  return { ...rest, ...named };
}

/**
 * Gives a unit a name from a month on; earlier months keep theirs. From the unit's first month on, it corrects the name
 * that it had all along.
 */
export function renamed(unit: Unit, name: Pick<Unit, 'name' | 'kind' | 'type'>, from: Month): Unit {
  const { names, name: _, kind, type, ...rest } = unit;
  const before = names ?? [nameOf(unit, unit.from)];
  const all = [...before.filter((each) => each.from < from), nameOf(name, from)];
  return { ...rest, ...name, ...(all.length > 1 && { names: all }) };
}

function nameOf({ name, kind, type }: Pick<Unit, 'name' | 'kind' | 'type'>, from: Month): UnitName {
  return { from, name, kind, ...(type && { type }) };
}

/** Whether a unit stands in a month: it stands only while all units above it do. */
export function isStanding(month: Month, unit: Unit, above: readonly (Unit | undefined)[]): boolean {
  return [unit, ...above].every((each) => each !== undefined && standsIn(month, each));
}

/**
 * The units of a subtree that stand in a month, called as in that month.
 *
 * @param units a unit and all below it, of all times
 */
export function standingIn(month: Month, units: readonly Unit[]): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map<UnitId, boolean>();
  // What stands above the top of the subtree is not among the units, and is not asked.
  const top = units.reduce((least, { id }) => Math.min(least, depthOf(id)), Number.POSITIVE_INFINITY);
  const stands = (id: UnitId): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const [unit, above] = [byId.get(id), parentOf(id)];
    const is =
      unit !== undefined && standsIn(month, unit) && (above === undefined || depthOf(above) < top || stands(above));
    known.set(id, is);
    return is;
  };
  return units.filter(({ id }) => stands(id)).map((unit) => unitIn(month, unit));
}

function depthOf(unit: UnitId): number {
  return unit.split('.').length;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** The order in which people look for units: by number and the Vietnamese alphabet, thôn 2 before thôn 10 and Đ after D. */
export function compareUnits(a: Pick<Unit, 'id' | 'name'>, b: Pick<Unit, 'id' | 'name'>): number {
  return vietnamese.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/**
 * The directory as it was in a month: units that did not stand are left out; the rest have the names of the month and
 * are sorted as Vietnamese readers expect.
 *
 * @throws {Error} if the list has no district
 */
export function directoryIn(month: Month, units: readonly Unit[], groups: readonly Group[]): Directory {
  const district = units.find((unit) => unit.level === 'district');
  if (!district) throw new Error('A directory needs its district');
  const standing = standingIn(month, units).sort(compareUnits);
  return {
    district: unitIn(month, district),
    communes: standing.filter((unit) => unit.level === 'commune'),
    cells: standing.filter((unit) => unit.level === 'cell'),
    groups: [...groups].sort((a, b) => a.number - b.number),
  };
}

/**
 * The instant until which a district's reports of a month are on time, and the one after which the month is official.
 *
 * @throws {RangeError} for a month without a regime
 */
export function deadlines(
  { choices }: Pick<Unit, 'choices'>,
  month: Month,
): { readonly due: Instant; readonly closing: Instant } {
  const { due, closing } = requireRegime(month, choices).deadlines;
  return { due: endOfDayAfter(month, due), closing: endOfDayAfter(month, closing) };
}

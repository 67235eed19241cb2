import { digestOf } from '#shared/digest.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { countDays, mergeArrivals } from '#shared/scorecards/arrivals.ts';
import type { CellMonth } from '#shared/scorecards/cell-month.ts';
import type { Arrivals, BelowNorm, CellMeeting } from '#shared/scorecards/scorecard.ts';
import { empty, merge, mergeAll, type Tally } from '#shared/scorecards/tally.ts';
import { heirIn } from '#shared/units/directory-with-heirs.ts';
import {
  communeOf,
  type Directory,
  fullName,
  type Group,
  parentOf,
  type Unit,
  type UnitId,
} from '#shared/units/units.ts';

/** The counts of one unit: its whole scorecard follows from these, the regime and the earlier months. */
export interface Figures {
  readonly unit: Unit;
  readonly tally: Tally;
  readonly arrivals: Arrivals;
  readonly children: readonly {
    readonly unit: Unit;
    readonly tally: Tally;
    readonly arrivals?: Arrivals;
    readonly meeting?: CellMeeting;
  }[];
  readonly groups: readonly { readonly group: Group; readonly tally: Tally }[];
  readonly belowNorm: readonly BelowNorm[];
}

/** What counts for a unit in addition to its reports. */
export interface UnitTally {
  readonly unit: UnitId;
  readonly tally: Tally;
}

/** The part of a district's scorecard that comes from one unit. */
export interface Part {
  readonly tally: Tally;
  /** The digest of the list of what was counted. */
  readonly inputs: string;
}

/** Everything that was counted for a commune. */
export interface CommunePart extends Part {
  readonly unit: UnitId;
  /** For the commune's own scorecard. */
  readonly digest: string;
  readonly arrivals: Arrivals;
}

/**
 * Counts each commune of a directory from the months of its cells, in any order.
 *
 * @param besides what does not come from reports. It counts for its unit and all units above; if the unit does not
 *   exist in the month, it counts for its heir or the next one above that does, so that nothing is lost.
 * @returns the communes, and as `rest` what belongs to the district but to no commune
 */
export function countCommunes(
  directory: Directory,
  months: readonly CellMonth[],
  besides: readonly UnitTally[] = [],
): { readonly communes: readonly Figures[]; readonly rest: Tally } {
  const byCell = new Map(months.map((month) => [month.cell.id, month]));
  const standing = new Set([directory.district, ...directory.communes, ...directory.cells].map(({ id }) => id));
  const byUnit = Map.groupBy(besides, ({ unit }) => nearest(heirIn(directory, unit), standing));
  const add = (unit: Unit, tally: Tally) =>
    (byUnit.get(unit.id) ?? []).reduce((sum, each) => merge(sum, each.tally), tally);
  const cellsOf = Map.groupBy(directory.cells, ({ id }) => communeOf(id));
  const communes = directory.communes.map((commune) => {
    const cells = cellsOf.get(commune.id) ?? [];
    const counted = countCommune(
      commune,
      cells.flatMap((cell) => {
        const month = byCell.get(cell.id);
        return month ? { ...month, tally: add(cell, month.tally) } : [];
      }),
    );
    return { ...counted, tally: add(commune, counted.tally) };
  });
  return { communes, rest: add(directory.district, empty) };
}

/**
 * Merges a district from its communes, in the directory's order, and from what belongs to no commune. A group that is
 * responsible for none of them is left out: it may be of another month.
 */
export function mergeCommunes(
  { district, groups }: Pick<Directory, 'district' | 'groups'>,
  communes: readonly Pick<Figures, 'unit' | 'tally' | 'arrivals' | 'belowNorm'>[],
  rest: Tally,
): Figures {
  const standing = new Set(communes.map(({ unit }) => unit.id));
  return {
    unit: district,
    tally: mergeAll([...communes.map(({ tally }) => tally), rest]),
    arrivals: mergeArrivals(communes.map(({ arrivals }) => arrivals)),
    children: communes.map(({ unit, tally, arrivals }) => ({ unit, tally, arrivals })),
    groups: groups
      .map((group) => ({ ...group, communes: group.communes.filter((commune) => standing.has(commune)) }))
      .filter(({ communes: own }) => own.length > 0)
      .map((group) => ({
        group,
        tally: mergeAll(communes.filter(({ unit }) => group.communes.includes(unit.id)).map(({ tally }) => tally)),
      })),
    belowNorm: communes.flatMap(({ belowNorm }) => belowNorm),
  };
}

/** The digest of all inputs of a district: it covers each commune's digest and what belongs to no commune. */
export function mergeInputs(communes: readonly Pick<CommunePart, 'unit' | 'inputs'>[], rest: string): string {
  return digestOf({ communes: Object.fromEntries(communes.map(({ unit, inputs }) => [unit, inputs])), rest });
}

/** The unit itself, or the next one above that exists; none for a unit of another district. */
function nearest(unit: UnitId, standing: ReadonlySet<UnitId>): UnitId | undefined {
  const above = parentOf(unit);
  return standing.has(unit) || above === undefined ? unit : nearest(above, standing);
}

function countCommune(commune: Unit, months: readonly CellMonth[]): Figures {
  return {
    unit: commune,
    tally: mergeAll(months.map(({ tally }) => tally)),
    arrivals: countDays(months.flatMap(({ arrived }) => arrived ?? [])),
    children: months.map(({ cell, tally, regular }) => ({
      unit: cell,
      tally,
      ...(regular && { meeting: meetingOf(regular.report) }),
    })),
    groups: [],
    belowNorm: months
      .filter(({ flags }) => flags.length > 0)
      .map(({ cell, flags }) => ({
        cell: cell.id,
        name: fullName(cell),
        commune: fullName(commune),
        reasons: flags,
      })),
  };
}

function meetingOf({ date, fullMembers, probationaryMembers }: ReportFigures): CellMeeting {
  return { day: date, members: fullMembers + probationaryMembers };
}

import type { CellMonth } from '#shared/cell-month.ts';
import type { BelowNorm, CellMeeting } from '#shared/scorecard.ts';
import { merge, mergeAll, type Tally } from '#shared/tally.ts';
import { type Directory, fullName, type Group, isWithin, parentOf, type Unit, type UnitId } from '#shared/units.ts';
import type { Facts } from '#shared/words.ts';

/** What is counted for one unit: everything on its scorecard follows from this, the regime and the earlier months. */
export interface Figures {
  readonly unit: Unit;
  readonly tally: Tally;
  readonly children: readonly { readonly unit: Unit; readonly tally: Tally; readonly meeting?: CellMeeting }[];
  readonly groups: readonly { readonly group: Group; readonly tally: Tally }[];
  readonly belowNorm: readonly BelowNorm[];
}

/** What counts for a unit besides its reports. */
export interface UnitTally {
  readonly unit: UnitId;
  readonly tally: Tally;
}

/**
 * Counts a district and each of its communes from the months of their cells, in whatever order these come.
 *
 * @param besides what is not told by reports. It counts for its unit and all above; where that does not stand in the
 *   month, for the next one above that does, so that nothing is lost.
 */
export function countDistrict(
  directory: Directory,
  months: readonly CellMonth[],
  besides: readonly UnitTally[] = [],
): readonly Figures[] {
  const byCell = new Map(months.map((month) => [month.cell.id, month]));
  const standing = new Set([directory.district, ...directory.communes, ...directory.cells].map(({ id }) => id));
  const byUnit = Map.groupBy(besides, ({ unit }) => nearest(unit, standing));
  const add = (unit: Unit, tally: Tally) =>
    (byUnit.get(unit.id) ?? []).reduce((sum, each) => merge(sum, each.tally), tally);
  const communes = directory.communes.map((commune) => {
    const cells = directory.cells.filter((cell) => isWithin(cell.id, commune.id));
    const counted = countCommune(
      commune,
      cells.flatMap((cell) => {
        const month = byCell.get(cell.id);
        return month ? { ...month, tally: add(cell, month.tally) } : [];
      }),
    );
    return { ...counted, tally: add(commune, counted.tally) };
  });
  const district: Figures = {
    unit: directory.district,
    tally: add(directory.district, mergeAll(communes.map(({ tally }) => tally))),
    children: communes.map(({ unit, tally }) => ({ unit, tally })),
    groups: directory.groups.map((group) => ({
      group,
      tally: mergeAll(communes.filter(({ unit }) => group.communes.includes(unit.id)).map(({ tally }) => tally)),
    })),
    belowNorm: communes.flatMap(({ belowNorm }) => belowNorm),
  };
  return [district, ...communes];
}

/** The unit itself, or the next one above that stands; of another district none. */
function nearest(unit: UnitId, standing: ReadonlySet<UnitId>): UnitId | undefined {
  const above = parentOf(unit);
  return standing.has(unit) || above === undefined ? unit : nearest(above, standing);
}

function countCommune(commune: Unit, months: readonly CellMonth[]): Figures {
  return {
    unit: commune,
    tally: mergeAll(months.map(({ tally }) => tally)),
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

function meetingOf({ date, fullMembers, probationaryMembers }: Facts): CellMeeting {
  return { day: date, members: fullMembers + probationaryMembers };
}

import type { CellMonth } from '#shared/cell-month.ts';
import type { BelowNorm, CellMeeting } from '#shared/scorecard.ts';
import { mergeAll, type Tally } from '#shared/tally.ts';
import { type Directory, fullName, type Group, isWithin, type Unit } from '#shared/units.ts';
import type { Facts } from '#shared/words.ts';

/** What is counted for one unit: everything on its scorecard follows from this, the regime and the earlier months. */
export interface Figures {
  readonly unit: Unit;
  readonly tally: Tally;
  readonly children: readonly { readonly unit: Unit; readonly tally: Tally; readonly meeting?: CellMeeting }[];
  readonly groups: readonly { readonly group: Group; readonly tally: Tally }[];
  readonly belowNorm: readonly BelowNorm[];
}

/** Counts a district and each of its communes from the months of their cells, in whatever order these come. */
export function countDistrict(directory: Directory, months: readonly CellMonth[]): readonly Figures[] {
  const byCell = new Map(months.map((month) => [month.cell.id, month]));
  const communes = directory.communes.map((commune) => {
    const cells = directory.cells.filter((cell) => isWithin(cell.id, commune.id));
    return countCommune(
      commune,
      cells.flatMap((cell) => byCell.get(cell.id) ?? []),
    );
  });
  const district: Figures = {
    unit: directory.district,
    tally: mergeAll(communes.map(({ tally }) => tally)),
    children: communes.map(({ unit, tally }) => ({ unit, tally })),
    groups: directory.groups.map((group) => ({
      group,
      tally: mergeAll(communes.filter(({ unit }) => group.communes.includes(unit.id)).map(({ tally }) => tally)),
    })),
    belowNorm: communes.flatMap(({ belowNorm }) => belowNorm),
  };
  return [district, ...communes];
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

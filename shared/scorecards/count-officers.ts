import { digestOf } from '#shared/digest.ts';
import type { OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import { type CellOfficer, type OfficerListRevision, officerMonthOf } from '#shared/officers/officers.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { UnitTally } from '#shared/scorecards/count-district.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** A cell with its reports of the month. */
interface ReportedCell {
  readonly cell: Unit;
  readonly reports: readonly { readonly report: ReportFigures }[];
}

/**
 * Counts the cells with an officer, and those of them that had guidance and attendance. A commune without a list is
 * unknown and in no base; so is anything that neither the commune recorded nor the cell reported.
 */
export function countOfficers(
  cells: readonly ReportedCell[],
  lists: ReadonlyMap<UnitId, OfficerListRevision>,
  records: ReadonlyMap<UnitId, OfficerRecordRevision>,
): UnitTally[] {
  return cells.flatMap(({ cell, reports }) => {
    const commune = parentOf(cell.id) ?? '';
    const list = lists.get(commune);
    if (!list) return [];
    const facts = reports.map(({ report }) => report);
    const { cells: rows } = officerMonthOf(list, [cell], facts, records.get(commune));
    return rows.map((row) => ({ unit: cell.id, tally: countOfficer(row) }));
  });
}

function countOfficer({ member, oriented, attended }: CellOfficer): Tally {
  if (member === undefined) return { chargeListed: 1 };
  return {
    chargeListed: 1,
    inCharge: 1,
    ...(oriented !== undefined && { orientedKnown: 1 }),
    ...(oriented && { oriented: 1 }),
    ...(attended !== undefined && { attendedKnown: 1 }),
    ...(attended && { attended: 1 }),
  };
}

/** How a scorecard names a list of officers that it counted. */
export function listInput({ commune, revision, charges }: OfficerListRevision): string {
  return `${commune}_charge#${revision} ${digestOf(charges)}`;
}

/** How a scorecard names a month's record that it counted. */
export function recordInput({ commune, month, revision, cells }: OfficerRecordRevision): string {
  return `${commune}_${month}_charge#${revision} ${digestOf(cells)}`;
}

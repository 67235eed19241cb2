import type { Kind, Report } from '#shared/reports/report.ts';
import { compareUnits, type Unit, type UnitId } from '#shared/units/units.ts';

/** The cell for which a commune goes on, and how many are still missing with it. */
export interface NextCell {
  readonly cell: Unit;
  readonly missing: number;
}

/**
 * The next cell, in the order of units, that has no report of the kind of the one just sent; `undefined` if none is
 * missing. Nobody owes an extraordinary meeting.
 *
 * @param cells the commune's cells of the month
 * @param reports all that the month has
 */
export function nextCell(
  sent: { readonly cell: UnitId; readonly kind: Kind },
  cells: readonly Unit[],
  reports: readonly Pick<Report, 'cell' | 'kind'>[],
): NextCell | undefined {
  if (sent.kind === 'extraordinary') return undefined;
  const have = new Set(reports.filter(({ kind }) => kind === sent.kind).map(({ cell }) => cell));
  const missing = cells.filter(({ id }) => !have.has(id) && id !== sent.cell).sort(compareUnits);
  const own = cells.find(({ id }) => id === sent.cell);
  const cell = missing.find((each) => own && compareUnits(each, own) > 0) ?? missing[0];
  return cell && { cell, missing: missing.length };
}

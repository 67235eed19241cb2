import { digestOf } from '#shared/digest.ts';
import type { Month } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { UnitTally } from '#shared/scorecards/count-district.ts';
import { quarterNumberOf, type ThematicPlanRevision } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A cell with its reports of the month, and its thematic meetings of the quarter's earlier months. */
interface ThemedCell {
  readonly cell: { readonly id: UnitId };
  readonly reports: readonly { readonly report: Pick<ReportFigures, 'kind'> }[];
  readonly before: readonly unknown[];
}

/**
 * Counts the cells that planned a thematic meeting for the quarter, and those of them that have held one so far. A cell
 * without a plan is not in the base.
 */
export function countThemes(
  month: Month,
  cells: readonly ThemedCell[],
  plans: ReadonlyMap<UnitId, ThematicPlanRevision>,
): UnitTally[] {
  const quarter = quarterNumberOf(month);
  return cells
    .filter(({ cell }) => plans.get(cell.id)?.quarters[quarter])
    .map(({ cell, reports, before }) => {
      const held = before.length > 0 || reports.some(({ report }) => report.kind === 'thematic');
      return { unit: cell.id, tally: { themesPlanned: 1, ...(held && { themesHeld: 1 }) } };
    });
}

/** How a scorecard names a plan that it counted: the digest includes the subjects but not the titles. */
export function planInput({ cell, year, revision, quarters }: ThematicPlanRevision): string {
  const subjects = Object.entries(quarters).map(([number, planned]) => [number, planned.theme]);
  return `${cell}_${year}_themes#${revision} ${digestOf(Object.fromEntries(subjects))}`;
}

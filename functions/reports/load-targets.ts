import { linesOf } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import { formatNumber } from '#shared/language/format.ts';
import { type Month, monthOf, monthsBetween, standsIn } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import { parseTargetId, type TargetId, targetIdOf } from '#shared/reports/target-id.ts';
import { progressOf, type TargetProgress } from '#shared/targets/progress.ts';
import { isOfYear, type TargetPlanRevision } from '#shared/targets/target-plan.ts';
import { type Year, yearOf } from '#shared/themes/thematic-plan.ts';
import type { Unit } from '#shared/units/units.ts';

export interface TargetDeps {
  readonly targets: Pick<TargetStore, 'ofCell'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** All plans of some cells: of one, and of those that it carries on. */
export async function loadTargets(
  cells: readonly Pick<Unit, 'id'>[],
  targets: TargetDeps['targets'],
): Promise<TargetPlanRevision[]> {
  return (await Promise.all(cells.map(({ id }) => targets.ofCell(id)))).flat();
}

/** What a resolution of a year may serve: each target in short, by its id. */
export function targetsToServe(plans: readonly TargetPlanRevision[], year: Year): ReadonlyMap<TargetId, string> {
  return new Map(
    plans.flatMap((plan) =>
      plan.targets
        .filter((target) => isOfYear(plan, target, year))
        .map(({ row, what, quantity, unit }) => {
          const short = `${what} (${formatNumber(quantity)} ${resultUnits[unit].vi})`;
          return [targetIdOf(plan, row), short] as const;
        }),
    ),
  );
}

/** The words of the target that a report serves, by its id; none where it serves none. */
export async function loadServed(
  { serves, date }: Pick<ReportFigures, 'serves' | 'date'>,
  targets: TargetDeps['targets'],
): Promise<ReadonlyMap<string, string>> {
  const parts = parseTargetId(serves ?? '');
  return parts ? targetsToServe(await targets.ofCell(parts.cell), yearOf(monthOf(date))) : new Map();
}

/**
 * The progress of a year's targets, for the pages that show it. It reads the reports since the oldest target of the year
 * was entered, and none where there is no target.
 *
 * @param cells the cell, and those that it carries on
 * @param now the month that runs
 */
export async function loadProgress(
  cells: readonly Unit[],
  plans: readonly TargetPlanRevision[],
  year: Year,
  now: Month,
  { reports }: Pick<TargetDeps, 'reports'>,
): Promise<readonly TargetProgress[]> {
  const shown = plans.filter((plan) => plan.targets.some((target) => isOfYear(plan, target, year)));
  const first = shown.map((plan) => plan.year).sort()[0];
  if (first === undefined) return [];
  const last = `${year}-12` < now ? `${year}-12` : now;
  const months = monthsBetween(`${first}-01` as Month, last as Month);
  const found = await Promise.all(
    cells.flatMap((cell) =>
      months
        .filter((month) => standsIn(month, cell))
        .map((month) => reports.newestOfMonth(cell.id, month, { consistent: month === now })),
    ),
  );
  return progressOf(
    shown,
    found.flat().map(({ report }) => report),
    year,
  );
}

/** The progress of a cell's year, with what it carries on; for a page that shows it beside other things. */
export async function progressOfCell(
  cell: Unit,
  year: Year,
  now: Month,
  deps: TargetDeps & { readonly directory: Pick<DirectoryStore, 'allUnits'> },
): Promise<readonly TargetProgress[]> {
  const cells = [...new Set((await linesOf(cell, deps.directory)).flat())];
  return loadProgress(cells, await loadTargets(cells, deps.targets), year, now, deps);
}

/** By what names the audit knows the plans whose words are shown. */
export function plansNamed(progress: readonly TargetProgress[]): string[] {
  return [...new Set(progress.map(({ id }) => id.replace(/_\d+$/, '_targets')))];
}

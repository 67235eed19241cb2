import { loadTargets, targetsToServe } from '#functions/reports/load-targets.ts';
import { linesOf } from '#functions/reports/load-tasks.ts';
import type { FormDeps } from '#functions/web/reports/load-form.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { monthOf } from '#shared/period.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { isTargetId } from '#shared/reports/target-id.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import type { Unit } from '#shared/units/units.ts';

/**
 * Finds that a report serves what is no target of its cell's year, nor of one that it carries on. What the stored report
 * names already stays, though its target was taken away since.
 */
export async function findUnknownTarget(
  report: Report,
  cell: Unit,
  { directory, targets, reports }: Pick<FormDeps, 'directory' | 'targets' | 'reports'>,
): Promise<FieldError[]> {
  const { serves } = report;
  if (!isTargetId(serves)) return [];
  const cells = [...new Set((await linesOf(cell, directory)).flat())];
  const known = targetsToServe(await loadTargets(cells, targets), yearOf(monthOf(report.date)));
  if (known.has(serves)) return [];
  const stored = await reports.newest(reportIdOf(report));
  return stored?.report.serves === serves ? [] : [{ field: 'serves', code: 'not-a-choice' }];
}

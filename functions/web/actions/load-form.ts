import type { Deps } from '#functions/web/deps.ts';
import { addMonths, type Month } from '#shared/period.ts';
import { type Regime, regimeOf } from '#shared/regimes.ts';
import type { ReportId } from '#shared/report.ts';
import { districtOf, fullName, parentOf, type Unit, type UnitId } from '#shared/units.ts';

/** What the form shows besides what is typed into it. */
export interface FormSetting {
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly month: Month;
  readonly regime: Regime;
  /** Tasks that last month's meeting gave out: this month's follow-ups. */
  readonly lastMonth: { readonly tasks: readonly string[] };
}

/** Loads the setting of a cell's form. */
export async function loadForm(
  cell: Unit,
  month: Month,
  deps: Pick<Deps, 'directory' | 'reports'>,
): Promise<FormSetting> {
  const [commune, district, tasks] = await Promise.all([
    deps.directory.unit(parentOf(cell.id) ?? cell.id),
    deps.directory.unit(districtOf(cell.id)),
    lastTasks(cell.id, addMonths(month, -1), deps),
  ]);
  return {
    cell: { id: cell.id, name: fullName(cell), communeName: commune ? fullName(commune) : '' },
    month,
    regime: regimeOf(month, district?.choices),
    lastMonth: { tasks },
  };
}

/** The setting of a form when nothing can be loaded: what was typed is shown all the same. */
export function bareForm(cell: UnitId, month: Month): FormSetting {
  return { cell: { id: cell, name: cell, communeName: '' }, month, regime: regimeOf(month), lastMonth: { tasks: [] } };
}

async function lastTasks(cell: UnitId, month: Month, { reports }: Pick<Deps, 'reports'>): Promise<string[]> {
  const meetings = await reports.newestOfMonth(cell, month);
  const ids = meetings.filter(({ report }) => report.tasks.length > 0).map(({ id }): ReportId => id);
  const whole = await Promise.all(ids.map((id) => reports.newest(id)));
  return whole
    .flatMap((revision) => revision?.report.tasks.map(({ what }) => what) ?? [])
    .filter((what) => what !== '');
}

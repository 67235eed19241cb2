import type { Deps } from '#functions/web/deps.ts';
import { addMonths, type Day, type Month } from '#shared/period.ts';
import { type Regime, regimeOf } from '#shared/regimes.ts';
import type { Members, ReportId } from '#shared/report.ts';
import { districtOf, fullName, parentOf, type Unit, type UnitId } from '#shared/units.ts';

/** What a form takes over from last month's meetings. */
export interface LastMonth {
  /** Tasks that were given out: this month's follow-ups. */
  readonly tasks: readonly string[];
  /** The cell's members, as its last meeting had them. */
  readonly members?: Members & { readonly date: Day };
}

/** What the form shows besides what is typed into it. */
export interface FormSetting {
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly month: Month;
  readonly regime: Regime;
  readonly lastMonth: LastMonth;
}

/** Loads the setting of a cell's form. */
export async function loadForm(
  cell: Unit,
  month: Month,
  deps: Pick<Deps, 'directory' | 'reports'>,
): Promise<FormSetting> {
  const [commune, district, lastMonth] = await Promise.all([
    deps.directory.unit(parentOf(cell.id) ?? cell.id),
    deps.directory.unit(districtOf(cell.id)),
    loadLastMonth(cell.id, addMonths(month, -1), deps),
  ]);
  return {
    cell: { id: cell.id, name: fullName(cell), communeName: commune ? fullName(commune) : '' },
    month,
    regime: regimeOf(month, district?.choices),
    lastMonth,
  };
}

/** The setting of a form when nothing can be loaded: what was typed is shown all the same. */
export function bareForm(cell: UnitId, month: Month): FormSetting {
  return { cell: { id: cell, name: cell, communeName: '' }, month, regime: regimeOf(month), lastMonth: { tasks: [] } };
}

async function loadLastMonth(cell: UnitId, month: Month, { reports }: Pick<Deps, 'reports'>): Promise<LastMonth> {
  const meetings = await reports.newestOfMonth(cell, month);
  const ids = meetings.filter(({ report }) => report.tasks.length > 0).map(({ id }): ReportId => id);
  const whole = await Promise.all(ids.map((id) => reports.newest(id)));
  const members = meetings
    .map(({ report }) => report)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  return {
    tasks: whole
      .flatMap((revision) => revision?.report.tasks.map(({ what }) => what) ?? [])
      .filter((what) => what !== ''),
    ...(members && { members }),
  };
}

import type { Freshness } from '#functions/store/pages.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import type { Month } from '#shared/period.ts';
import { inheritedPlans } from '#shared/themes/inherited-plans.ts';
import {
  type ThematicMeeting,
  type ThematicPlanRevision,
  thematicAmong,
  type Year,
} from '#shared/themes/thematic-plan.ts';
import { communesBefore, heirIn } from '#shared/units/directory-with-heirs.ts';
import { type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

type Heirs = Pick<Directory, 'heirs'>;

/** The plans of a unit's cells, those included that they have from cells that have ended. */
export async function loadPlans(
  unit: UnitId,
  year: Year,
  directory: Heirs,
  { thematicPlans }: { readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'> },
): Promise<ReadonlyMap<UnitId, ThematicPlanRevision>> {
  const units = [unit, ...communesBefore(unit, directory)];
  const found = await Promise.all(units.map((each) => thematicPlans.ofYear(each, year)));
  const all = inheritedPlans(new Map(found.flatMap((each) => [...each])), directory);
  return new Map([...all].filter(([cell]) => isWithin(cell, unit)));
}

/** The thematic meetings of a unit's cells in some months, each at the cell that carries on the one that held it. */
export async function loadMeetings(
  unit: UnitId,
  months: readonly Month[],
  directory: Heirs,
  { reports }: { readonly reports: Pick<ReportStore, 'arrivedInMonth'> },
  freshness?: Freshness,
): Promise<readonly ThematicMeeting[]> {
  const units = [unit, ...communesBefore(unit, directory)];
  const found = await Promise.all(
    units.flatMap((each) => months.map((month) => reports.arrivedInMonth(each, month, freshness))),
  );
  return thematicAmong(found.flat())
    .map((meeting) => ({ ...meeting, cell: heirIn(directory, meeting.cell) }))
    .filter(({ cell }) => isWithin(cell, unit));
}

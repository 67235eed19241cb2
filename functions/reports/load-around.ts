import type { Lines } from '#functions/reports/load-tasks.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { type GuidanceRevision, isFor, newestGuidance } from '#shared/guidance/guidance.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Month } from '#shared/period.ts';
import { inheritedPlans } from '#shared/themes/inherited-plans.ts';
import { type PlannedTheme, quarterNumberOf, yearOf } from '#shared/themes/thematic-plan.ts';
import { districtOf, type Unit } from '#shared/units/units.ts';

export interface AroundDeps {
  readonly matters: Pick<MatterStore, 'all'>;
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'>;
}

/** What stands around a cell's meeting of a month, its own and what it took on from cells before it. */
interface Around {
  readonly matters: readonly TrackedMatter[];
  /** What the cell has planned for the quarter's thematic meeting. */
  readonly planned?: PlannedTheme;
  /** What the district published for cells of its type. */
  readonly guidance: readonly GuidanceRevision[];
}

/** @param lines of the cell: the ways from the cells before it */
export async function loadAround(cell: Unit, lines: Lines, month: Month, deps: AroundDeps): Promise<Around> {
  const cells = [...new Set(lines.flat())];
  const [matters, published, plans] = await Promise.all([
    Promise.all(cells.map(({ id }) => deps.matters.all(id))),
    deps.guidance.ofMonth(districtOf(cell.id), month),
    Promise.all(cells.map(({ id }) => deps.thematicPlans.ofYear(id, yearOf(month)))),
  ]);
  const heirs = new Map(cells.flatMap(({ id }) => (id === cell.id ? [] : [[id, cell.id] as const])));
  const stored = new Map(plans.flatMap((each) => [...each]));
  const planned = inheritedPlans(stored, { heirs }).get(cell.id)?.quarters[quarterNumberOf(month)];
  return {
    matters: matters.flat(),
    ...(planned && { planned }),
    guidance: newestGuidance(published).filter(({ audience }) => isFor(audience, new Set([cell.type]))),
  };
}

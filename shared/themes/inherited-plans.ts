import type { ThematicPlanRevision } from '#shared/themes/thematic-plan.ts';
import { heirIn } from '#shared/units/directory-with-heirs.ts';
import type { Directory, UnitId } from '#shared/units/units.ts';

/**
 * The plans of a directory's cells. One that has entered none yet takes on those of the cells before it; where two have
 * planned for the same quarter, the later word holds.
 *
 * @param plans of a year, also of cells that have ended
 * @returns an inherited plan has the revision 0: the first that the cell itself enters comes after it
 */
export function inheritedPlans(
  plans: ReadonlyMap<UnitId, ThematicPlanRevision>,
  directory: Pick<Directory, 'heirs'>,
): ReadonlyMap<UnitId, ThematicPlanRevision> {
  if (!directory.heirs) return plans;
  const inherited = new Map<UnitId, ThematicPlanRevision>();
  const oldestFirst = [...plans.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const plan of oldestFirst) {
    const cell = heirIn(directory, plan.cell);
    if (cell === plan.cell || plans.has(cell)) continue;
    const quarters = { ...inherited.get(cell)?.quarters, ...plan.quarters };
    inherited.set(cell, { ...plan, cell, quarters, revision: 0 });
  }
  return new Map([...plans, ...inherited]);
}

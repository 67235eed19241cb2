import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedAction } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { loadOfficial } from '#functions/steering/actions/load-figures.ts';
import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { holds, type Viewer } from '#shared/access/can.ts';
import {
  type ActionStep,
  isPlanned,
  type PlannedAction,
  type SeenFigure,
  type TrackedAction,
} from '#shared/actions/action.ts';
import { actionStepsOn } from '#shared/actions/action-steps.ts';
import { figureToReach, newestJudged } from '#shared/actions/figures.ts';
import { monthAt } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, fullName, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

export interface ActionDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits'>;
  readonly actions: Pick<ActionStore, 'find'>;
  readonly scorecards: Pick<ScorecardStore, 'between'>;
}

/** An action with what its page says around it. */
export interface LoadedAction {
  readonly action: PlannedAction;
  readonly unitName: string;
  /** Blank if the unit is no cell. */
  readonly communeName: string;
  /** The unit that has it now: its own, or its heir after a reform. */
  readonly keeper: UnitId;
  /** The newest figure with a verdict: an official one or, where none is as new, that on which it was opened. */
  readonly newest?: SeenFigure;
  /** What the reader may do of an action that the unit has. */
  readonly stepsOn: (action: Pick<TrackedAction, 'state'>) => readonly ActionStep[];
}

/** The action that a request names; `undefined` if its reader may not see it, or it is only a dismissed proposal. */
export async function loadAction(request: SignedIn, deps: ActionDeps): Promise<LoadedAction | undefined> {
  const { params, viewer, now } = request;
  const read = (as: Viewer) => namedAction(as, 'see', params['id'])?.id;
  const id = await namedBefore(viewer, now, deps.directory, read);
  const action = id === undefined ? undefined : await deps.actions.find(id);
  if (!action || !isPlanned(action)) return undefined;
  const [unit, above] = await Promise.all([
    deps.directory.unit(action.unit),
    deps.directory.unit(communeOf(action.unit)),
  ]);
  const keeper = await keeperOf(action.unit, unit, request, deps);
  // Right after a reform only the unit before has been judged.
  const official =
    newestJudged(await loadOfficial(keeper, now, deps), keeper, action.indicator) ??
    (keeper === action.unit
      ? undefined
      : newestJudged(await loadOfficial(action.unit, now, deps), action.unit, action.indicator));
  const newest = figureToReach(action, official);
  const called = (named: Unit) => fullName(unitIn(action.month, named));
  return {
    action,
    unitName: unit ? called(unit) : action.unit,
    communeName: above && above.id !== action.unit ? called(above) : '',
    keeper,
    ...(newest && { newest }),
    stepsOn: (each) => (holds(viewer, keeper) ? actionStepsOn(each, viewer.role) : []),
  };
}

/** Who has now what waits at a unit: after a reform its heir. */
async function keeperOf(
  id: UnitId,
  unit: Unit | undefined,
  { viewer, now }: SignedIn,
  { directory }: ActionDeps,
): Promise<UnitId> {
  const month = monthAt(now);
  if (!unit?.to || unit.to >= month) return id;
  const lineage = lineageOf(await directory.allUnits(districtOf(viewer.unit)));
  return lineage.keeperOf(id, month)?.id ?? lineage.givenTo(id, month) ?? id;
}

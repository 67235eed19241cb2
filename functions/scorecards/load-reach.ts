import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { TrainingStore } from '#functions/store/training-store.ts';
import { addDays, addMonths, type Day, dayAt, type Instant, lastMonthOf, type Period } from '#shared/period.ts';
import { type Reach, reachFrom, reachOf, trainedCells } from '#shared/trainings/reach.ts';
import { cellsIn } from '#shared/trainings/visibility.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface ReachDeps {
  readonly directory: Pick<DirectoryStore, 'directoryAround'>;
  readonly trainings: Pick<TrainingStore, 'between'>;
}

/**
 * How many of a unit's secretaries were trained in the twelve months up to the end of a period. It stands beside the
 * scorecard and is none of its stored figures.
 *
 * @param now a period that still runs is told up to today
 */
export async function loadReach(
  { unit, month }: { readonly unit: UnitId; readonly month: Period },
  now: Instant,
  { directory, trainings }: ReachDeps,
): Promise<Reach | undefined> {
  const last = lastMonthOf(month);
  const ending = addDays(`${addMonths(last, 1)}-01` as Day, -1);
  const [until] = [ending, dayAt(now)].sort() as [Day, Day];
  const [found, held] = await Promise.all([
    directory.directoryAround(unit, last),
    trainings.between(districtOf(unit), reachFrom(until), until),
  ]);
  if (!found) return undefined;
  const { heirs } = found;
  const trained = trainedCells(held, 'secretary', { today: until, ...(heirs && { heirs }) });
  return reachOf(cellsIn([unit], found), trained);
}

import { addMonths, type Day, monthOf } from '#shared/period.ts';
import { type Post, seatsNow } from '#shared/trainings/attendance.ts';
import type { TrainingRevision } from '#shared/trainings/training.ts';
import type { Directory, Unit, UnitId } from '#shared/units/units.ts';

/** Over so many months reach is told. */
const REACH_MONTHS = 12;

/** How many cells had a post trained, of those that stand. */
export interface Reach {
  readonly trained: number;
  readonly of: number;
}

/** The first day of the span over which reach is told: the day after the same day twelve months earlier. */
export function reachFrom(today: Day): Day {
  return `${addMonths(monthOf(today), -REACH_MONTHS)}${today.slice(7)}` as Day;
}

/** The cells of which somebody of a post came to a training that stands, in the twelve months up to today. */
export function trainedCells(
  trainings: readonly Pick<TrainingRevision, 'day' | 'seats' | 'dropped'>[],
  post: Post,
  { today, heirs }: { readonly today: Day; readonly heirs?: Directory['heirs'] },
): ReadonlySet<UnitId> {
  const from = reachFrom(today);
  const held = trainings.filter(({ day, dropped }) => dropped === undefined && day > from && day <= today);
  const seats = held.flatMap((training) => Object.entries(seatsNow(training.seats, heirs)));
  return new Set(seats.flatMap(([cell, own]) => (own[post] === 'came' ? [cell] : [])));
}

/** How many of some cells are among those that were trained. */
export function reachOf(cells: readonly Pick<Unit, 'id'>[], trained: ReadonlySet<UnitId>): Reach {
  return { trained: cells.filter(({ id }) => trained.has(id)).length, of: cells.length };
}

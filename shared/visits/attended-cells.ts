import { addMonths, type Day, type Month, monthsBetween } from '#shared/period.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** How far back is looked for who attended a cell. The number is ours. */
const MONTHS_BACK = 12;

/** The months in which a cell must have been attended so that it is not counted as left alone: a year up to this one. */
export function attendedMonths(month: Month): Month[] {
  return monthsBetween(addMonths(month, 1 - MONTHS_BACK), month);
}

/**
 * When each unit was last attended by any group, of the visits that are given. A unit that carries on others after a
 * reform was attended when one of them was.
 *
 * @param units all that stood in the months of the visits, where one of them has predecessors
 */
export function lastAttended(
  visits: readonly Visit[],
  units: readonly Pick<Unit, 'id' | 'from' | 'predecessors'>[] = [],
): ReadonlyMap<UnitId, Day> {
  const last = new Map<UnitId, Day>();
  for (const { unit, date, state } of visits) {
    if (state === 'done' && date > (last.get(unit) ?? '')) last.set(unit, date);
  }
  // Who came first hands on first.
  for (const { id, predecessors = [] } of units.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    for (const before of predecessors) {
      const day = last.get(before);
      if (day && day > (last.get(id) ?? '')) last.set(id, day);
    }
  }
  return last;
}

/** The cells that no group has attended, in their own order. */
export function neverAttended<U extends Pick<Unit, 'id' | 'level'>>(
  units: readonly U[],
  attended: ReadonlyMap<UnitId, Day>,
): U[] {
  return units.filter(({ id, level }) => level === 'cell' && !attended.has(id));
}

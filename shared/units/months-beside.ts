import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, standsIn } from '#shared/period.ts';

/** The first and the last month of something; there is no end if `to` is absent. */
interface Span {
  readonly from: Month;
  readonly to?: Month;
}

/**
 * The months before and after one to which the page of a unit leads: only those in which it stands. What was before it,
 * and what came after, is on other units' pages.
 *
 * @param last the last month that such a page is of
 * @example monthsBeside('2026-12', { from: '2026-12' }, '2027-03') //=> { nextMonth: '2027-01' }
 */
export function monthsBeside(
  month: Month,
  unit: Span,
  last: Month,
): { readonly previousMonth?: Month; readonly nextMonth?: Month } {
  const [previousMonth, nextMonth] = [addMonths(month, -1), addMonths(month, 1)];
  return {
    ...(findRegime(previousMonth) && standsIn(previousMonth, unit) && { previousMonth }),
    ...(nextMonth <= last && standsIn(nextMonth, unit) && { nextMonth }),
  };
}

/**
 * The month nearest to one in which units stand: itself, their last one or their first.
 *
 * @param units a unit and those above it
 */
export function nearestMonth(month: Month, units: readonly Span[]): Month {
  const first =
    units
      .map(({ from }) => from)
      .sort()
      .at(-1) ?? month;
  const last = units.flatMap(({ to }) => to ?? []).sort()[0] ?? month;
  if (month < first) return first;
  return month > last ? last : month;
}

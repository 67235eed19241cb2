import { loadLines, type MonthsDeps } from '#functions/reports/load-months.ts';
import { addMonths, isMonth, lastMonthOf, type Month } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { type Trend, trendOf } from '#shared/scorecards/trend.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * The year of months that ends with the scorecard's last one; that one stands as it is in the file or on the page.
 *
 * @param sees whether the reader sees a unit in a month
 */
export async function loadTrend(
  scorecard: Scorecard,
  sees: (unit: UnitId, month: Month) => boolean,
  deps: MonthsDeps,
): Promise<Trend> {
  const to = lastMonthOf(scorecard.month);
  const span = { from: addMonths(to, -11), to };
  const isLast = isMonth(scorecard.month);
  const before = await loadLines(scorecard.unit, isLast ? { ...span, to: addMonths(to, -1) } : span, sees, deps);
  const months = [...before.months, ...(isLast ? [scorecard] : [])];
  return trendOf(span, months.length > 0 ? months : [scorecard]);
}

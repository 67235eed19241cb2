import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { addMonths, type Instant, monthAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';

/** How many months back a figure may have been judged last: what is asked for once a quarter, in two quarters. */
const MONTHS_BACK = 6;

/** The official scorecards of the last months that say a unit's figures, oldest first: a cell's are its commune's. */
export async function loadOfficial(
  unit: UnitId,
  now: Instant,
  { scorecards }: { readonly scorecards: Pick<ScorecardStore, 'between'> },
): Promise<readonly Scorecard[]> {
  const month = monthAt(now);
  const found = await scorecards.between(communeOf(unit), addMonths(month, -MONTHS_BACK), month);
  return found.filter(({ status }) => status === 'official');
}

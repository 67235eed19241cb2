import type { ScorecardRequest } from '#functions/scorecards/read-scorecard-request.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import {
  type Instant,
  isMonth,
  lastMonthOf,
  type Month,
  monthsOf,
  type Period,
  shiftPeriod,
  yearBefore,
} from '#shared/period.ts';
import { sameMonths } from '#shared/scorecards/compare.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

export interface LoadDeps {
  readonly scorecards: Pick<ScorecardStore, 'current' | 'official' | 'between'>;
}

/**
 * A unit's scorecard. For a month it is the stored one, the newest unless a revision is given; for a longer period it
 * is the merge of its months.
 */
export async function loadScorecard(
  { unit, period, revision }: Pick<ScorecardRequest, 'unit' | 'period' | 'revision'>,
  now: Instant,
  { scorecards }: LoadDeps,
): Promise<Scorecard | undefined> {
  if (isMonth(period)) {
    return revision === undefined ? scorecards.current(unit, period) : scorecards.official(unit, period, revision);
  }
  const months = (of: Period) => scorecards.between(unit, monthsOf(of)[0] as Month, lastMonthOf(of));
  const [before, yearAgo] = [shiftPeriod(period, -1), yearBefore(period)];
  const [own, ofBefore, ofYearAgo] = await Promise.all([period, before, yearAgo].map(months));
  return mergeMonths(period, own ?? [], {
    now,
    previousMonth: sameMonths(period, own ?? [], before, ofBefore ?? []),
    previousYear: sameMonths(period, own ?? [], yearAgo, ofYearAgo ?? []),
  });
}

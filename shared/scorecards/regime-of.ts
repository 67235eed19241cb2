import { type Regime, regimeById, requireRegime } from '#shared/norms/regimes.ts';
import { lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/** The regime by which a scorecard was judged, without what a district set differently; of a longer period its last month's. */
export function regimeOf({ month, regime }: Pick<Scorecard, 'month' | 'regime'>): Regime {
  return regimeById(regime) ?? requireRegime(lastMonthOf(month));
}

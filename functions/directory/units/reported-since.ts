import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { type Instant, type Month, monthAt, monthsBetween } from '#shared/period.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import { communeOf, isWithin, type UnitId } from '#shared/units/units.ts';

/**
 * Finds the units that have reported, by their communes' scorecards: this function may read no report. What came in the
 * last minute or two is not counted yet; `verify` names such a report.
 */
export function reportedSince(scorecards: Pick<ScorecardStore, 'current'>, now: Instant) {
  return async (units: readonly UnitId[], from: Month): Promise<readonly UnitId[]> => {
    const found = new Set<UnitId>();
    for (const commune of new Set(units.map(communeOf))) {
      for (const month of monthsBetween(from, monthAt(now))) {
        const children = (await scorecards.current(commune, month))?.children ?? [];
        // Not by their ranks: an open month ranks nobody.
        for (const { unit, indicators } of children) {
          if (partsOf(indicators, 'reported').numerator > 0 && units.some((each) => isWithin(unit, each)))
            found.add(unit);
        }
      }
    }
    return [...found].sort();
  };
}

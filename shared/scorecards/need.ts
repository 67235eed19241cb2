import type { Regime } from '#shared/norms/regimes.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { bandOf, type TargetBand } from '#shared/scorecards/target-band.ts';

/** How much help a unit needs, and why. */
export interface Need {
  readonly child: ScorecardChild;
  /** Cells without a report after the deadline, of all its cells. */
  readonly missing: Fraction;
  /** The targets that it can no longer meet. */
  readonly missed: readonly IndicatorId[];
  /** What they weigh together: one that is far from its target as much as three near misses. */
  readonly weight: number;
}

/** Our choice: no document weighs one missed target against another. */
const weights = { met: 0, near: 1, missed: 2, far: 3 } as const satisfies Record<TargetBand, number>;

/** @param bands the steps of the regime by which the unit was judged */
export function needOf(child: ScorecardChild, bands: Regime['targetBands']): Need {
  const missed = child.indicators.filter(({ verdict }) => verdict === 'missed');
  const weightOf = (band: ReturnType<typeof bandOf>) => (band === null || band === 'open' ? 0 : weights[band]);
  return {
    child,
    missing: partsOf(child.indicators, 'missing'),
    missed: missed.map(({ id }) => id),
    weight: missed.reduce((sum, figure) => sum + weightOf(bandOf(figure, bands)), 0),
  };
}

/** Those whose cells are silent come first, then whose missed targets weigh most, who lacks most reports, attended least. */
export function byNeed(a: Need, b: Need): number {
  return (
    Number(isSilent(b)) - Number(isSilent(a)) ||
    b.weight - a.weight ||
    b.missing.numerator - a.missing.numerator ||
    attendanceOf(a) - attendanceOf(b)
  );
}

/** Equal shares are equal numbers; who required nobody comes last. */
function attendanceOf({ child }: Need): number {
  const { numerator, denominator } = partsOf(child.indicators, 'attendance');
  return denominator > 0 ? numerator / denominator : 2;
}

function isSilent({ missing: { numerator, denominator } }: Need): boolean {
  return numerator > 0 && numerator === denominator;
}

import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';

interface Ranked {
  readonly indicators: readonly Indicator[];
}

/**
 * Ranks units from 1: by the number of targets met, then by attendance, compared as whole numbers. Equal units share a
 * rank; a unit without reports has none.
 *
 * @returns ranks in the order of `units`
 */
export function rank(units: readonly Ranked[]): readonly (number | null)[] {
  const standings = units.map(standingOf);
  const reporting = standings.filter((standing) => standing.reported).sort(byStanding);
  const ranks = new Map<Standing, number>();
  let last: { readonly standing: Standing; readonly rank: number } | undefined;
  for (const [at, standing] of reporting.entries()) {
    if (!last || byStanding(last.standing, standing) !== 0) last = { standing, rank: at + 1 };
    ranks.set(standing, last.rank);
  }
  return standings.map((standing) => ranks.get(standing) ?? null);
}

/** The figures that decide a unit's rank. */
interface Standing {
  readonly reported: boolean;
  readonly met: number;
  readonly attendance: Fraction;
}

function standingOf({ indicators }: Ranked): Standing {
  return {
    reported: partsOf(indicators, 'reported').numerator > 0,
    met: indicators.filter(({ met }) => met).length,
    attendance: partsOf(indicators, 'attendance'),
  };
}

/** The better unit first; 0 for equals. If nobody was required to attend, there is no rate: that comes last. */
function byStanding(a: Standing, b: Standing): number {
  if (a.met !== b.met) return b.met - a.met;
  const [left, right] = [a.attendance, b.attendance];
  if (left.denominator === 0 || right.denominator === 0) {
    return Number(left.denominator === 0) - Number(right.denominator === 0);
  }
  return right.numerator * left.denominator - left.numerator * right.denominator;
}

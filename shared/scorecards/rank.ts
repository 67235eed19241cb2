import { partsOf } from '#shared/scorecards/find-indicator.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Fraction, Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

interface Ranked {
  readonly indicators: readonly Indicator[];
}

type RankedMonth = Pick<Scorecard, 'month' | 'status' | 'parts' | 'regime'>;

/**
 * Ranks the units of a scorecard from 1: by the number of targets met, then by attendance, compared as whole numbers.
 * Equal units share a rank, and the next one counts them: 1, 2, 2, 4. A unit of which too few cells have reported has
 * none, and nobody has one while a month is open.
 */
export function rankChildren<Child extends Ranked>(
  children: readonly Child[],
  of: RankedMonth,
): (Child & { readonly rank: number | null })[] {
  const ranks = isClosed(of) ? ranksOf(children, rankedFrom(of)) : [];
  return children.map((child, at) => ({ ...child, rank: ranks[at] ?? null }));
}

/** The percent of its cells that must have reported for a unit to be ranked. */
export function rankedFrom(of: Pick<RankedMonth, 'month' | 'regime'>): number {
  return regimeOf(of).rankedFrom;
}

function ranksOf(units: readonly Ranked[], from: number): readonly (number | null)[] {
  const standings = units.map(standingOf);
  const ranked = standings.filter(({ reported }) => isEnough(reported, from)).sort(byStanding);
  const ranks = new Map<Standing, number>();
  let last: { readonly standing: Standing; readonly rank: number } | undefined;
  for (const [at, standing] of ranked.entries()) {
    if (!last || byStanding(last.standing, standing) !== 0) last = { standing, rank: at + 1 };
    ranks.set(standing, last.rank);
  }
  return standings.map((standing) => ranks.get(standing) ?? null);
}

function isEnough({ numerator, denominator }: Fraction, percent: number): boolean {
  return numerator > 0 && numerator * 100 >= percent * denominator;
}

/** The figures that decide a unit's rank. */
interface Standing {
  readonly reported: Fraction;
  readonly met: number;
  readonly attendance: Fraction;
}

function standingOf({ indicators }: Ranked): Standing {
  return {
    reported: partsOf(indicators, 'reported'),
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

import type { IndicatorId } from '#shared/indicators.ts';
import type { Indicator } from '#shared/scorecard.ts';

interface Ranked {
  readonly indicators: readonly Indicator[];
}

/**
 * Ranks units from 1: by how many targets they met, then by attendance, compared as whole numbers. Equal units share a
 * rank; a unit with nothing reported has none.
 *
 * @returns ranks in the order of `units`
 */
export function rank(units: readonly Ranked[]): readonly (number | null)[] {
  const reporting = units.filter((unit) => figure(unit, 'reported').numerator > 0);
  return units.map((unit) =>
    reporting.includes(unit) ? 1 + reporting.filter((other) => isBetter(other, unit)).length : null,
  );
}

function isBetter(a: Ranked, b: Ranked): boolean {
  const more = targetsMet(a) - targetsMet(b);
  if (more !== 0) return more > 0;
  const [left, right] = [figure(a, 'attendance'), figure(b, 'attendance')];
  // Where nobody was required to attend there is no rate: that comes after every rate.
  if (right.denominator === 0) return left.denominator > 0;
  return left.numerator * right.denominator > right.numerator * left.denominator;
}

function targetsMet({ indicators }: Ranked): number {
  return indicators.filter(({ met }) => met).length;
}

function figure({ indicators }: Ranked, id: IndicatorId): Pick<Indicator, 'numerator' | 'denominator'> {
  return indicators.find((indicator) => indicator.id === id) ?? { numerator: 0, denominator: 0 };
}

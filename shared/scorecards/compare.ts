import { findFraction, partsOf } from '#shared/scorecards/find-indicator.ts';
import type { BelowNorm, Fraction, Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/**
 * A scorecard compared with another one of the same unit: the other replaces the month before, for the unit and for
 * each unit and group below it.
 */
export function compareWith(scorecard: Scorecard, other: Scorecard): Scorecard {
  const beside = (figures: readonly Indicator[], others: readonly Indicator[] | undefined) =>
    figures.map((figure) => ({ ...figure, previousMonth: findFraction(others, figure.id) }));
  return {
    ...scorecard,
    indicators: beside(scorecard.indicators, other.indicators),
    children: scorecard.children.map((child) => ({
      ...child,
      indicators: beside(child.indicators, other.children.find(({ unit }) => unit === child.unit)?.indicators),
    })),
    groups: scorecard.groups.map((group) => ({
      ...group,
      indicators: beside(group.indicators, other.groups.find((each) => each.group === group.group)?.indicators),
    })),
  };
}

/** The differences between a later revision and an earlier one. */
export interface Changes {
  readonly figures: readonly { readonly id: Indicator['id']; readonly before: Fraction; readonly after: Fraction }[];
  /** Names of the units below whose figures changed. */
  readonly children: readonly string[];
  /** Cells that are newly below the norm, and cells that no longer are. */
  readonly nowBelow: readonly BelowNorm[];
  readonly noLongerBelow: readonly BelowNorm[];
}

/** Compares two revisions of one month. */
export function changesBetween(earlier: Scorecard, later: Scorecard): Changes {
  const differ = (a: readonly Indicator[], b: readonly Indicator[]) =>
    b.flatMap(({ id, numerator, denominator }) => {
      const before = partsOf(a, id);
      const same = before.numerator === numerator && before.denominator === denominator;
      return same ? [] : [{ id, before, after: { numerator, denominator } }];
    });
  const lacking = (a: Scorecard, b: Scorecard) =>
    a.belowNorm.filter(({ cell }) => !b.belowNorm.some((each) => each.cell === cell));
  return {
    figures: differ(earlier.indicators, later.indicators),
    children: later.children
      .filter(({ unit, indicators }) => {
        const before = earlier.children.find((child) => child.unit === unit);
        return differ(before?.indicators ?? [], indicators).length > 0;
      })
      .map(({ name }) => name),
    nowBelow: lacking(later, earlier),
    noLongerBelow: lacking(earlier, later),
  };
}

import { lastMonthOf, monthsOf, type Period, placeInQuarter } from '#shared/period.ts';
import { findFraction, partsOf } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { BelowNorm, Fraction, Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/**
 * A scorecard compared with another one of the same unit: the other replaces the month before, for the unit and for
 * each unit and group below it. Where either is open nothing is compared, and a figure of the quarter so far only with
 * one of as many months.
 */
export function compareWith(scorecard: Scorecard, other: Scorecard): Scorecard {
  const areClosed = isClosed(scorecard) && isClosed(other);
  const beside = (figures: readonly Indicator[], others: readonly Indicator[] | undefined) =>
    figures.map((figure) => ({
      ...figure,
      previousMonth:
        areClosed && isOfOneKind(figure.id, scorecard.month, other.month) ? findFraction(others, figure.id) : null,
    }));
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

/**
 * What a longer period is compared with: the months of an earlier one in the same places as those that it has so far.
 * Nothing, if a month of either is open or is lacking in the earlier one.
 */
export function sameMonths(
  period: Period,
  own: readonly Scorecard[],
  earlier: Period,
  ofEarlier: readonly Scorecard[],
): Scorecard | undefined {
  const has = new Set(own.map(({ month }) => month));
  const places = monthsOf(earlier);
  const wanted = monthsOf(period).flatMap((month, at) => (has.has(month) ? [places[at]] : []));
  const found = ofEarlier.filter(({ month }) => (wanted as readonly Period[]).includes(month));
  const areClosed = [...own, ...found].every(isClosed);
  return areClosed && found.length === wanted.length ? mergeMonths(earlier, found) : undefined;
}

function isOfOneKind(id: IndicatorId, a: Period, b: Period): boolean {
  return ruleOf(id).since !== 'quarter' || placeInQuarter(lastMonthOf(a)) === placeInQuarter(lastMonthOf(b));
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
  const differ = (a: readonly Indicator[] | undefined, b: readonly Indicator[]) =>
    b.flatMap(({ id, numerator, denominator }) => {
      const before = partsOf(a, id);
      const same = before.numerator === numerator && before.denominator === denominator;
      return same ? [] : [{ id, before, after: { numerator, denominator } }];
    });
  const lacking = (a: Scorecard, b: Scorecard) => {
    const known = new Set(b.belowNorm.map(({ cell }) => cell));
    return a.belowNorm.filter(({ cell }) => !known.has(cell));
  };
  return {
    figures: differ(earlier.indicators, later.indicators),
    children: later.children
      .filter(({ unit, indicators }) => {
        const before = earlier.children.find((child) => child.unit === unit);
        return differ(before?.indicators, indicators).length > 0;
      })
      .map(({ name }) => name),
    nowBelow: lacking(later, earlier),
    noLongerBelow: lacking(earlier, later),
  };
}

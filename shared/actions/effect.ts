import { type Estimate, estimate, type Observation } from '#shared/actions/estimate.ts';
import { addMonths, type Month, monthsBetween } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A unit's official figures by month, and what it is compared by. */
export interface UnitSeries {
  readonly unit: UnitId;
  /** Its type: units of another are not compared. */
  readonly type: string;
  /** How large it is, in a month of before: by default its cells. */
  readonly size: number;
  /** The figure of each official month; a month without one is absent. */
  readonly figures: ReadonlyMap<Month, Fraction>;
}

/** An action as far as it matters here: on which unit's figure, found in which month, opened in which. */
export interface ActedOn {
  readonly id: string;
  readonly unit: UnitId;
  readonly indicator: IndicatorId;
  /** The newest month that the district knew when it decided. */
  readonly found: Month;
  readonly opened: Month;
  /** The last month in which something was done: the month of closing, or absent while it is open. */
  readonly ended?: Month;
}

/** What became of the figure on which one was acted. */
export interface ActionEffect {
  readonly id: string;
  readonly indicator: IndicatorId;
  readonly before: Fraction;
  readonly after: Fraction;
  /** The other units: how many, and their mean before and after, in percent. */
  readonly others: { readonly count: number; readonly before: number; readonly after: number };
  /** By this action alone; absent where too few can be compared. */
  readonly estimate?: Estimate;
}

/** What the actions on one figure have reached together. */
export interface PooledEffect {
  readonly indicator: IndicatorId;
  /** The actions that can be compared, and all units beside which they stand. */
  readonly actions: number;
  readonly others: number;
  readonly estimate?: Estimate;
}

/** Over how many months figures are added up, before and after, and how many at least: one month of a commune is mostly chance. */
const MOST_MONTHS = 6;
const LEAST_MONTHS = 3;
/** Others differ at the start by at most so many points, and in size by at most such a factor. */
const LEVEL_APART = 15;
const SIZE_APART = 2;
/** Fewer others are no comparison. */
const LEAST_OTHERS = 3;

interface Spans {
  readonly before: readonly Month[];
  readonly after: readonly Month[];
}

/**
 * The months that an action is measured by: up to the one in which the figure was found wanting, and after the one in which
 * something was begun, as far as the unit has them. `undefined` if these are too few.
 */
function spansOf({ found, opened }: ActedOn, { figures }: UnitSeries): Spans | undefined {
  const known = (month: Month) => (figures.get(month)?.denominator ?? 0) > 0;
  const before = monthsBetween(addMonths(found, 1 - MOST_MONTHS), found).filter(known);
  const after = monthsBetween(addMonths(opened, 1), addMonths(opened, MOST_MONTHS)).filter(known);
  return Math.min(before.length, after.length) < LEAST_MONTHS ? undefined : { before, after };
}

interface Compared {
  readonly effect: ActionEffect;
  readonly observations: readonly Observation[];
}

/**
 * What became of each figure on which one was acted, beside units of the same type, size and starting level on which
 * nobody acted. Before and after are fixed by when the action was opened and not by when it was closed: an action is
 * closed when it went well, and to count from there would take luck for success.
 *
 * @param actions on one figure, all that were opened: they also say which units are no others
 * @returns those that have all months and others enough
 */
export function effectsOf(actions: readonly ActedOn[], units: readonly UnitSeries[]): ActionEffect[] {
  return compare(actions, units).map(({ effect }) => effect);
}

/** What the actions on one figure have reached together; those that went badly count like those that went well. */
export function pooledEffect(
  indicator: IndicatorId,
  actions: readonly ActedOn[],
  units: readonly UnitSeries[],
): PooledEffect {
  const compared = compare(actions, units);
  const pool = distinct(compared.flatMap(({ observations }) => observations));
  const found = estimate(pool);
  return {
    indicator,
    actions: compared.length,
    others: pool.filter(({ acted }) => !acted).length,
    ...(found && { estimate: found }),
  };
}

function compare(actions: readonly ActedOn[], units: readonly UnitSeries[]): Compared[] {
  return actions.flatMap((action): Compared[] => {
    const own = units.find(({ unit }) => unit === action.unit);
    const spans = own && spansOf(action, own);
    const start = spans && levelsOf(own, spans);
    if (!start) return [];
    const others = units.flatMap((each) => {
      const levels = levelsOf(each, spans);
      const isAlike = each.unit !== own.unit && each.type === own.type && isNear(each.size, own.size);
      if (!levels || !isAlike || Math.abs(levels.before - start.before) > LEVEL_APART) return [];
      return actions.some((other) => other.unit === each.unit && isTold(other, action, spans))
        ? []
        : [{ unit: each.unit, ...levels }];
    });
    if (others.length < LEAST_OTHERS) return [];
    // Units of the same months are compared with each other.
    const comparison = [own.type, ...spans.before, ...spans.after].join(' ');
    const observations = [
      { comparison, unit: own.unit, before: start.before, after: start.after, acted: true },
      ...others.map(({ unit, before, after }) => ({ comparison, unit, before, after, acted: false })),
    ];
    const alone = estimate(observations);
    const mean = (of: 'before' | 'after') => others.reduce((total, each) => total + each[of], 0) / others.length;
    const effect: ActionEffect = {
      ...{ id: action.id, indicator: action.indicator, before: start.sumBefore, after: start.sumAfter },
      others: { count: others.length, before: mean('before'), after: mean('after') },
      ...(alone && { estimate: alone }),
    };
    return [{ effect, observations }];
  });
}

/** One unit is in a comparison once, however many actions it stands beside. */
function distinct(observations: readonly Observation[]): Observation[] {
  return [...new Map(observations.map((each) => [`${each.comparison} ${each.unit}`, each])).values()];
}

function levelsOf({ figures }: UnitSeries, spans: Spans) {
  const sum = (months: readonly Month[]): Fraction | undefined => {
    const found = months.flatMap((month) => figures.get(month) ?? []).filter(({ denominator }) => denominator > 0);
    if (found.length < months.length) return undefined;
    return {
      numerator: found.reduce((total, each) => total + each.numerator, 0),
      denominator: found.reduce((total, each) => total + each.denominator, 0),
    };
  };
  const [sumBefore, sumAfter] = [sum(spans.before), sum(spans.after)];
  const share = ({ numerator, denominator }: Fraction) => (100 * numerator) / denominator;
  return sumBefore && sumAfter && { sumBefore, sumAfter, before: share(sumBefore), after: share(sumAfter) };
}

function isNear(a: number, b: number): boolean {
  return Math.max(a, b) <= SIZE_APART * Math.min(a, b);
}

/**
 * Whether what was done on another unit tells in the months of an action. What was opened there later does not take it out:
 * it was opened because the figure fell, and to leave out who fell would make the others look better than they were.
 */
function isTold(other: ActedOn, action: ActedOn, { before }: Spans): boolean {
  return other.opened <= action.opened && addMonths(other.ended ?? action.opened, LEAST_MONTHS) >= (before[0] as Month);
}

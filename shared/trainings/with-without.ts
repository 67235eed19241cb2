import { addMonths, type Day, type Month, monthOf, monthsBetween } from '#shared/period.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** So many months before a training's month are compared with so many after it. The number is the issue's. */
const MONTHS_BESIDE = 3;

/** Of fewer cells nothing is told: one cell would decide. The number is ours. */
export const LEAST_CELLS = 5;

/** The figures of a cell that are compared: each is a rate or a mean that a training of secretaries may bear on. */
export const comparedFigures = [
  'score',
  'attendance',
  'onTime',
  'resolution',
] as const satisfies readonly IndicatorId[];
export type ComparedFigure = (typeof comparedFigures)[number];

/** A figure of a group of cells: the mean of those cells that have it both before and after, each counting once. */
export interface BeforeAfter {
  /** How many cells it is told from. */
  readonly n: number;
  /** The mean of each cell's quotient over its months: points, or a share of 1. Absent of too few cells. */
  readonly before?: number;
  readonly after?: number;
}

export interface Comparison {
  /** The months that are official on either side, oldest first; the training's own month is on neither. */
  readonly before: readonly Month[];
  readonly after: readonly Month[];
  readonly figures: Readonly<Record<ComparedFigure, { readonly with: BeforeAfter; readonly without: BeforeAfter }>>;
}

/** The months on either side of a training. */
export function monthsBeside(day: Day): { readonly before: readonly Month[]; readonly after: readonly Month[] } {
  const month = monthOf(day);
  return {
    before: monthsBetween(addMonths(month, -MONTHS_BESIDE), addMonths(month, -1)),
    after: monthsBetween(addMonths(month, 1), addMonths(month, MONTHS_BESIDE)),
  };
}

type CommuneMonth = Pick<Scorecard, 'month' | 'status' | 'children'>;

/**
 * The figures of cells that came to a training and of those that did not, before and after it. A comparison, no proof:
 * who came was not chosen by lot. Cells in neither group are left out, and so are months that are not official.
 *
 * @param communes the scorecards of communes, in which each child is a cell
 */
export function compareCells(
  communes: readonly CommuneMonth[],
  day: Day,
  cells: { readonly with: ReadonlySet<UnitId>; readonly without: ReadonlySet<UnitId> },
): Comparison {
  const { before, after } = monthsBeside(day);
  const official = communes.filter(({ status }) => status === 'official');
  const have = (months: readonly Month[]) => months.filter((each) => official.some(({ month }) => month === each));
  const sideOf = (figure: ComparedFigure, months: readonly Month[]) =>
    partsByCell(
      official.filter(({ month }) => (months as readonly string[]).includes(month)),
      figure,
    );
  const figures = comparedFigures.map((figure) => {
    const [first, later] = [sideOf(figure, before), sideOf(figure, after)];
    const told = (of: ReadonlySet<UnitId>) => beforeAfter([...of], first, later);
    return [figure, { with: told(cells.with), without: told(cells.without) }] as const;
  });
  return {
    before: have(before),
    after: have(after),
    figures: Object.fromEntries(figures) as Comparison['figures'],
  };
}

/** What is known of each cell's figure over some months, added up. */
function partsByCell(months: readonly CommuneMonth[], figure: ComparedFigure): ReadonlyMap<UnitId, Fraction> {
  const parts = new Map<UnitId, Fraction>();
  for (const { unit, indicators } of months.flatMap(({ children }) => children)) {
    const { numerator, denominator } = partsOf(indicators, figure);
    const sum = parts.get(unit);
    parts.set(unit, {
      numerator: numerator + (sum?.numerator ?? 0),
      denominator: denominator + (sum?.denominator ?? 0),
    });
  }
  return parts;
}

function beforeAfter(
  cells: readonly UnitId[],
  first: ReadonlyMap<UnitId, Fraction>,
  later: ReadonlyMap<UnitId, Fraction>,
): BeforeAfter {
  const pairs = cells.flatMap((cell) => {
    const [before, after] = [quotient(first.get(cell)), quotient(later.get(cell))];
    return before !== undefined && after !== undefined ? [{ before, after }] : [];
  });
  if (pairs.length < LEAST_CELLS) return { n: pairs.length };
  return {
    n: pairs.length,
    before: mean(pairs.map(({ before }) => before)),
    after: mean(pairs.map(({ after }) => after)),
  };
}

function quotient(parts: Fraction | undefined): number | undefined {
  return parts && parts.denominator > 0 ? parts.numerator / parts.denominator : undefined;
}

/** @param values at least one */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

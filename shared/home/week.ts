import type { Seen } from '#shared/home/seen.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import { addMonths, type Day, dayAt, endOfMonth, type Instant, type Month, monthOf } from '#shared/period.ts';
import type { Board } from '#shared/reports/board.ts';
import { arrivedBy } from '#shared/scorecards/arrivals.ts';
import { findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Need } from '#shared/scorecards/need.ts';
import { reasonsOf } from '#shared/scorecards/reasons-of.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { isWithin } from '#shared/units/units.ts';

/** The last closed month, told in one sentence. */
export interface ClosedMonth {
  readonly month: Month;
  readonly reported: Indicator;
  readonly attendance: Indicator;
  /** Targets met, of those with a verdict. */
  readonly met: number;
  readonly judged: number;
}

/** A month that is still reported: how far it has come. */
export interface OpenMonth {
  readonly month: Month;
  readonly reported: Fraction;
  /** When its reports are due. */
  readonly due: Instant;
  /** How many had reported the month before by the end of the same day; absent where that was not kept. */
  readonly before?: { readonly day: Day; readonly count: number };
}

/** A unit that needs help: the figures that it misses, and what most of its cells lack. */
export interface Helped extends Need {
  /**
   * The missed figures in which it is farthest behind the whole, those first: what all miss says nothing of one. Of those
   * that it misses only by cells without a report there is one at most, and only if there is no other: they are one fact.
   */
  readonly lines: readonly Indicator[];
  /** The commonest reason for each line; where none explains a line, the commonest of all. */
  readonly causes: readonly { readonly reason: Flag; readonly cells: number }[];
}

/** What a committee should know on a Monday. */
export interface Week {
  readonly closed?: ClosedMonth;
  readonly open: readonly OpenMonth[];
  readonly helped: readonly Helped[];
  /** How many more need help as much as each other, and too many to be named. */
  readonly alike: number;
}

/** How many figures and causes are named of a unit. */
const NAMED = 2;

/** The months that a week is about. */
interface Months {
  readonly closed: Month;
  readonly open: readonly Month[];
  readonly dueOf: (month: Month) => Instant;
}

/**
 * The week of a unit.
 *
 * @param seen what its reader sees of the scorecards of the last closed month, of the open ones, and of those before them
 */
export function weekOf(today: Day, { closed, open, dueOf }: Months, seen: ReadonlyMap<Month, Seen>): Week {
  const last = seen.get(closed);
  return {
    ...(last && closedMonth(closed, last)),
    open: open.flatMap((month) => {
      const own = seen.get(month);
      const before = seen.get(addMonths(month, -1));
      return own ? [{ month, due: dueOf(month), ...openMonth(own, today, before) }] : [];
    }),
    ...(last ? helpedIn(last) : { helped: [], alike: 0 }),
  };
}

/**
 * The same day of the month before; of a day that it has not, its last.
 *
 * @example monthEarlier('2021-03-31') //=> '2021-02-28'
 */
export function monthEarlier(day: Day): Day {
  const month = addMonths(monthOf(day), -1);
  const last = dayAt(endOfMonth(month));
  const same = `${month}${day.slice(7)}` as Day;
  return [same, last].sort()[0] as Day;
}

function closedMonth(month: Month, seen: Seen): Pick<Week, 'closed'> {
  const [reported, attendance] = (['reported', 'attendance'] as const).map((id) => findIndicator(seen.indicators, id));
  if (!reported || !attendance) return {};
  const { met, judged } = summarize({ ...seen, children: [] });
  return { closed: { month, reported, attendance, met, judged } };
}

function openMonth(
  { indicators }: Seen,
  today: Day,
  earlier: Seen | undefined,
): Pick<OpenMonth, 'reported' | 'before'> {
  const day = monthEarlier(today);
  return {
    reported: partsOf(indicators, 'reported'),
    ...(earlier?.arrivals && { before: { day, count: arrivedBy(earlier.arrivals, day) } }),
  };
}

function helpedIn(seen: Seen): Pick<Week, 'helped' | 'alike'> {
  const { indicators, belowNorm } = seen;
  const { needHelp, alike } = summarize(seen);
  const behind = ({ id, ...own }: Indicator) => shareOf(own) - shareOf(partsOf(indicators, id));
  return {
    alike,
    helped: needHelp.map((need) => {
      const reasons = belowNorm.filter(({ cell }) => isWithin(cell, need.child.unit)).flatMap((each) => each.reasons);
      const causes = [...Map.groupBy(reasons, (reason) => reason)]
        .map(([reason, all]) => ({ reason, cells: all.length }))
        .sort((a, b) => b.cells - a.cells);
      const missed = need.child.indicators
        .filter(({ verdict }) => verdict === 'missed')
        .sort((a, b) => behind(a) - behind(b));
      const besides = missed.filter((line) => !isOfSilence(line, need.missing));
      const lines = besides.length > 0 ? besides.slice(0, NAMED) : missed.filter(({ id }) => id === 'reported');
      // Silence explains no figure better than the other: it is counted by itself.
      const told = causes.filter(({ reason }) => reason !== 'missing');
      const explained = lines.flatMap(({ id }) => told.find(({ reason }) => reasonsOf[id]?.includes(reason)) ?? []);
      return { ...need, lines, causes: explained.length > 0 ? [...new Set(explained)] : causes.slice(0, NAMED) };
    }),
  };
}

/** Whether a unit misses a target by its cells without a report alone. */
function isOfSilence({ id, numerator, denominator }: Indicator, missing: Fraction): boolean {
  return reasonsOf[id]?.includes('missing') === true && denominator - numerator <= missing.numerator;
}

function shareOf({ numerator, denominator }: Fraction): number {
  return denominator > 0 ? numerator / denominator : 0;
}

/**
 * A commune's week beside its board of an open month: how many have reported is what the board shows. Its scorecard may
 * not know of the last minutes.
 */
export function besideBoard(week: Week, { month, cells }: Pick<Board, 'month' | 'cells'>): Week {
  const numerator = cells.filter(({ reports }) => reports.length > 0).length;
  const reported = { numerator, denominator: cells.length };
  return { ...week, open: week.open.map((each) => (each.month === month ? { ...each, reported } : each)) };
}

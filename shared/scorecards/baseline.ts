import type { Actor } from '#shared/access/session.ts';
import { csvRows } from '#shared/input/csv-rows.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { type Instant, type Month, parseTypedMonth } from '#shared/period.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What is counted of a month before any regime: sums of the whole district, from its own records. */
export const baselineCounts = ['cells', 'held', 'present', 'required', 'resolutions'] as const;
export type BaselineCounts = Readonly<Record<(typeof baselineCounts)[number], number>>;

/** A month before the first regime. Nobody judged it: its figures have no targets. Revisions are only ever added. */
export interface BaselineRevision {
  readonly district: UnitId;
  readonly month: Month;
  /** From 1. */
  readonly revision: number;
  readonly counts: BaselineCounts;
  /** From which paper the counts were taken. */
  readonly source: string;
  readonly by: Actor;
  readonly at: Instant;
}

export type BaselineMonth = Pick<BaselineRevision, 'month' | 'counts' | 'source'>;

/** The figures that the counts give, and no others. */
const figures: readonly (readonly [IndicatorId, keyof BaselineCounts, keyof BaselineCounts])[] = [
  ['met', 'held', 'cells'],
  ['attendance', 'present', 'required'],
  ['resolution', 'resolutions', 'held'],
];

/** A baseline month as figures of a scorecard, without targets and verdicts. */
export function baselineFigures({ counts }: Pick<BaselineRevision, 'counts'>): readonly Indicator[] {
  return figures.map(([id, part, whole]) => {
    const fraction = { numerator: counts[part], denominator: counts[whole] };
    const none = { target: null, verdict: null, met: null, previousMonth: null, previousYear: null };
    return { id, ...fraction, value: readingOf(fraction, ruleOf(id).as, null), ...none };
  });
}

/** More is a mistake of typing. */
const MOST = 1_000_000;
const MOST_SOURCE = 200;

/**
 * Reads baseline months from lines of a file (CSV) with a head: `month;cells;held;present;required;resolutions;source`.
 *
 * @returns the months, or what is wrong, line by line
 */
export function readBaseline(
  text: string,
):
  | { readonly ok: true; readonly months: readonly BaselineMonth[] }
  | { readonly ok: false; readonly faults: string[] } {
  const [head, ...rows] = [...csvRows(text)];
  const names = ['month', ...baselineCounts, 'source'];
  const places = names.map((name) => head?.cells.findIndex((cell) => cell.trim() === name) ?? -1);
  if (places.includes(-1)) return { ok: false, faults: [`The head line needs: ${names.join(';')}`] };
  const faults: string[] = [];
  const months = new Map<Month, BaselineMonth>();
  for (const { number, cells } of rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))) {
    const [typed = '', ...others] = places.map((place) => cells[place]?.trim() ?? '');
    const source = others.pop() ?? '';
    const counts = Object.fromEntries(baselineCounts.map((name, at) => [name, parseCount(others[at] ?? '')]));
    const found = faultsOf(parseTypedMonth(typed), counts, source);
    faults.push(...found.map((fault) => `line ${number}: ${fault}`));
    const month = parseTypedMonth(typed);
    if (!month || found.length > 0) continue;
    if (months.has(month)) faults.push(`line ${number}: ${month} stands there twice`);
    months.set(month, { month, counts: counts as BaselineCounts, source });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, months: [...months.values()] };
}

function faultsOf(month: Month | undefined, counts: Readonly<Record<string, unknown>>, source: string): string[] {
  const isCount = (value: unknown): value is number => typeof value === 'number' && value <= MOST;
  const wrong = baselineCounts.filter((name) => !isCount(counts[name]));
  const above = (part: keyof BaselineCounts, whole: keyof BaselineCounts) =>
    isCount(counts[part]) && isCount(counts[whole]) && counts[part] > counts[whole];
  return [
    ...(month ? [] : ['month is YYYY-MM']),
    ...(month && findRegime(month) ? [`${month} has a regime: its cells report`] : []),
    ...wrong.map((name) => `${name} is a whole number`),
    ...figures.filter(([, part, whole]) => above(part, whole)).map(([, part, whole]) => `${part} is above ${whole}`),
    ...(source === '' || source.length > MOST_SOURCE
      ? ['source says from which paper, in at most 200 characters']
      : []),
  ];
}

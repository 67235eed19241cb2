import type { Actor } from '#shared/access/session.ts';
import { csvRows } from '#shared/input/csv-rows.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import { regimes } from '#shared/norms/regimes.ts';
import { addMonths, type Instant, type Month, parseTypedMonth } from '#shared/period.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What is counted of a month before any regime: sums of the whole district, from its own records. */
export const baselineCounts = ['cells', 'held', 'present', 'required', 'resolutions'] as const;
export type BaselineCounts = Readonly<Record<(typeof baselineCounts)[number], number>>;

/** The first month that a regime judges. */
export const firstJudged = regimes.map(({ from }) => from).sort()[0] as Month;
/** The months that may be entered: the ten years before, as far as a summary or a trend looks back. */
export const baselineSpan = { from: addMonths(firstJudged, -120), to: addMonths(firstJudged, -1) } as const;

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

type Part = readonly [part: keyof BaselineCounts, whole: keyof BaselineCounts];

/**
 * The figures that the counts give, and no others, each on the base of the regimes' figure of that name: a cell that did
 * not meet has no resolution either.
 */
const figures: readonly (readonly [IndicatorId, ...Part])[] = [
  ['met', 'held', 'cells'],
  ['attendance', 'present', 'required'],
  ['resolution', 'resolutions', 'cells'],
];

/** What no count may be above. */
const parts: readonly Part[] = [
  ['held', 'cells'],
  ['present', 'required'],
  ['resolutions', 'held'],
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

export type ParsedBaseline =
  | { readonly ok: true; readonly said: BaselineMonth }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads a month's counts from a form or a line of a file: `month`, the counts, and `source`. A blank count is no zero. */
export function parseBaseline(typed: Typed): ParsedBaseline {
  const fields = new Fields(typed);
  const month = fields.required('month', parseTypedMonth, 'not-a-month');
  if (month && month > baselineSpan.to) fields.refuse('month', 'month-with-regime');
  if (month && month < baselineSpan.from) {
    const [first, last] = [monthDigits(baselineSpan.from), monthDigits(baselineSpan.to)];
    fields.refuse('month', 'month-too-old', { first, last });
  }
  const counts = Object.fromEntries(baselineCounts.map((name) => [name, fields.count(name, 'required', MOST)]));
  for (const [part, whole] of parts) {
    const [some, all] = [counts[part], counts[whole]];
    if (some !== undefined && all !== undefined && some > all) fields.refuse(part, 'too-large', { max: all });
  }
  const source = fields.words('source', MOST_SOURCE);
  fields.refuseOthers();
  if (fields.errors.length > 0 || !month || !source) return { ok: false, errors: fields.errors };
  return { ok: true, said: { month, counts: counts as BaselineCounts, source } };
}

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
    const typed = Object.fromEntries(names.map((name, at) => [name, cells[places[at] as number] ?? '']));
    const read = parseBaseline(typed);
    if (!read.ok) faults.push(...read.errors.map((error) => `line ${number}: ${faultOf(error, typed)}`));
    else if (months.has(read.said.month)) faults.push(`line ${number}: ${read.said.month} stands there twice`);
    else months.set(read.said.month, read.said);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, months: [...months.values()] };
}

/** What the operator is told of a mistake. */
function faultOf({ field, code, params }: FieldError, typed: Typed): string {
  const [, whole] = parts.find(([part]) => part === field) ?? [];
  if (code === 'month-with-regime') return `${parseTypedMonth(typed['month'] ?? '')} has a regime: its cells report`;
  if (code === 'month-too-old') return `month is from ${baselineSpan.from} to ${baselineSpan.to}`;
  if (field === 'month') return 'month is YYYY-MM';
  if (field === 'source') return `source says from which paper, in at most ${MOST_SOURCE} characters`;
  return code === 'too-large' && params?.['max'] !== MOST ? `${field} is above ${whole}` : `${field} is a whole number`;
}

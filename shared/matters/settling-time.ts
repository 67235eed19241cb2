/**
 * Spans of days from raising a matter to settling it, by their last day; each starts after the one before. The terms by
 * severity (7, 15 and 30 days) are ends of spans. The spans are fixed so that counts of months and units can be added.
 */
export const spans = ['3', '7', '15', '30', '60', '90', 'more'] as const;
export type Span = (typeof spans)[number];

/** How many matters were settled in each span; an absent span had none. */
export type SpanCounts = Readonly<Partial<Record<Span, number>>>;

/** The first and the last day of a span; `to` is absent if it has no end. */
export interface SpanDays {
  readonly from: number;
  readonly to?: number;
}

/** The span that contains a number of days. */
export function spanOf(days: number): Span {
  return spans.find((span) => days <= Number(span)) ?? 'more';
}

export function daysOf(span: Span): SpanDays {
  const before = spans[spans.indexOf(span) - 1];
  const from = before === undefined ? 0 : Number(before) + 1;
  return span === 'more' ? { from } : { from, to: Number(span) };
}

/**
 * The span that contains the median: half of the matters were settled by its end, but not by the end of the one before.
 * The single days are not stored, so the median is given as a span and not as a number.
 *
 * @returns `undefined` if no matter was settled
 * @example medianSpan({ 3: 1, 15: 2 }) //=> '15'
 */
export function medianSpan(counts: SpanCounts): Span | undefined {
  const upTo = (end: number) => spans.slice(0, end).reduce((sum, span) => sum + (counts[span] ?? 0), 0);
  const all = upTo(spans.length);
  return all > 0 ? spans.find((_, at) => 2 * upTo(at + 1) >= all) : undefined;
}

import type { FieldError } from '#shared/input/typed.ts';
import { addMonths, type Month, monthsBetween, parseTypedMonth } from '#shared/period.ts';

/** From one month to another, both included. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** Ten years, two terms of a committee. */
const MOST = 120;
const USUAL = 12;

/**
 * Reads the months `from` and `to` of an address. A missing end is the month `last`; a missing beginning is a year
 * before the end.
 *
 * @param last the last month with something to see
 * @param most how many months a span may have
 * @returns the span, and the mistakes in the address; with a mistake it is the usual span
 */
export function parseSpan(
  query: Readonly<Record<string, string | undefined>>,
  last: Month,
  most = MOST,
): { readonly span: Span; readonly errors: readonly FieldError[] } {
  const usual = (to: Month): Span => ({ from: addMonths(to, 1 - USUAL), to });
  const read = (field: 'from' | 'to') => (query[field] ? parseTypedMonth(query[field]) : null);
  const [from, to] = [read('from'), read('to')];
  const errors = (
    [
      ['from', from],
      ['to', to],
    ] as const
  ).flatMap(([field, month]): FieldError[] => (month === undefined ? [{ field, code: 'not-a-month' }] : []));
  if (errors.length > 0) return { span: usual(last), errors };
  const span = { ...usual(to ?? last), ...(from && { from }) };
  const length = monthsBetween(span.from, span.to).length;
  if (length > 0 && length <= most) return { span, errors };
  return { span: usual(last), errors: [{ field: 'to', code: 'not-a-span', params: { max: most } }] };
}

import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';

/** The longest reason, in characters (UTF-16 units): a long paragraph. */
export const LONGEST_REASON = 1000;

export type Reason =
  /** Clean and trimmed; '' where it may stay blank and does. */
  { readonly ok: true; readonly reason: string } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads the reason of a deed as it will be stored. One that is too long is refused, never cut. */
export function readReason(typed: Typed, ask: 'required' | 'optional', field = 'reason'): Reason {
  const fields = new Fields(typed);
  const reason = ask === 'required' ? fields.words(field, LONGEST_REASON) : fields.optionalWords(field, LONGEST_REASON);
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, reason: reason ?? '' };
}

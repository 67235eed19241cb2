import type { FieldError, Typed } from '#shared/input/typed.ts';

interface Versions {
  /** What the form showed when it was opened. */
  readonly opened: Typed;
  /** What is stored now, by somebody else. */
  readonly stored: Typed;
  /** What was sent. */
  readonly typed: Typed;
}

/**
 * A form that was sent upon older words, upon those stored since: what its writer left as it was opened says what is
 * stored now, what they changed stays as typed. Where both changed a field, an error there says what is stored.
 * The fields of a row (`matters[0].…`) belong together: they come from one writer.
 *
 * @example mergeTyped({ opened: {}, stored: { a: '1' }, typed: { a: '', b: '2' } }).typed //=> { a: '1', b: '2' }
 */
export function mergeTyped({ opened, stored, typed }: Versions): {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
} {
  const names = [...new Set([...Object.keys(typed), ...Object.keys(stored)])];
  const differs = (name: string, one: Typed, other: Typed) => (one[name] ?? '') !== (other[name] ?? '');
  const own = new Set(names.filter((name) => differs(name, typed, opened)).map(rowNameOf));
  const merged = names.flatMap((name) => {
    const from = own.has(rowNameOf(name)) ? typed : stored;
    const text = from[name] ?? (name in typed ? '' : undefined);
    return text === undefined ? [] : [[name, text] as const];
  });
  const errors = names
    .filter((name) => own.has(rowNameOf(name)) && differs(name, stored, opened) && differs(name, stored, typed))
    .map((field) => ({ field, code: 'changed-elsewhere' as const, params: { stored: stored[field] || '–' } }));
  return { typed: Object.fromEntries(merged), errors };
}

/** The row of a field; a field outside rows stands alone. */
function rowNameOf(name: string): string {
  return /^\w+\[\d+\]/.exec(name)?.[0] ?? name;
}

import { parseCount } from '#shared/input/numbers.ts';

/** No revision and no number of events: whoever says that they saw this has seen nothing that is stored. */
const SEEN_BY_NOBODY = -1;

/**
 * Reads the revision, or the number of events, that a form's writer saw. A form that says none is the first, 0. What is
 * no count never equals what is stored: the form is stale, and shown again upon what is stored.
 *
 * @example readBase('-1') //=> -1
 */
export function readBase(typed: string | undefined): number {
  return typed === undefined || typed.trim() === '' ? 0 : (parseCount(typed) ?? SEEN_BY_NOBODY);
}

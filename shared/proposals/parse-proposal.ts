import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { LONGEST_PROPOSAL } from '#shared/proposals/proposal.ts';

/** Reads what a member proposes. */
export function parseProposal(
  typed: Typed,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const fields = new Fields(typed);
  const text = fields.words('text', LONGEST_PROPOSAL);
  fields.refuseOthers();
  return text === undefined || fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, text };
}

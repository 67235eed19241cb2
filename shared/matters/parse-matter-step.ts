import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type MatterId, type MatterStep, parseMatterId } from '#shared/matters/matter.ts';
import { answeredSteps } from '#shared/matters/matter-steps.ts';

/** The maximum length of an answer, in characters. */
const LONGEST = 2000;

/** A step as it was requested. */
export type AskedStep =
  | { readonly kind: Exclude<MatterStep, 'merge'>; readonly answer?: string }
  | { readonly kind: 'merge'; readonly into: MatterId; readonly answer?: string };

export type ParsedStep =
  | { readonly ok: true; readonly step: AskedStep }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads `step`, `answer` and, for a merge, `into`. It accepts only steps that the writer may take. */
export function parseMatterStep(typed: Typed, open: readonly MatterStep[]): ParsedStep {
  const fields = new Fields(typed);
  const kind = fields.choice('step', open);
  const answer =
    kind && answeredSteps.has(kind) ? fields.words('answer', LONGEST) : fields.optionalWords('answer', LONGEST);
  const into =
    kind === 'merge'
      ? fields.required('into', (text) => (parseMatterId(text) ? text : undefined), 'not-a-choice')
      : fields.optional('into', (text) => text, 'not-a-choice');
  fields.refuseOthers();
  if (fields.errors.length > 0 || !kind) return { ok: false, errors: fields.errors };
  const said = answer === undefined ? {} : { answer };
  return { ok: true, step: kind === 'merge' ? { kind, into: into as MatterId, ...said } : { kind, ...said } };
}

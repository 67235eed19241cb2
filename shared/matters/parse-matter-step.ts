import { Fields } from '#shared/input/fields.ts';
import { isPromise, readDueDay } from '#shared/input/read-due-day.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type MatterId, type MatterStep, parseMatterId } from '#shared/matters/matter.ts';
import { answeredSteps } from '#shared/matters/matter-steps.ts';
import { type Day, monthOf } from '#shared/period.ts';

/** The maximum length of an answer, in characters. */
const LONGEST = 2000;

/** A step as it was requested. */
export type AskedStep =
  | { readonly kind: Exclude<MatterStep, 'merge' | 'progress'>; readonly answer?: string }
  | { readonly kind: 'progress'; readonly answer?: string; readonly promised?: Day }
  | { readonly kind: 'merge'; readonly into: MatterId; readonly answer?: string };

export type ParsedStep =
  | { readonly ok: true; readonly step: AskedStep }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads `step`, `answer`, for a merge `into`, and for progress `promised`. It accepts only steps that the writer may take,
 * and a promise from today on.
 */
export function parseMatterStep(typed: Typed, open: readonly MatterStep[], today: Day): ParsedStep {
  const fields = new Fields(typed);
  const kind = fields.choice('step', open);
  const answer =
    kind && answeredSteps.has(kind) ? fields.words('answer', LONGEST) : fields.optionalWords('answer', LONGEST);
  const into =
    kind === 'merge'
      ? fields.required('into', (text) => (parseMatterId(text) ? text : undefined), 'not-a-choice')
      : fields.optional('into', (text) => text, 'not-a-choice');
  const promised = fields.day('promised', 'optional', { month: monthOf(today), today }, readDueDay);
  if (promised && !isPromise(promised, today)) {
    fields.refuse('promised', 'not-a-promise');
  }
  if (kind && kind !== 'progress' && typed['promised']?.trim()) fields.refuse('promised', 'only-with-progress');
  fields.refuseOthers();
  if (fields.errors.length > 0 || !kind) return { ok: false, errors: fields.errors };
  const said = answer === undefined ? {} : { answer };
  if (kind === 'merge') return { ok: true, step: { kind, into: into as MatterId, ...said } };
  if (kind === 'progress') return { ok: true, step: { kind, ...said, ...(promised && { promised }) } };
  return { ok: true, step: { kind, ...said } };
}

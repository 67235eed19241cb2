import { Fields } from '#shared/input/fields.ts';
import { isPromise, readDueDay } from '#shared/input/read-due-day.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { type Day, monthOf } from '#shared/period.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import type { TaskWord, TaskWordKind } from '#shared/reports/task-word.ts';
import { reasonedKinds } from '#shared/tasks/task-steps.ts';

/** A word as it was typed. */
export type SaidWord = Pick<TaskWord, 'kind' | 'who' | 'due' | 'reason'>;

export type ParsedWord =
  | { readonly ok: true; readonly word: SaidWord }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads `step`, `who`, `due` and `reason`. Who hands on says to whom, until when, or both; what is dropped has a reason; a
 * task that is not handed on has neither another post nor another day.
 */
export function parseTaskWord(typed: Typed, open: readonly TaskWordKind[], today: Day): ParsedWord {
  const fields = new Fields(typed);
  const kind = fields.choice('step', open);
  const who = fields.optionalWords('who', reportFields.tasks.parts.who.most);
  const due = fields.day('due', 'optional', { month: monthOf(today), today }, readDueDay);
  if (due && !isPromise(due, today)) fields.refuse('due', 'not-a-promise');
  const ask = kind && reasonedKinds.has(kind) ? 'words' : 'optionalWords';
  const reason = fields[ask]('reason', reportFields.followUps.parts.reason.most);
  fields.refuseOthers();
  const isBlank = (name: string) => !typed[name]?.trim();
  if (kind === 'handedOn' && isBlank('who') && isBlank('due')) fields.refuse('who', 'required');
  if (kind && kind !== 'handedOn') {
    for (const name of ['who', 'due']) if (!isBlank(name)) fields.refuse(name, 'only-handed-on');
  }
  if (fields.errors.length > 0 || !kind) return { ok: false, errors: fields.errors };
  const said = { ...(who && { who }), ...(due && { due }), ...(reason && { reason }) };
  return { ok: true, word: { kind, ...said } };
}

import type { FieldError, Typed } from '#shared/input/typed.ts';
import { readCounts, readMembers } from '#shared/reports/read-members.ts';
import { requiredOf } from '#shared/reports/report.ts';

/**
 * The mistakes of a report; where only the members absent without a reason are blank though they follow from the other
 * counts, the number is asked back instead of counted silently: absence is judged.
 */
export function askUnexcused(typed: Typed, errors: readonly FieldError[]): readonly FieldError[] {
  const members = readMembers(typed);
  const counts = readCounts(typed, ['present', 'excused']);
  if (!members || !counts) return errors;
  const { present, excused } = counts;
  const required = requiredOf(members);
  const unexcused = required - present - excused;
  if (unexcused < 0) return errors;
  return errors.map((error) =>
    error.field === 'unexcused' && error.code === 'required'
      ? { field: 'unexcused', code: 'unexcused-follows', params: { required, present, excused, unexcused } }
      : error,
  );
}

/** What was typed, with the number that is asked back already in its field: sending the form again confirms it. */
export function withAsked(typed: Typed, errors: readonly FieldError[]): Typed {
  const asked = errors.find(({ code }) => code === 'unexcused-follows')?.params?.['unexcused'];
  return asked === undefined ? typed : { ...typed, unexcused: String(asked) };
}

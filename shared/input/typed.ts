/** What somebody typed into a form, by field name, unchanged: `present`, `tasks[0].what`, `points.discussion`. */
export type Typed = Readonly<Record<string, string>>;

/** A mistake at a field. `code` names the message in `shared/input/texts/errors.ts`, `params` its numbers. */
export interface FieldError {
  readonly field: string;
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const errorCodes = [
  'required',
  'understood',
  'not-a-count',
  'too-large',
  'too-long',
  'letter-too-long',
  'not-a-day',
  'not-a-time',
  'not-a-choice',
  'not-points',
  'not-a-quantity',
  'day-in-future',
  'day-outside-month',
  'meeting-outside-month',
  'meeting-over',
  'proposals-closed',
  'oriented-after-meeting',
  'month-without-regime',
  'month-with-regime',
  'month-too-old',
  'planned-too-far',
  'month-closed',
  'another-meeting',
  'already-reported',
  'already-in-file',
  'already-planned',
  'unknown-unit',
  'unknown-field',
  'changed-elsewhere',
  'unknown-topic',
  'part-of-another',
  'present-above-required',
  'attendance-does-not-add-up',
  'unexcused-follows',
  'adjustments-above-members',
  'late-above-present',
  'speakers-above-present',
  'targets-met-above-set',
  'quarters-above-whole',
  'only-of-cells',
  'has-committee',
  'task-twice',
  'unknown-task',
  'only-handed-on',
  'only-with-progress',
  'not-a-promise',
  'not-a-month',
  'month-out-of-range',
  'month-over',
  'year-over',
  'not-a-term',
  'not-a-span',
  'number-taken',
  'day-not-possible',
  'unread',
  'due-not-possible',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

import type { FieldError, Typed } from '#shared/input/typed.ts';

/** What a page says of a form that it had sent: that it went through, or why not, with all that was typed. */
export interface SentFormState {
  readonly done?: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** What is stored has changed since the form was read. */
  readonly stale?: true;
}

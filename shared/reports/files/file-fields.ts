import type { ChoiceField, CountField, FieldTable } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/** A question that a cell of a sheet can answer. */
export type FileQuestion = CountField | ChoiceField | Extract<FieldTable[string], { kind: 'day' | 'time' }>;

/** The report's questions that a sheet has a column for, by name, in the order of the form. */
export const fileFields: Readonly<Record<string, FileQuestion>> = Object.fromEntries(
  Object.entries<FieldTable[string]>(reportFields).flatMap(([name, field]) =>
    field.kind === 'count' || field.kind === 'choice' || field.kind === 'day' || field.kind === 'time'
      ? [[name, field as FileQuestion]]
      : [],
  ),
);

/**
 * Columns of a summary that are no question of the form: who it is about, what only proves the other figures, and what is
 * not taken over.
 */
export type FileField =
  | keyof typeof reportFields
  | 'id'
  | 'members'
  | 'required'
  | 'absent'
  | 'rate'
  | 'grade'
  | 'remarks';

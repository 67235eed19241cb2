import { Fields } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { AnyField, Field } from '#shared/reports/field.ts';
import { readField } from '#shared/reports/read-field.ts';
import type { Members } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

const memberFields = Object.entries<AnyField>(reportFields).filter(([, { section }]) => section === 'members');

/** The cell's members as they were typed; `undefined` while one of the counts is missing or cannot be read. */
export function readMembers(typed: Typed): Members | undefined {
  const fields = new Fields(typed);
  const counts = memberFields.map(([name, field]) => [name, readField(fields, name, field as Field)]);
  return fields.errors.length > 0 ? undefined : (Object.fromEntries(counts) as Members);
}

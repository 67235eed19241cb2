import type { ChoicesField, Field, FieldTable, Section } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/**
 * The question for a field name; `undefined` if the form does not have that name.
 *
 * @example findField('tasks[0].what') //=> reportFields.tasks.parts.what
 * @example findField('focusSubjects[0]') //=> reportFields.focusSubjects
 */
export function findField(name: string, table: FieldTable = reportFields): Field | ChoicesField | undefined {
  const [, list, asked] = /^(\w+)\[\d+\]\.(\w+)$/.exec(name) ?? [];
  if (list) return partsOf(list, table).find(([part]) => part === asked)?.[1];
  const [, several] = /^(\w+)\[\d+\]$/.exec(name) ?? [];
  const field = Object.hasOwn(table, several ?? name) ? table[several ?? name] : undefined;
  if (several) return field?.kind === 'choices' ? field : undefined;
  return field?.kind === 'rows' || field?.kind === 'points' ? undefined : field;
}

/** The questions in a list's rows; none if the table has no such list. */
export function partsOf(list: string, table: FieldTable = reportFields): [part: string, field: Field][] {
  const field = Object.hasOwn(table, list) ? table[list] : undefined;
  return field?.kind === 'rows' ? Object.entries(field.parts) : [];
}

/** The fields of a table by section, in the order of the form; a field that is not asked is in no section. */
export function sectionsOf(table: FieldTable): ReadonlyMap<Section, FieldTable> {
  const sections = new Map<Section, FieldTable>();
  for (const [name, field] of Object.entries(table)) {
    if (field.section) sections.set(field.section, { ...sections.get(field.section), [name]: field });
  }
  return sections;
}

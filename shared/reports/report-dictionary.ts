import type { AnyField, FieldTable } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { reviewFields } from '#shared/reports/review-fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';

/** The columns of the dictionary; `choice` is blank in the line of the field itself. */
export const dictionaryColumns = [
  'field',
  'choice',
  'vi',
  'en',
  'section',
  'kind',
  'blank',
  'unit',
  'most',
  'hint_vi',
  'hint_en',
] as const;

/** A line of the dictionary; a property that a field does not have is absent. */
export type DictionaryLine = Readonly<Partial<Record<(typeof dictionaryColumns)[number], string | number>>>;

/**
 * Every field of a report by its path in the JSON, and below it each answer that may be chosen;
 * `web/public/assets/report-fields.csv` is this for our table.
 *
 * @example reportDictionary() //=> [{ field: 'cell', … }, …, { field: 'tasks[].what', … }, …]
 */
export function reportDictionary(table: FieldTable = reportFields): DictionaryLine[] {
  const reviews = Object.entries(reviewFields).flatMap(([name, label]): DictionaryLine[] => [
    { field: `${name}.{criterion}.points`, ...label, kind: 'points', unit: 'points' },
    { field: `${name}.{criterion}.reason`, ...reportFields.followUps.parts.reason.label, kind: 'words' },
  ]);
  return [...Object.entries(table).flatMap(([name, field]) => linesOf(name, field, sectionOf(field))), ...reviews];
}

function linesOf(field: string, asked: AnyField, section: DictionaryLine): DictionaryLine[] {
  const { kind, label, blank = 'unknown' } = asked;
  // A day is typed in another form than in the JSON.
  const hint = kind === 'day' ? undefined : asked.hint;
  const line = { field, ...label, ...section, kind, ...(hint && { hint_vi: hint.vi, hint_en: hint.en }) };
  switch (asked.kind) {
    case 'rows':
      return [
        line,
        ...Object.entries(asked.parts).flatMap(([part, each]) => linesOf(`${field}[].${part}`, each, section)),
      ];
    case 'points':
      return [{ ...line, field: `${field}.{criterion}`, blank, unit: 'points' }];
    case 'count':
      return [{ ...line, blank, unit: asked.unit, most: asked.most }];
    case 'words':
    case 'task':
      return [{ ...line, blank, unit: 'characters', most: asked.most }];
    case 'choice':
    case 'choices':
      return [
        { ...line, blank },
        ...Object.entries(asked.choices).map(([choice, answer]) => ({ field, choice, ...answer, ...section })),
      ];
    default:
      return [{ ...line, blank }];
  }
}

function sectionOf({ section }: AnyField): DictionaryLine {
  return section ? { section: `${formTexts.vi[section]} (${formTexts.en[section]})` } : {};
}

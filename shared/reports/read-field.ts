import { oneLine } from '#shared/input/clean-text.ts';
import type { Fields } from '#shared/input/fields.ts';
import { parseDay, parseTime } from '#shared/period.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { ChoicesField, Field, RowsField } from '#shared/reports/field.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { isUnitId } from '#shared/units/units.ts';

/** Reads the answer to one question. A blank or unreadable answer is `undefined`, unless a blank means none. */
export function readField(fields: Fields, name: string, field: Field): string | number | undefined {
  const ask = field.blank === 'refused' ? 'required' : 'optional';
  switch (field.kind) {
    case 'cell':
      return fields[ask](name, (text) => (isUnitId(text) ? text : undefined), 'unknown-unit');
    case 'day':
      return fields[ask](name, parseDay, 'not-a-day');
    case 'time':
      return fields[ask](name, parseTime, 'not-a-time');
    case 'count': {
      if (ask === 'required') return fields.count(name, field.most);
      return fields.optionalCount(name, field.most) ?? (field.blank === 'none' ? 0 : undefined);
    }
    case 'choice': {
      const among = (text: string) => codesOf(field.choices).find((code) => code === text);
      return fields[ask](name, among, field.refusedAs ?? 'not-a-choice');
    }
    case 'row':
      return (
        fields.optional(name, (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0), 'not-a-count') || undefined
      );
    case 'words':
    case 'task': {
      const text = ask === 'required' ? fields.words(name, field.most) : fields.optionalWords(name, field.most);
      return field.lines === 1 && text ? oneLine(text) : text;
    }
  }
}

/**
 * The answers to a question that may have several, each once and in the order of the list; none is `undefined`. They come
 * numbered: a form's boxes by their places, JSON from 0 as they stand.
 */
export function readChoices(fields: Fields, name: string, { choices }: ChoicesField): string[] | undefined {
  const codes = codesOf(choices);
  const given = codes.map((_, n) => fields.optionalChoice(`${name}[${n}]`, codes));
  const chosen = codes.filter((code) => given.includes(code));
  return chosen.length > 0 ? chosen : undefined;
}

/** The rows of a list; a dropped task must have a reason, and no task is followed up twice. */
export function readRows(fields: Fields, list: string, parts: RowsField['parts']): object[] {
  const [numbers = [], asked = []] = [true, false].map((isNumber) =>
    Object.keys(parts).filter((part) => (parts[part]?.kind === 'row') === isNumber),
  );
  const named = new Set<unknown>();
  const readRow = (at: string) => {
    const row: Record<string, string | number | undefined> = {};
    for (const [part, field] of Object.entries(parts)) {
      const must = part === 'reason' && row['status'] === 'dropped';
      const value = readField(fields, `${at}.${part}`, must ? { ...field, blank: 'refused' } : field);
      if (field.kind === 'task' && named.has(value)) fields.refuse(`${at}.${part}`, 'task-twice');
      if (isTaskId(value)) named.add(value);
      row[part] = value;
    }
    return row;
  };
  return fields.rows(list, asked, readRow, numbers);
}

import { oneLine } from '#shared/input/clean-text.ts';
import { Doubt, type Reading } from '#shared/input/doubt.ts';
import type { Fields } from '#shared/input/fields.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { type DayContext, readDay } from '#shared/input/read-day.ts';
import { isPromise, readDueDay } from '#shared/input/read-due-day.ts';
import { readMinutes } from '#shared/input/read-minutes.ts';
import { readShare, type Share } from '#shared/input/read-share.ts';
import { readTime } from '#shared/input/read-time.ts';
import type { Day } from '#shared/period.ts';
import { codesOf } from '#shared/reports/choices.ts';
import type { ChoicesField, CountField, Field, RowsField } from '#shared/reports/field.ts';
import { readQuantity } from '#shared/reports/read-quantity.ts';
import { isResultUnit, resultUnit } from '#shared/reports/result-units.ts';
import { isTargetId } from '#shared/reports/target-id.ts';
import { isTaskId, looksLikeTaskId } from '#shared/reports/task-id.ts';
import { isUnitId } from '#shared/units/units.ts';

/** What is known of a report before it is read, and what its counts were said to be parts of. */
export interface ReadContext extends DayContext {
  readonly shares?: Map<string, Share>;
  /** The day of the meeting, as far as it is known. */
  readonly meeting?: Day | undefined;
  /** The days by which the stored report has something due, which stay. */
  readonly dues?: ReadonlySet<Day>;
  /** What the row says before this question. */
  readonly row?: Readonly<Record<string, unknown>>;
}

/** Reads the answer to one question. A blank or unreadable answer is `undefined`, unless a blank means none. */
export function readField(
  fields: Fields,
  name: string,
  field: Field,
  context: ReadContext,
): string | number | undefined {
  const ask = field.blank === 'refused' ? 'required' : 'optional';
  switch (field.kind) {
    case 'cell':
      return fields[ask](name, (text) => (isUnitId(text) ? text : undefined), 'unknown-unit');
    case 'day':
      return field.isDue ? readDue(fields, name, ask, context) : fields.day(name, ask, context, readDay);
    case 'time':
      return fields[ask](name, readTime, 'not-a-time');
    case 'count': {
      const count = fields.count(name, ask, field.most, (text) => readCount(text, name, field, context));
      return count ?? (field.blank === 'none' ? 0 : undefined);
    }
    case 'choice': {
      const among = (text: string) => codesOf(field.choices).find((code) => code === text);
      return fields[ask](name, among, field.refusedAs ?? 'not-a-choice');
    }
    case 'row':
      return (
        fields.optional(name, (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0), 'not-a-count') || undefined
      );
    case 'target':
      return fields[ask](name, (text) => (isTargetId(text) ? text : undefined), 'not-a-choice');
    case 'quantity':
      return readAmount(fields, name, context.row?.[field.by]);
    case 'words':
    case 'task': {
      const text = ask === 'required' ? fields.words(name, field.most) : fields.optionalWords(name, field.most);
      return field.lines === 1 && text ? oneLine(text) : text;
    }
  }
}

/** The day by which a meeting wants something done, often entered days after the meeting. */
function readDue(fields: Fields, name: string, ask: 'required' | 'optional', context: ReadContext): Day | undefined {
  const { meeting, dues } = context;
  const due = fields.day(name, ask, context, readDueDay);
  if (due && meeting && !dues?.has(due) && !isPromise(due, meeting)) fields.refuse(name, 'due-not-possible');
  return due;
}

/** How much of a unit; while the unit is not known, anything. */
function readAmount(fields: Fields, name: string, unit: unknown): number | undefined {
  if (typeof unit !== 'string' || !isResultUnit(unit))
    return fields.optional(name, (text) => parseCount(text) ?? 0, 'not-a-quantity');
  const quantity = fields.required(name, (text) => readQuantity(text, unit), 'not-a-quantity');
  const { most: max } = resultUnit(unit);
  if (quantity === undefined || quantity <= max) return quantity;
  fields.refuse(name, 'too-large', { max });
  return undefined;
}

/** What a count is said to be a part of is kept: only the whole report tells whether it is. */
function readCount(text: string, name: string, { unit, of }: CountField, { shares }: ReadContext): Reading<number> {
  if (unit === 'minutes') return readMinutes(text);
  const read = readShare(text);
  if (read === undefined || read instanceof Doubt) return read;
  const isPart = read.of !== undefined || read.percent !== undefined;
  if (isPart && of === undefined) return undefined;
  if (isPart) shares?.set(name, read);
  return read.count;
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
export function readRows(fields: Fields, list: string, parts: RowsField['parts'], context: ReadContext): object[] {
  const [numbers = [], asked = []] = [true, false].map((isNumber) =>
    Object.keys(parts).filter((part) => (parts[part]?.kind === 'row') === isNumber),
  );
  const named = new Set<unknown>();
  const readRow = (at: string) => {
    const row: Record<string, string | number | undefined> = {};
    for (const [part, field] of Object.entries(parts)) {
      const must = part === 'reason' && row['status'] === 'dropped';
      const value = readField(fields, `${at}.${part}`, must ? { ...field, blank: 'refused' } : field, {
        ...context,
        row,
      });
      if (field.kind === 'task' && named.has(value)) fields.refuse(`${at}.${part}`, 'task-twice');
      if (isTaskId(value)) named.add(value);
      else if (field.kind === 'task' && looksLikeTaskId(`${value}`)) fields.refuse(`${at}.${part}`, 'unknown-task');
      row[part] = value;
    }
    return row;
  };
  return fields.rows(list, asked, readRow, numbers);
}

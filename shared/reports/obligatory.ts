import type { Typed } from '#shared/input/typed.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/**
 * Whether a report is refused while this field is blank and the others are as typed: in a row only once something else
 * of the row is filled in, the reason of a dropped task only there.
 *
 * @example isObligatory('present', {}) //=> true
 * @example isObligatory('tasks[0].what', {}) //=> false
 */
export function isObligatory(name: string, typed: Typed, table: FieldTable = reportFields): boolean {
  const [, row, part] = /^(\w+\[\d+\]\.)(\w+)$/.exec(name) ?? [];
  const refused = findField(name, table)?.blank === 'refused';
  if (!row) return refused;
  if (part === 'reason' && typed[`${row}status`] === 'dropped') return true;
  return (
    refused &&
    Object.keys(typed).some(
      (each) => each !== name && each.startsWith(row) && typed[each]?.trim() && findField(each, table)?.kind !== 'row',
    )
  );
}

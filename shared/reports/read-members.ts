import { Fields } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import type { AnyField, CountField } from '#shared/reports/field.ts';
import { readField } from '#shared/reports/read-field.ts';
import type { Members, Report } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

/** No count needs to know the day. */
const noDay = { today: '' as Day };

/** Some counts of a report as they were typed; `undefined` while one of them is missing or cannot be read. */
export function readCounts<Name extends keyof Report & string>(
  typed: Typed,
  names: readonly Name[],
): Record<Name, number> | undefined {
  const fields = new Fields(typed);
  const table: Readonly<Record<string, AnyField>> = reportFields;
  const counts = names.map((name) => [name, readField(fields, name, table[name] as CountField, noDay)]);
  return fields.errors.length > 0 ? undefined : Object.fromEntries(counts);
}

const memberNames = Object.entries<AnyField>(reportFields)
  .filter(([, { section, blank }]) => section === 'members' && blank !== undefined)
  .map(([name]) => name as keyof Members);

/** The cell's members as they were typed; a blank deduction is none. */
export function readMembers(typed: Typed): Members | undefined {
  return readCounts(typed, memberNames);
}

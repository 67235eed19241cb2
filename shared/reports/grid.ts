import type { Typed } from '#shared/input/typed.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import type { UnitId } from '#shared/units/units.ts';

const asked = Object.entries<FieldTable[string]>(reportFields);

/** The required questions of a report, in order: their answers differ between cells and between months. */
export const gridQuestions = asked.flatMap(([name, { section, blank }]) =>
  section && section !== 'members' && blank === 'refused' && name !== 'kind' ? [name] : [],
);

/** What a row copies from the cell's last report; the first is asked, the others are only shown. */
export const gridMembers = asked.flatMap(([name, { section }]) => (section === 'members' ? [name] : []));

/** One row of the grid, as it was typed. */
export interface GridRow {
  readonly cell: UnitId;
  readonly typed: Typed;
}

/** @example rowField(0, 'present') //=> 'rows[0].present' */
export function rowField(row: number, field: string): string {
  return `rows[${row}].${field}`;
}

/** The rows of a posted grid in order; a field outside all rows is left out. */
export function readGrid(typed: Typed): GridRow[] {
  return [...typedRows(typed)]
    .sort(([a], [b]) => a - b)
    .map(([, { cell = '', ...fields }]) => ({ cell, typed: fields }));
}

/** What was typed into each row, by the row's number. */
export function typedRows(typed: Typed): ReadonlyMap<number, Typed> {
  const rows = new Map<number, Typed>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = /^rows\[(\d{1,3})\]\.(\w+)$/.exec(name) ?? [];
    if (at && field) rows.set(Number(at), { ...rows.get(Number(at)), [field]: value });
  }
  return rows;
}

/** Rows as the fields of one form. */
export function typedGrid(rows: readonly GridRow[]): Typed {
  return Object.fromEntries(
    rows.flatMap(({ typed }, at) => Object.entries(typed).map(([field, value]) => [rowField(at, field), value])),
  );
}

/** Whether nothing was typed into a row: copied values do not count. */
export function isBlankRow({ typed }: GridRow): boolean {
  return gridQuestions.every((field) => (typed[field] ?? '').trim() === '');
}

/** A row as the fields of a report's form; a row without its own day has the common day. */
export function reportOfRow({ cell, typed }: GridRow, commonDate: string): Typed {
  const filled = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  return { date: commonDate, ...Object.fromEntries(filled), cell, kind: 'regular' };
}

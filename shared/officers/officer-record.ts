import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { addMonths, type Day, type Instant, type Month, monthOf } from '#shared/period.ts';
import { typedDay } from '#shared/reports/to-typed.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** What the officer (member in charge) of a cell did in a month; an absent day was not recorded. */
export interface OfficerDays {
  /** The day on which the officer met the cell's committee and gave guidance on the content of the meeting. */
  readonly orientedOn?: Day;
  /** The day of the cell's meeting that the officer attended. */
  readonly attendedOn?: Day;
}

/** What a commune records about its officers in a month, by cell; cells without a record are left out. */
export interface OfficerRecord {
  readonly commune: UnitId;
  readonly month: Month;
  readonly cells: Readonly<Record<UnitId, OfficerDays>>;
}

/** A record as it was entered. Revisions are only ever added. */
export interface OfficerRecordRevision extends OfficerRecord {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

export const heldParts = ['orientedOn', 'attendedOn'] as const;

/** @example heldField('hiep-hoa.thanh-van.thanh-binh', 'orientedOn') //=> 'held.hiep-hoa.thanh-van.thanh-binh.orientedOn' */
export function heldField(cell: UnitId, part: (typeof heldParts)[number]): string {
  return `held.${cell}.${part}`;
}

interface RecordSetting extends Pick<OfficerRecord, 'commune' | 'month'> {
  /** The commune's cells that exist in the month. */
  readonly cells: readonly Pick<Unit, 'id'>[];
  /** Today in Vietnam: later days cannot be recorded. */
  readonly today: Day;
  /** What is recorded so far: cells of which the form does not ask keep it. */
  readonly kept?: OfficerRecord['cells'];
}

export type ParsedOfficerRecord =
  | { readonly ok: true; readonly record: OfficerRecord }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads the two days of each cell. The guidance comes before the meeting, in the same month or the one before. */
export function parseOfficerRecord(
  typed: Typed,
  { commune, month, cells, today, kept = {} }: RecordSetting,
): ParsedOfficerRecord {
  const fields = new Fields(typed);
  const dayAt = (field: string, first: Month) => {
    const day = fields.day(field, 'optional', { month, today });
    if (day === undefined) return undefined;
    if (day > today) fields.refuse(field, 'day-in-future');
    else if (monthOf(day) < first || monthOf(day) > month) {
      fields.refuse(field, 'day-outside-month', { month: `${month.slice(5)}/${month.slice(0, 4)}` });
    } else return day;
    return undefined;
  };
  const held = cells.flatMap(({ id }): [UnitId, OfficerDays][] => {
    const before = kept[id];
    if (!heldParts.some((part) => heldField(id, part) in typed)) return before ? [[id, before]] : [];
    const orientedOn = dayAt(heldField(id, 'orientedOn'), addMonths(month, -1));
    const attendedOn = dayAt(heldField(id, 'attendedOn'), month);
    if (orientedOn && attendedOn && orientedOn > attendedOn) {
      fields.refuse(heldField(id, 'orientedOn'), 'oriented-after-meeting');
    }
    if (!orientedOn && !attendedOn) return [];
    return [[id, { ...(orientedOn && { orientedOn }), ...(attendedOn && { attendedOn }) }]];
  });
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  return { ok: true, record: { commune, month, cells: Object.fromEntries(held) } };
}

/** The record as fields of its form. */
export function typedOfficerRecord({ cells }: Pick<OfficerRecord, 'cells'>): Typed {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, held]) =>
      heldParts.flatMap((part) => {
        const day = held[part];
        return day ? [[heldField(cell, part), typedDay(day)]] : [];
      }),
    ),
  );
}

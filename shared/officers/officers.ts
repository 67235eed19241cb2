import type { Actor } from '#shared/access/session.ts';
import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { OfficerDays, OfficerRecord } from '#shared/officers/officer-record.ts';
import type { Instant } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** A commune's officers: which member of its committee is in charge of which cell. Members are posts, not names. */
export interface OfficerList {
  readonly commune: UnitId;
  readonly members: readonly string[];
  /** The officer of each cell; a cell that is not listed has none. */
  readonly charges: Readonly<Record<UnitId, string>>;
}

/** A list as it was entered. Revisions are only ever added, so that every month keeps the list it had. */
export interface OfficerListRevision extends OfficerList {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * A cell's month with its officer and the days that the commune has recorded. `oriented` and `attended` come from those
 * days, or without them from the cell's report; `undefined`: neither says anything.
 */
export interface CellOfficer extends OfficerDays {
  readonly cell: Unit;
  readonly member?: string;
  /** The officer gave guidance on the content before the meeting. */
  readonly oriented?: boolean;
  /** A member of the committee attended. */
  readonly attended?: boolean;
}

/** A commune's committee in a month. It shows cells without an officer and members without a cell. */
export interface OfficerMonth {
  readonly cells: readonly CellOfficer[];
  readonly membersWithoutCell: readonly string[];
}

const MOST_MEMBERS = 40;
const LONGEST_LIST = MOST_MEMBERS * 120;

export type ParsedOfficers =
  | { readonly ok: true; readonly list: OfficerList }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export function officerField(cell: UnitId): string {
  return `charge.${cell}`;
}

/**
 * Reads the members, one per line, and the officer of each cell. A cell whose officer is no longer listed has none; one of
 * which the form does not ask keeps the one it has.
 *
 * @param cells the commune's cells that exist now
 * @param kept the officers so far
 */
export function parseOfficers(
  typed: Typed,
  commune: UnitId,
  cells: readonly Pick<Unit, 'id'>[],
  kept: OfficerList['charges'] = {},
): ParsedOfficers {
  const fields = new Fields(typed);
  const text = fields.words('members', LONGEST_LIST) ?? '';
  const members = [...new Set(text.split('\n').map(oneLine))].filter(Boolean);
  if (members.length > MOST_MEMBERS) fields.refuse('members', 'too-large', { max: MOST_MEMBERS });
  const chosen = cells.flatMap(({ id }): [UnitId, string][] => {
    const field = officerField(id);
    const member = field in typed ? fields.optional(field, (value) => value, 'not-a-choice') : kept[id];
    return member !== undefined && members.includes(member) ? [[id, member]] : [];
  });
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  return { ok: true, list: { commune, members, charges: Object.fromEntries(chosen) } };
}

/** The list as fields of its form. */
export function typedOfficers({ members, charges }: Pick<OfficerList, 'members' | 'charges'>): Typed {
  const chosen = Object.entries(charges).map(([cell, member]) => [officerField(cell), member]);
  return { members: members.join('\n'), ...Object.fromEntries(chosen) };
}

/**
 * A month of a commune's committee.
 *
 * @param list the list of the month; absent if none was entered
 * @param reports the newest revision of each report of the month
 * @param record what the commune recorded in the month; absent if it recorded nothing
 */
export function officerMonthOf(
  list: Pick<OfficerList, 'members' | 'charges'> | undefined,
  cells: readonly Unit[],
  reports: readonly Pick<ReportFigures, 'cell' | 'kind' | 'oriented' | 'attendedBy'>[],
  record?: Pick<OfficerRecord, 'cells'>,
): OfficerMonth {
  const rows = cells.map((cell): CellOfficer => {
    const member = list?.charges[cell.id];
    const held = record?.cells[cell.id];
    const regular = reports.find((report) => report.cell === cell.id && report.kind === 'regular');
    return {
      cell,
      ...(member !== undefined && { member }),
      ...(regular?.oriented && { oriented: regular.oriented === 'yes' }),
      ...(regular?.attendedBy && { attended: regular.attendedBy === 'commune' || regular.attendedBy === 'both' }),
      ...(held?.orientedOn && { orientedOn: held.orientedOn, oriented: true }),
      ...(held?.attendedOn && { attendedOn: held.attendedOn, attended: true }),
    };
  });
  const busy = new Set(rows.map(({ member }) => member));
  return { cells: rows, membersWithoutCell: (list?.members ?? []).filter((member) => !busy.has(member)) };
}

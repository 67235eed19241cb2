import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Day, Instant } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { type Theme, themeCodes } from '#shared/themes/themes.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * A thematic meeting that a commune or the district shares as an example. Everyone in the district can read the note
 * and the name of the cell; the report itself stays with those who may see the cell.
 */
export interface SharedMeeting {
  readonly report: ReportId;
  readonly cell: UnitId;
  /** The names of the cell and its commune when it was shared. */
  readonly name: string;
  readonly date: Day;
  readonly theme: Theme;
  /** What was good about it, so that others can do the same. */
  readonly note: string;
  /** It is no longer shared. */
  readonly withdrawn?: true;
}

/** A revision of a shared meeting. Revisions are only ever added. */
export interface SharedRevision extends SharedMeeting {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

const LONGEST_NOTE = 1500;

export type ParsedShare =
  | { readonly ok: true; readonly theme: Theme; readonly note: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads `theme` and `note`. */
export function parseShare(typed: Typed): ParsedShare {
  const fields = new Fields(typed);
  const theme = fields.choice('theme', themeCodes);
  const note = fields.words('note', LONGEST_NOTE);
  fields.refuseOthers();
  if (fields.errors.length > 0 || !theme || note === undefined) return { ok: false, errors: fields.errors };
  return { ok: true, theme, note };
}

/** The shared meetings, the newest first. */
export function heldUp(revisions: Iterable<SharedRevision>): SharedRevision[] {
  return [...revisions].filter(({ withdrawn }) => !withdrawn).sort((a, b) => (a.date < b.date ? 1 : -1));
}

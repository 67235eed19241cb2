import { Fields } from '#shared/input/fields.ts';
import { isOnScale, parsePoints } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { type Day, type Month, monthOf, parseDay } from '#shared/period.ts';
import { hasNoCommittee } from '#shared/reports/committee.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { readField, readRows } from '#shared/reports/read-field.ts';
import { type Report, requiredOf } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

export type Parsed =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

interface ParseSetting {
  /** Today in Vietnam: a later meeting cannot be reported. */
  readonly today: Day;
  /** The month of the report, if the form was opened for one. */
  readonly month?: Month;
  /** The rules by which a month of the cell is judged; `undefined` before the first norm. */
  readonly norms: (month: Month) => Pick<SheetNorms, 'committeeFrom' | 'groups'> | undefined;
}

/**
 * Reads a report as it was typed, in the field names of the HTTP seam.
 *
 * Dates are `dd/mm/yyyy` or ISO, counts `1.234`, points `4,5`; texts are converted to NFC; fields that the form does
 * not have are rejected. A blank means none for probationary members and the six adjustments, as the form says; every
 * other blank stays unknown.
 */
export function parseReport(typed: Typed, setting: ParseSetting, table: FieldTable = reportFields): Parsed {
  const fields = new Fields(typed);
  const answers = Object.entries(table).map(([name, field]) => {
    if (field.kind === 'points') return [name, readPoints(fields, typed, setting)];
    return [name, field.kind === 'rows' ? readRows(fields, name, field.parts) : readField(fields, name, field)];
  });
  const draft = Object.fromEntries(answers) as Report;

  if (draft.date) checkDate(fields, draft.date, setting);
  fields.refuseOthers();
  if (fields.errors.length === 0) checkCounts(fields, draft, setting);
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, report: compact<Report>(draft) };
}

/** The concerns of a report or a visit, row by row; a concern that could not be read is `undefined`. */
export function readMatters(fields: Fields) {
  return readRows(fields, 'matters', reportFields.matters.parts);
}

/** Points for the judged criteria of the month's regime. While the month is unknown, a line has at most 100. */
export function readPoints(
  fields: Fields,
  typed: Typed,
  { month, norms }: Pick<ParseSetting, 'month' | 'norms'>,
): Record<string, number> {
  const date = parseDay(typed['date'] ?? '');
  const known = date ? monthOf(date) : month;
  const regime = known && norms(known);
  const lines = regime
    ? criteriaOf(regime).flatMap((each) => (each.how === 'judged' ? [each] : []))
    : typedLines(typed).map((id) => ({ id, max: 100, step: 0.01 }));
  const points: Record<string, number> = {};
  for (const { id, max, step } of lines) {
    const onScale = (text: string) => {
      const value = parsePoints(text);
      return isOnScale(value, { max, step }) ? value : undefined;
    };
    const given = fields.optional(`points.${id}`, onScale, 'not-points', { max, step });
    if (given !== undefined) points[id] = given;
  }
  return points;
}

function typedLines(typed: Typed): string[] {
  return Object.keys(typed).flatMap((name) => /^points\.(\w+)$/.exec(name)?.[1] ?? []);
}

function checkDate(fields: Fields, date: Day, { today, month, norms }: ParseSetting): void {
  if (date > today) fields.refuse('date', 'day-in-future');
  else if (month && monthOf(date) !== month) {
    fields.refuse('date', 'day-outside-month', { month: `${month.slice(5)}/${month.slice(0, 4)}` });
  } else if (!norms(monthOf(date))) fields.refuse('date', 'month-without-regime');
}

/** The rules between counts that are each valid on their own. */
function checkCounts(fields: Fields, report: Report, { norms }: Pick<ParseSetting, 'norms'>): void {
  const { present, excused, unexcused } = report;
  const required = requiredOf(report);
  const sum = present + excused + unexcused;
  if (required < report.joining) fields.refuse('fullMembers', 'adjustments-above-members');
  else if (present > required) fields.refuse('present', 'present-above-required', { present, required });
  else if (sum !== required) fields.refuse('present', 'attendance-does-not-add-up', { sum, required });

  if ((report.late ?? 0) > present) fields.refuse('late', 'late-above-present');
  if ((report.speakers ?? 0) > present) fields.refuse('speakers', 'speakers-above-present');
  if ((report.targetsMet ?? 0) > (report.targetsSet ?? Number.POSITIVE_INFINITY)) {
    fields.refuse('targetsMet', 'targets-met-above-set');
  }
  const regime = norms(monthOf(report.date));
  if (regime && report.committeeMet === 'na' && !hasNoCommittee(report, regime)) {
    fields.refuse('committeeMet', 'has-committee', { members: regime.committeeFrom });
  }
}

/** Removes unknown fields, so that an absent field has only one form. */
export function compact<T>(draft: object): T {
  return JSON.parse(JSON.stringify(draft)) as T;
}

import { sure } from '#shared/input/doubt.ts';
import { Fields } from '#shared/input/fields.ts';
import { isOnScale } from '#shared/input/numbers.ts';
import { type DayContext, readDay } from '#shared/input/read-day.ts';
import { readScore } from '#shared/input/read-score.ts';
import type { Share } from '#shared/input/read-share.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { SheetNorms } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { type Day, type Month, monthOf } from '#shared/period.ts';
import { hasNoCommittee } from '#shared/reports/committee.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { readChoices, readField, readRows } from '#shared/reports/read-field.ts';
import { type Report, requiredOf } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

export type Parsed =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** A later meeting than of today cannot be reported; the month is the form's, if it was opened for one. */
interface ParseSetting extends DayContext {
  /** The rules by which a month of the cell is judged; `undefined` before the first norm. */
  readonly norms: (month: Month) => Pick<SheetNorms, 'committeeFrom' | 'groups'> | undefined;
  /** The report that is amended: what it has taken stays, also where no new report may say it. */
  readonly stored?: Pick<Report, 'tasks'> | undefined;
}

/**
 * Reads a report as it was typed, in the field names of the HTTP seam.
 *
 * Days, times, lengths and counts are read as people write them (`shared/input/read-*.ts`), and what may mean two things is
 * asked back; texts are converted to NFC; fields that the form does not have are rejected. A blank means none for probationary members and the six adjustments, as the form says; every
 * other blank stays unknown.
 */
export function parseReport(typed: Typed, setting: ParseSetting, table: FieldTable = reportFields): Parsed {
  const fields = new Fields(typed);
  const shares = new Map<string, Share>();
  const { today, month, stored } = setting;
  const dues = new Set(stored?.tasks.flatMap(({ due }) => due ?? []));
  const meeting = sure(readDay(typed['date'] ?? '', { month, today }));
  const context = { today, month, shares, dues, meeting };
  const answers = Object.entries(table).map(([name, field]) => {
    if (field.kind === 'points') return [name, readPoints(fields, typed, setting)];
    if (field.kind === 'choices') return [name, readChoices(fields, name, field)];
    if (field.kind === 'rows') {
      const rows = readRows(fields, name, field.parts, context);
      return [name, field.none === 'absent' && rows.length === 0 ? undefined : rows];
    }
    return [name, readField(fields, name, field, context)];
  });
  const draft = Object.fromEntries(answers) as Report;

  if (draft.date) checkDate(fields, draft.date, setting);
  fields.refuseOthers();
  if (fields.errors.length === 0) checkShares(fields, draft, shares, table);
  if (fields.errors.length === 0) checkCounts(fields, draft, setting);
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, report: compact<Report>(draft) };
}

/** The concerns of a report or a visit, row by row; a concern that could not be read is `undefined`. */
export function readMatters(fields: Fields, context: DayContext) {
  return readRows(fields, 'matters', reportFields.matters.parts, context);
}

/** Points for the judged criteria of the month's regime. While the month is unknown, a line has at most 100. */
export function readPoints(
  fields: Fields,
  typed: Typed,
  { month, today, norms }: ParseSetting,
): Record<string, number> {
  const date = sure(readDay(typed['date'] ?? '', { month, today }));
  const known = date ? monthOf(date) : month;
  const regime = known && norms(known);
  const lines = regime
    ? criteriaOf(regime).flatMap((each) => (each.how === 'judged' ? [each] : []))
    : typedLines(typed).map((id) => ({ id, max: 100, step: 0.01 }));
  const points: Record<string, number> = {};
  for (const { id, max, step } of lines) {
    const onScale = (text: string) => {
      const value = readScore(text, max);
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

/** What a count was said to be a part of (`21/23`, `14 (100%)`) is what the other answers say. */
function checkShares(fields: Fields, report: Report, shares: ReadonlyMap<string, Share>, table: FieldTable): void {
  for (const [name, { count, of, percent }] of shares) {
    const field = table[name];
    const whole = field?.kind === 'count' ? field.of : undefined;
    const base = whole === 'required' ? requiredOf(report) : countOf(report, whole);
    // Nobody rounds a share by more than one percent.
    const isShare = percent === undefined || (base !== undefined && Math.abs(count * 100 - percent * base) <= base);
    if (base === undefined && of !== undefined) {
      fields.refuse(whole ?? name, 'understood', { said: `${count}/${of}`, understood: String(of) });
    } else if ((of !== undefined && of !== base) || !isShare) {
      const said = of === undefined ? `${count} (${percent}%)` : `${count}/${of}`;
      fields.refuse(name, 'part-of-another', { said, of: base ?? 0 });
    }
  }
}

function countOf(report: Report, field: string | undefined): number | undefined {
  const value = Object.entries(report).find(([name]) => name === field)?.[1];
  return typeof value === 'number' ? value : undefined;
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
  checkStaff(fields, report);
  if ((report.targetsMet ?? 0) > (report.targetsSet ?? Number.POSITIVE_INFINITY)) {
    fields.refuse('targetsMet', 'targets-met-above-set');
  }
  const regime = norms(monthOf(report.date));
  if (regime && report.committeeMet === 'na' && !hasNoCommittee(report, regime)) {
    fields.refuse('committeeMet', 'has-committee', { members: regime.committeeFrom });
  }
}

/** Commune staff are members of the cell, and who came of them is among those present. */
function checkStaff(fields: Fields, report: Report): void {
  const { communeStaff, communeStaffPresent = 0, present, fullMembers, probationaryMembers } = report;
  const members = fullMembers + probationaryMembers;
  const most = Math.min(communeStaff ?? 0, present);
  if ((communeStaff ?? 0) > members) fields.refuse('communeStaff', 'too-large', { max: members });
  else if (communeStaffPresent > most) fields.refuse('communeStaffPresent', 'too-large', { max: most });
}

/** Removes unknown fields, so that an absent field has only one form. */
export function compact<T>(draft: object): T {
  return JSON.parse(JSON.stringify(draft)) as T;
}

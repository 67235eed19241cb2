import { Fields } from '#shared/input/fields.ts';
import { isOnScale, parsePoints } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { type Day, type Month, monthOf, parseDay, parseTime } from '#shared/period.ts';
import {
  attendances,
  followUpStatuses,
  kinds,
  type Report,
  requiredOf,
  resolutions,
  severities,
} from '#shared/reports/report.ts';
import { isTopic } from '#shared/reports/topics.ts';
import { isUnitId } from '#shared/units/units.ts';

const MOST_MEMBERS = 2000;
const MOST_MINUTES = 24 * 60;
const MOST_TARGETS = 1000;
/** Longest free texts, in characters. */
const SHORT = 300;
const LONG = 4000;

const yesNo = ['yes', 'no'] as const;

export type Parsed =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

interface ParseSetting {
  /** The day in Vietnam: a meeting after it cannot be reported. */
  readonly today: Day;
  /** The month that is being reported, where the form was opened for one. */
  readonly month?: Month;
  /** What a month of the cell is judged by; `undefined` before the first norm. */
  readonly norms: (month: Month) => Regime | undefined;
}

/**
 * Reads a report as it was typed, in the field names of the HTTP seam.
 *
 * Dates as `dd/mm/yyyy` or ISO, counts as `1.234`, points as `4,5`; texts are brought to NFC; fields that the form
 * does not have are refused. Probationary members and the six adjustments may be blank, which the form says means
 * none; every other blank stays unknown.
 */
export function parseReport(typed: Typed, setting: ParseSetting): Parsed {
  const fields = new Fields(typed);
  const none = (field: string) => fields.optionalCount(field, MOST_MEMBERS) ?? 0;

  const draft = {
    cell: fields.required('cell', (text) => (isUnitId(text) ? text : undefined), 'unknown-unit'),
    date: fields.required('date', parseDay, 'not-a-day'),
    kind: fields.choice('kind', kinds),
    startTime: fields.optional('startTime', parseTime, 'not-a-time'),
    durationMinutes: fields.count('durationMinutes', MOST_MINUTES),

    fullMembers: fields.count('fullMembers', MOST_MEMBERS),
    probationaryMembers: none('probationaryMembers'),
    exempt: none('exempt'),
    temporarilyExempt: none('temporarilyExempt'),
    away: none('away'),
    suspended: none('suspended'),
    specialDuty: none('specialDuty'),
    joining: none('joining'),

    present: fields.count('present', MOST_MEMBERS),
    excused: fields.count('excused', MOST_MEMBERS),
    unexcused: fields.count('unexcused', MOST_MEMBERS),
    late: fields.optionalCount('late', MOST_MEMBERS),

    committeeMet: fields.optionalChoice('committeeMet', ['yes', 'no', 'na']),
    oriented: fields.optionalChoice('oriented', yesNo),
    papersSent: fields.optionalChoice('papersSent', yesNo),
    focus: fields.optionalWords('focus', LONG),

    stepsFollowed: fields.optionalChoice('stepsFollowed', yesNo),
    previousReviewed: fields.optionalChoice('previousReviewed', yesNo),
    speakers: fields.optionalCount('speakers', MOST_MEMBERS),
    selfCriticism: fields.optionalChoice('selfCriticism', yesNo),
    notesTaken: fields.optionalChoice('notesTaken', yesNo),
    minutesKept: fields.optionalChoice('minutesKept', yesNo),

    resolution: fields.choice('resolution', resolutions),
    resolutionText: fields.optionalWords('resolutionText', LONG),
    targetsSet: fields.optionalCount('targetsSet', MOST_TARGETS),
    targetsMet: fields.optionalCount('targetsMet', MOST_TARGETS),

    tasks: fields.rows('tasks', ['what', 'who', 'due'], (at) => ({
      what: fields.words(`${at}.what`, SHORT),
      who: fields.optionalWords(`${at}.who`, SHORT),
      due: fields.optional(`${at}.due`, parseDay, 'not-a-day'),
    })),
    followUps: fields.rows('followUps', ['task', 'status', 'reason'], (at) => readFollowUp(fields, at)),
    matters: readMatters(fields),

    attendedBy: fields.optionalChoice('attendedBy', attendances),
    points: readPoints(fields, typed, setting),
    deductionNote: fields.optionalWords('deductionNote', LONG),
  };

  if (draft.date) checkDate(fields, draft.date, setting);
  fields.refuseOthers();
  if (fields.errors.length === 0) checkCounts(fields, draft as Report);
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, report: compact<Report>(draft) };
}

/** What became of a task; one that is dropped says why. */
function readFollowUp(fields: Fields, at: string) {
  const task = fields.words(`${at}.task`, SHORT);
  const status = fields.choice(`${at}.status`, followUpStatuses);
  const name = `${at}.reason`;
  return { task, status, reason: status === 'dropped' ? fields.words(name, SHORT) : fields.optionalWords(name, SHORT) };
}

/** The concerns of a report or a visit, row by row; what could not be read is `undefined`. */
export function readMatters(fields: Fields) {
  return fields.rows('matters', ['topic', 'summary', 'severity', 'proposal'], (at) => ({
    topic: fields.required(`${at}.topic`, (text) => (isTopic(text) ? text : undefined), 'unknown-topic'),
    summary: fields.words(`${at}.summary`, SHORT),
    severity: fields.choice(`${at}.severity`, severities),
    proposal: fields.optionalWords(`${at}.proposal`, SHORT),
  }));
}

/** Points for the judged criteria of the month's regime. While the month is not known, a line has 100 at most. */
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

/** What must hold between counts that are each right on their own. */
function checkCounts(fields: Fields, report: Report): void {
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
}

/** Drops what is unknown, so that an absent field has one form. */
export function compact<T>(draft: object): T {
  return JSON.parse(JSON.stringify(draft)) as T;
}

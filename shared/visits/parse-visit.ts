import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { type Day, type Month, monthOf } from '#shared/period.ts';
import { compact, readMatters, readPoints } from '#shared/reports/parse-report.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';
import { planUntil } from '#shared/visits/plan-until.ts';
import { adviceOutcomes, type Visit, type VisitReport, visitIdOf } from '#shared/visits/visit.ts';

const SHORT = 300;
const LONG = 4000;

export type ParsedVisit =
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** What is known before a visit is read. */
export interface VisitSetting {
  readonly group: number;
  /** Today in Vietnam: a later visit can be planned but not reported. */
  readonly today: Day;
  /** The rules by which a month of the district is judged; `undefined` before the first norm. */
  readonly norms: (month: Month) => Regime | undefined;
  /** Names of the group's members, one of whom is planned to go; empty if no member has been entered. */
  readonly members: readonly string[];
  /** Whom the stored visit names: they may have left the group since. */
  readonly kept?: readonly string[];
  /** Whether the group is responsible for a unit. */
  readonly answersFor: (unit: UnitId) => boolean;
}

/** Reads a planned visit: where, when, and who goes. */
export function parsePlan(typed: Typed, setting: VisitSetting): ParsedVisit {
  const fields = new Fields(typed);
  const { unit, date } = readHead(fields, setting);
  const until = planUntil(setting.today);
  if (date && date > until) fields.refuse('date', 'planned-too-far', { until: formatDay(until) });
  const { members } = setting;
  const member = members.length > 0 ? fields.choice('member', members) : readMember(fields, setting);
  const errors = finish(fields, date, setting);
  if (errors.length > 0 || !unit || !date) return { ok: false, errors };
  return { ok: true, visit: compact<Visit>({ ...head(unit, date, setting), member, state: 'planned' }) };
}

/** Reads a visitor's report of a meeting. */
export function parseVisit(typed: Typed, setting: VisitSetting): ParsedVisit {
  const fields = new Fields(typed);
  const { unit, date } = readHead(fields, setting);
  const member = readMember(fields, setting);
  const report = {
    seen: fields.words('seen', LONG),
    advice: fields.optionalWords('advice', LONG),
    adviceKept: fields.optionalChoice('adviceKept', adviceOutcomes),
    lastAdvice: fields.optionalWords('lastAdvice', LONG),
    points: readPoints(fields, typed, setting),
    matters: readMatters(fields, setting),
  };
  if (date && date > setting.today) fields.refuse('date', 'day-in-future');
  if (unit && meetingOf(unit) === 'committee') {
    for (const id of Object.keys(report.points)) fields.refuse(`points.${id}`, 'only-of-cells');
  }
  const errors = finish(fields, date, setting);
  if (errors.length > 0 || !unit || !date) return { ok: false, errors };
  const visit = { ...head(unit, date, setting), member, state: 'done', report: report as VisitReport };
  return { ok: true, visit: compact<Visit>(visit) };
}

function readHead(fields: Fields, { answersFor, today }: VisitSetting) {
  return {
    unit: fields.required('unit', (text) => (isUnitId(text) && answersFor(text) ? text : undefined), 'not-a-choice'),
    date: fields.day('date', 'required', { today }),
  };
}

/** Who went: of a group with a list one of those in it, or whom the stored visit names though they have since left. */
function readMember(fields: Fields, { members, kept = [] }: VisitSetting): string | undefined {
  if (members.length > 0) return fields.optionalChoice('member', [...members, ...kept]);
  const member = fields.optionalWords('member', SHORT);
  return member && oneLine(member);
}

/** The second level of the path is a commune's committee; the levels below it are cells. */
function meetingOf(unit: UnitId): Visit['meeting'] {
  return unit.split('.').length > 2 ? 'cell' : 'committee';
}

function head(unit: UnitId, date: Day, { group }: VisitSetting) {
  return { id: visitIdOf({ unit, date, group }), group, unit, date, meeting: meetingOf(unit) } as const;
}

function finish(fields: Fields, date: Day | undefined, { norms }: VisitSetting): readonly FieldError[] {
  if (date && !norms(monthOf(date))) fields.refuse('date', 'month-without-regime');
  fields.refuseOthers();
  return fields.errors;
}

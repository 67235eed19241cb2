import { messageOf } from '#shared/input/texts/errors.ts';
import { typedJson } from '#shared/input/typed-json.ts';
import { gradeYear, quartersOf } from '#shared/judging/cell-year.ts';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import { findRegime, type Regime, type RegimeChoice, regimeById, type Settings } from '#shared/norms/regimes.ts';
import {
  addMonths,
  type Day,
  dayAt,
  endOfDayAfter,
  endOfMonth,
  lastMonthOf,
  type Month,
  monthOf,
  monthsOf,
  type Period,
} from '#shared/period.ts';
import { type ReportFigures, splitFreeText } from '#shared/reports/free-text.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** By what a case is judged, where it is not the dated regime of each month. */
export interface JudgedOtherwise {
  /** A regime for every month. */
  readonly regime?: string;
  /** Single norms of the district for every month, as they are stored with it. */
  readonly settings?: Settings;
  /** The district's own choices, each from a month on. */
  readonly choices?: readonly RegimeChoice[];
}

/** The reports of one cell, of a month or of several months of a year. */
export interface JudgeCase extends JudgedOtherwise {
  readonly reports: readonly unknown[];
  /** The cell of reports that do not name one. */
  readonly cell?: UnitId;
  /** The first and the last month that is judged; otherwise those of the first and the last report. */
  readonly from?: Month;
  readonly to?: Month;
  /** Today; a quarter or a year that is not over then has no verdict. */
  readonly today?: Day;
}

/**
 * Judges the reports of a cell, with the field names of the HTTP API.
 *
 * @returns for one month: attendance, criteria, total, grade and flags of its regular meeting, or only the flags if
 *   there was none, and the other meetings each by its own kind; for several months of a year: each month, the quarters
 *   and the year. A quarter or a year that is not over, or of which some months are not judged, has no verdict.
 * @throws {Error} naming each invalid field, or if the reports are not of one cell and year
 */
export function judgeCase({ cell, ...given }: JudgeCase) {
  const { today = dayAt(new Date().toISOString()) } = given;
  const norms = (month: Month) => regimeOf(month, given);
  const reports = given.reports.map((each, at) => readReport(each, at, { cell, today, norms }));
  const months = reports.map(({ date }) => monthOf(date)).sort();
  const [begin = months[0], end = months.at(-1)] = [given.from, given.to];
  if (!begin || !end) throw new Error('The file holds no report.');
  const cells = new Set(reports.map((report) => report.cell));
  const isOutside = months.some((month) => month < begin || month > end);
  if (cells.size > 1 || begin.slice(0, 4) !== end.slice(0, 4) || isOutside) {
    throw new Error('The reports are not of one cell and one year.');
  }
  if (begin === end) return judgeMonth(begin, reports, norms).judged;
  const all = monthsBetween(begin, end).map((month) => judgeMonth(month, reports, norms));
  const isWhole = (period: Period) =>
    (monthsOf(period)[0] as Month) >= begin &&
    lastMonthOf(period) <= end &&
    dayAt(endOfMonth(lastMonthOf(period))) < today;
  const { grade, ...year } = gradeYear(all);
  return {
    months: all.map(({ month, judged }) => ({ month, ...judged })),
    quarters: quartersOf(all).map(({ met, ...quarter }) => ({
      ...quarter,
      ...(isWhole(quarter.quarter as Period) && { met }),
    })),
    year: { ...year, ...(grade && isWhole(begin.slice(0, 4) as Period) && { grade }) },
  };
}

/** The month's regime after what the case says, if any covers it. */
function regimeOf(month: Month, { regime: id, settings, choices = [] }: JudgedOtherwise): Regime | undefined {
  if (id !== undefined && !regimeById(id)) throw new Error(`There is no regime ${id}.`);
  if (id === undefined && settings === undefined) return findRegime(month, choices);
  const chosen = findRegime(month, choices);
  if (!chosen) return undefined;
  return { ...((id !== undefined && regimeById(id)) || chosen), ...settings };
}

function judgeMonth(month: Month, all: readonly Report[], norms: (month: Month) => Regime | undefined) {
  const regime = norms(month);
  if (!regime) throw new Error(`No regime covers ${month}.`);
  const reports = all.filter(({ date }) => monthOf(date) === month);
  const cell: Unit = { id: all[0]?.cell ?? '', name: '', kind: '', level: 'cell', from: month };
  // Counts as on time: this command judges the meeting, not when it was reported.
  const received = endOfDayAfter(month, 1);
  const current = reports.map((report) => ({
    id: reportIdOf(report),
    firstReceivedAt: received,
    report: splitFreeText(report).facts,
  }));
  const { regular, flags } = judgeCellMonth(cell, current, { regime, due: received, month });
  const facts = current.map(({ report }) => report);
  const others = facts.filter((report) => report !== regular?.report);
  const grade = regular?.judgement.grade;
  return {
    month,
    regime,
    judged: {
      regime: regime.id,
      ...(regular && inJson(regular.judgement)),
      flags,
      ...(others.length > 0 && { others: others.map((report) => otherMeeting(report, regime, facts)) }),
    },
    thematics: reports.filter(({ kind }) => kind === 'thematic').length,
    ...(grade && { grade }),
  };
}

/** A meeting beside the regular one, judged by its own kind. */
function otherMeeting(report: ReportFigures, regime: Regime, month: readonly ReportFigures[]) {
  return { date: report.date, kind: report.kind, ...inJson(judgeMeeting(report, regime, month)) };
}

function inJson(judgement: Judgement) {
  return { ...judgement, criteria: criteriaJson(judgement.criteria) };
}

function monthsBetween(begin: Month, end: Month): Month[] {
  return begin > end ? [] : [begin, ...monthsBetween(addMonths(begin, 1), end)];
}

function readReport(
  value: unknown,
  at: number,
  { cell, ...setting }: { cell: UnitId | undefined; today: Day; norms: (month: Month) => Regime | undefined },
): Report {
  // The form's other fields do not matter here.
  const { baseRevision, filledAt, ...typed } = typedJson(value);
  const parsed = parseReport({ ...(cell && { cell }), ...typed }, setting);
  if (parsed.ok) return parsed.report;
  const lines = parsed.errors.map((error) => `  ${error.field}: ${messageOf(error, 'en')}`);
  throw new Error([`Report ${at + 1} is not right:`, ...lines].join('\n'));
}

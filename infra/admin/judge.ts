import { messageOf } from '#shared/input/texts/errors.ts';
import { typedJson } from '#shared/input/typed-json.ts';
import { gradeYear, quartersOf } from '#shared/judging/cell-year.ts';
import { criteriaJson } from '#shared/judging/criteria-json.ts';
import { findRegime, type Regime, regimeById } from '#shared/norms/regimes.ts';
import { addMonths, type Day, dayAt, endOfDayAfter, type Month, monthOf } from '#shared/period.ts';
import { splitFreeText } from '#shared/reports/free-text.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import type { Unit } from '#shared/units/units.ts';

/**
 * Judges the reports of a cell: a file with one report or a list of them, with the field names of the HTTP API.
 *
 * @param regimeId a regime to use instead of each month's own
 * @returns for one month: attendance, criteria, total, grade and flags of its regular meeting, or only the flags if
 *   there was none; for several months of a year: each month, the quarters and the year
 * @throws {Error} naming each invalid field, or if the reports are not of one cell and year
 */
export function judgeFile(text: string, regimeId: string | undefined, today: Day = dayAt(new Date().toISOString())) {
  const given = JSON.parse(text) as unknown;
  const reports = [given].flat().map((each, at) => readReport(each, at, today));
  const [first] = reports;
  if (!first) throw new Error('The file holds no report.');
  if (reports.some(({ cell, date }) => cell !== first.cell || date.slice(0, 4) !== first.date.slice(0, 4))) {
    throw new Error('The reports are not of one cell and one year.');
  }
  const months = reports.map(({ date }) => monthOf(date)).sort();
  const [begin, end] = [months[0], months.at(-1)] as [Month, Month];
  if (begin === end) {
    const { judged } = judgeMonth(begin, reports, regimeId);
    return judged;
  }
  const all = monthsBetween(begin, end).map((month) => judgeMonth(month, reports, regimeId));
  return {
    months: all.map(({ month, judged }) => ({ month, ...judged })),
    quarters: quartersOf(all),
    year: gradeYear(all),
  };
}

function judgeMonth(month: Month, all: readonly Report[], regimeId: string | undefined) {
  const regime = regimeFor(month, regimeId);
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
  const grade = regular?.judgement.grade;
  return {
    month,
    regime,
    judged: {
      regime: regime.id,
      ...(regular && { ...regular.judgement, criteria: criteriaJson(regular.judgement.criteria) }),
      flags,
    },
    thematics: reports.filter(({ kind }) => kind === 'thematic').length,
    ...(grade && { grade }),
  };
}

function regimeFor(month: Month, id: string | undefined): Regime {
  const regime = id === undefined ? findRegime(month) : regimeById(id);
  if (!regime) throw new Error(id === undefined ? `No regime covers ${month}.` : `There is no regime ${id}.`);
  return regime;
}

function monthsBetween(begin: Month, end: Month): Month[] {
  return begin > end ? [] : [begin, ...monthsBetween(addMonths(begin, 1), end)];
}

function readReport(value: unknown, at: number, today: Day): Report {
  // The form's other fields do not matter here.
  const { baseRevision, filledAt, ...typed } = typedJson(value);
  const parsed = parseReport(typed, { today, norms: findRegime });
  if (parsed.ok) return parsed.report;
  const lines = parsed.errors.map((error) => `  ${error.field}: ${messageOf(error, 'en')}`);
  throw new Error([`Report ${at + 1} is not right:`, ...lines].join('\n'));
}

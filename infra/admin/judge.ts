import { judgeCellMonth } from '#shared/cell-month.ts';
import { parseReport } from '#shared/parse-report.ts';
import { type Day, dayAt, endOfDayAfter, monthOf } from '#shared/period.ts';
import { regimeBy, regimeIn } from '#shared/regimes.ts';
import { type Report, reportIdOf } from '#shared/report.ts';
import { messageOf } from '#shared/texts/errors.ts';
import { typedJson } from '#shared/typed-json.ts';
import type { Unit } from '#shared/units.ts';
import { splitWords } from '#shared/words.ts';

/**
 * Judges one or more reports of a cell's month, as a file with the field names of the HTTP seam: one report, or a list.
 *
 * @param regimeId another regime than the month's own
 * @returns attendance, criteria, total, grade and flags of the month's regular meeting, or flags alone without one
 * @throws {Error} naming each field that is not right, or where the reports are not of one cell and month
 */
export function judgeFile(text: string, regimeId: string | undefined, today: Day = dayAt(new Date().toISOString())) {
  const given = JSON.parse(text) as unknown;
  const reports = [given].flat().map((each, at) => readReport(each, at, today));
  const [first, ...others] = reports;
  if (!first) throw new Error('The file holds no report.');
  const month = monthOf(first.date);
  if (others.some(({ cell, date }) => cell !== first.cell || monthOf(date) !== month)) {
    throw new Error('The reports are not of one cell and one month.');
  }
  const regime = regimeId === undefined ? regimeIn(month) : regimeBy(regimeId);
  if (!regime)
    throw new Error(regimeId === undefined ? `No regime covers ${month}.` : `There is no regime ${regimeId}.`);

  const cell: Unit = { id: first.cell, name: first.cell, kind: '', level: 'cell', from: month };
  // On time: this command judges what was done at the meeting, not when it was reported.
  const received = endOfDayAfter(month, 1);
  const current = reports.map((report) => ({
    id: reportIdOf(report),
    firstReceivedAt: received,
    report: splitWords(report).facts,
  }));
  const { regular, flags } = judgeCellMonth(cell, current, regime, received);
  return { regime: regime.id, ...regular?.judgement, flags };
}

function readReport(value: unknown, at: number, today: Day): Report {
  // What a form says besides the report does not matter here.
  const { baseRevision, filledAt, ...typed } = typedJson(value);
  const parsed = parseReport(typed, { today });
  if (parsed.ok) return parsed.report;
  const lines = parsed.errors.map((error) => `  ${error.field}: ${messageOf(error, 'en')}`);
  throw new Error([`Report ${at + 1} is not right:`, ...lines].join('\n'));
}

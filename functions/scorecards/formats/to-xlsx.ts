import { colToLetter, type WriteSheet } from 'hucre/xlsx';
import { belowNormSheet } from '#functions/scorecards/formats/below-norm-sheet.ts';
import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { coverSheet } from '#functions/scorecards/formats/cover-sheet.ts';
import { halfYearForm } from '#functions/scorecards/formats/half-year-form.ts';
import { headlineSheet } from '#functions/scorecards/formats/headline-sheet.ts';
import { matrixSheet } from '#functions/scorecards/formats/matrix-sheet.ts';
import { monthlyForm } from '#functions/scorecards/formats/monthly-form.ts';
import { notesSheet } from '#functions/scorecards/formats/notes-sheet.ts';
import { resultsSheet } from '#functions/scorecards/formats/results-sheet.ts';
import { settlingSheet } from '#functions/scorecards/formats/settling-sheet.ts';
import { staffSheet } from '#functions/scorecards/formats/staff-sheet.ts';
import { topicMonthsSheet } from '#functions/scorecards/formats/topic-months-sheet.ts';
import { topicsSheet } from '#functions/scorecards/formats/topics-sheet.ts';
import { trendSheet } from '#functions/scorecards/formats/trend-sheet.ts';
import { bands, cellBands } from '#functions/scorecards/formats/unit-columns.ts';
import { unitsSheet } from '#functions/scorecards/formats/units-sheet.ts';
import { type DraftedSheet, writeWorkbook } from '#functions/scorecards/formats/write-workbook.ts';
import { defaultFont } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized, formatPeriod } from '#shared/language/format.ts';
import { isMonth, monthsOf } from '#shared/period.ts';
import { type Exported, watermarkOf } from '#shared/scorecards/letter-words.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { rankWords } from '#shared/scorecards/texts/rank.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { parentOf } from '#shared/units/units.ts';

/** What stands in the workbook and in the report beside the scorecard itself. */
export interface FileParts {
  /** Every cell of the unit. */
  readonly cells: readonly CellRow[];
  /** The months before. */
  readonly trend: Trend;
  /** Where the unit stands in the one above. */
  readonly place?: Place;
  readonly exported: Exported;
}

/** A scorecard as the workbook that a district sends on: every rate a formula over its parts, ready to print on A4. */
export function toXlsx(scorecard: Scorecard, { cells, trend, exported, place }: FileParts): Promise<Uint8Array> {
  const { name, month, groups } = scorecard;
  const isDistrict = parentOf(scorecard.unit) === undefined;
  const inside = [
    headlineSheet(scorecard, place),
    ...(scorecard.children.length > 0 ? [matrixSheet(scorecard)] : []),
    ...(isDistrict ? [communesSheet(scorecard)] : []),
    cellsSheet(scorecard, cells, isDistrict),
    ...(groups.length > 0 ? [groupsSheet(scorecard)] : []),
    belowNormSheet(scorecard),
    topicsSheet(scorecard),
    settlingSheet(scorecard),
    ...(scorecard.results ? [resultsSheet(scorecard)] : []),
    ...(scorecard.staff ? [staffSheet(scorecard, scorecard.staff)] : []),
    trendSheet(scorecard, trend),
    topicMonthsSheet(scorecard, trend),
    ...(isMonth(month) ? [monthlyForm(scorecard, cells)] : []),
    ...(monthsOf(month).length === 6 ? [halfYearForm(scorecard, cells)] : []),
    notesSheet(scorecard),
  ];
  const cover = coverSheet(
    scorecard,
    exported,
    inside.map((sheet) => sheet.name),
  );
  const footer = footerOf(watermarkOf(scorecard, exported));
  const sheets = [cover, ...inside].map((sheet) => ({ ...sheet, headerFooter: { oddFooter: footer } }));
  return writeWorkbook({
    sheets,
    namedRanges: sheets.flatMap(printTitles),
    properties: {
      title: `Bảng tổng hợp ${name} ${formatPeriod(month)}`,
      creator: 'Sổ Chi Bộ',
      created: new Date(exported.at),
    },
    defaultFont,
  });
}

/** The watermark and the page's number on every printed page; `&` begins a code there. */
function footerOf(watermark: string): string {
  const font = '&"Times New Roman,Italic"&9';
  return `&L${font}${watermark.replaceAll('&', '&&')}&R${font}&A – trang &P/&N`;
}

/**
 * What stays in place on the screen is printed on every page. Written as a name of our own, since the library's own
 * setting leaves out the quotes that a sheet's name with blanks needs.
 */
function printTitles({ name, freezePane: { rows = 0, columns = 0 } = {} }: WriteSheet) {
  const parts = [columns > 0 && `$A:$${colToLetter(columns - 1)}`, rows > 0 && `$1:$${rows}`].filter(Boolean);
  if (parts.length === 0) return [];
  return [{ name: '_xlnm.Print_Titles', range: parts.map((part) => `'${name}'!${part}`).join(','), scope: name }];
}

function communesSheet(scorecard: Scorecard): DraftedSheet {
  return unitsSheet(scorecard, {
    sheet: 'Các xã',
    title: 'KẾT QUẢ THEO TỔ CHỨC CƠ SỞ ĐẢNG',
    lead: ['Hạng', 'Đảng bộ'],
    leadWidths: [6, 28],
    rows: scorecard.children.map(({ rank, name, indicators }) => ({ lead: [rank, capitalized(name)], indicators })),
    total: 'Cộng',
    bands,
    rankedBy: rankWords(scorecard, 'vi'),
  });
}

/** A district's cells are listed under their communes, a commune's by their rank in it. */
function cellsSheet(scorecard: Scorecard, cells: readonly CellRow[], isDistrict: boolean): DraftedSheet {
  return unitsSheet(scorecard, {
    sheet: 'Các chi bộ',
    title: 'KẾT QUẢ THEO CHI BỘ',
    lead: [isDistrict ? 'Đảng bộ' : 'Hạng', 'Chi bộ'],
    leadWidths: [isDistrict ? 22 : 6, 32],
    rows: cells.map(({ rank, name, commune, indicators }) => ({
      lead: [isDistrict ? capitalized(commune.name) : rank, name],
      indicators,
    })),
    total: 'Cộng',
    bands: cellBands,
    ...(!isDistrict && { rankedBy: rankWords(scorecard, 'vi') }),
  });
}

function groupsSheet(scorecard: Scorecard): DraftedSheet {
  return unitsSheet(scorecard, {
    sheet: 'Tổ công tác',
    title: 'KẾT QUẢ THEO TỔ CÔNG TÁC',
    lead: ['Tổ', 'Tên tổ'],
    leadWidths: [6, 28],
    rows: scorecard.groups.map(({ group, name, indicators }) => ({ lead: [group, name], indicators })),
    total: 'Cộng',
    bands,
  });
}

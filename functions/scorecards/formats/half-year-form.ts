import { cellRef, type WriteSheet } from 'hucre/xlsx';
import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { drawSignatures, drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { noteOf } from '#functions/scorecards/formats/note-of.ts';
import type { BodyRow } from '#functions/scorecards/formats/sheet-body.ts';
import { heightFor, rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized } from '#shared/language/format.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/** The columns of the form on paper; those that reports do not tell are left for the pen. */
const heads = [
  ['STT', 6],
  ['Tên chi bộ', 36],
  ['Đảng số', 8],
  ['Số buổi thường kỳ', 9],
  ['Lượt có mặt', 9],
  ['Lượt phải dự', 9],
  ['Số ĐV dự sinh hoạt lệ', 18],
  ['Phát biểu ý kiến', 9],
  ['Dân vận khéo', 9],
  ['Học tập chuyên đề', 9],
  ['Đọc bài viết', 9],
  ['KH sinh hoạt CĐ', 9],
  ['KNĐ', 8],
  ['KTGS', 8],
  ['Ghi chú', 30],
  ['Khác', 10],
] as const;
const width = heads.length;
const columns = { members: 2, held: 3, present: 4, required: 5, words: 6, thematic: 9, note: 14 } as const;
const countColumns: readonly number[] = [
  columns.members,
  columns.held,
  columns.present,
  columns.required,
  columns.thematic,
];
const counted = { held: 'met', present: 'attendance', thematic: 'thematic' } as const satisfies Record<
  string,
  IndicatorId
>;

/** The summary of half a year as it is kept on paper, a row a cell: "18/18 (Đạt 100%)" follows from the counts. */
export function halfYearForm(scorecard: Scorecard, cells: readonly CellRow[]): WriteSheet {
  const draft = new SheetDraft('Biểu 6 tháng');
  const head = drawTitle(draft, scorecard, 'BIỂU TỔNG HỢP SINH HOẠT CHI BỘ 6 THÁNG', 0, width);
  for (const [column, [text]] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 48);
  const first = head + 1;
  const last = first + cells.length;
  if (cells.length > 0) draft.fill({ first, columnStyles, rows: () => rowsOf(cells, scorecard, first) });
  for (let column = 0; column < width; column++) draft.put(last, column, null, styles.centred);
  draft.join(last, 0, 1, `Cộng: ${cells.length} chi bộ`, styles.strongText);
  for (const column of countColumns) {
    const sum = cells.reduce((total, cell) => total + (valuesOf(cell).get(column) ?? 0), 0);
    const formula = cells.length > 0 ? `SUM(${rangeBetween(first, column, last - 1, column)})` : '0';
    draft.compute(last, column, formula, sum, numberStyle(formats.count, 'total'));
  }
  const note = 'Cột để trống: báo cáo sinh hoạt không có số liệu này, đơn vị ghi tay.';
  draft.join(last + 1, 0, width - 1, note, styles.note, 18);
  drawSignatures(draft, scorecard, last + 3, width);
  return draft.finish({
    widths: heads.map(([, each]) => each),
    fixedRows: first,
    fixedColumns: 2,
    autoFilter: { range: rangeBetween(head, 0, Math.max(last - 1, head), width - 1) },
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

const columnStyles = heads.map((_, column) => {
  if (column === 1 || column === columns.note) return styles.text;
  return countColumns.includes(column) ? numberStyle(formats.count) : styles.centred;
});

function* rowsOf(cells: readonly CellRow[], { unit }: Scorecard, first: number): Generator<BodyRow> {
  for (const [at, cell] of cells.entries()) {
    const { name, commune } = cell;
    const full = capitalized(commune.unit === unit ? name : `${name} (${commune.name})`);
    const note = noteOf(cell);
    const known = valuesOf(cell);
    const [present, required] = [cellRef(first + at, columns.present), cellRef(first + at, columns.required)];
    const words = `IF(N(${required})=0,"",${present}&"/"&${required}&" (Đạt "&ROUND(${present}/${required}*100,1)&"%)")`;
    const values = heads.map((_, column) => {
      if (column === 0) return at + 1;
      if (column === 1) return full;
      if (column === columns.words) return { formula: words, result: wordsOf(cell) };
      return column === columns.note ? note : (known.get(column) ?? null);
    });
    yield {
      values,
      height: heightFor([
        [full, heads[1][1]],
        [note, heads[columns.note][1]],
      ]),
    };
  }
}

/** The numbers of a row by their column; what is not known is not there. */
function valuesOf({ indicators, meeting }: CellRow): ReadonlyMap<number, number> {
  return new Map<number, number>([
    ...(meeting ? [[columns.members, meeting.members] as const] : []),
    [columns.held, partsOf(indicators, counted.held).numerator],
    [columns.present, partsOf(indicators, counted.present).numerator],
    [columns.required, partsOf(indicators, counted.present).denominator],
    [columns.thematic, partsOf(indicators, counted.thematic).numerator],
  ]);
}

function wordsOf({ indicators }: CellRow): string {
  const { numerator, denominator } = partsOf(indicators, counted.present);
  if (denominator === 0) return '';
  return `${numerator}/${denominator} (Đạt ${String(Math.round((numerator * 1000) / denominator) / 10).replace('.', ',')}%)`;
}

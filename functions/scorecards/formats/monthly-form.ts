import type { WriteSheet } from 'hucre/xlsx';
import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { drawSignatures, drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { noteOf } from '#functions/scorecards/formats/note-of.ts';
import type { BodyRow } from '#functions/scorecards/formats/sheet-body.ts';
import { heightFor, rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { serialOf } from '#shared/input/lists/day-of-serial.ts';
import { capitalized } from '#shared/language/format.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/** The grades, and beside them what has too little for one. */
const grades = [
  'gradeGood',
  'gradeFair',
  'gradeAverage',
  'gradePoor',
  'ungraded',
] as const satisfies readonly IndicatorId[];

const heads = [
  ['STT', 6],
  ['Tên đơn vị', 40],
  ['Số lượng đảng viên', 11],
  ['Ngày họp chi bộ', 13],
  ['Kết quả số điểm', 11],
  ['Tốt', 8],
  ['Khá', 8],
  ['Trung bình', 8],
  ['Kém', 8],
  ['Chưa đủ căn cứ xếp loại', 10],
  ['Ghi chú', 44],
] as const;
const FIRST_GRADE = 5;
const width = heads.length;

/**
 * The monthly summary as it is kept on paper: a row a cell, an X under its grade (form of a commune-level committee,
 * An Giang); one column more is for sheets with too little for a grade. A cell that has not reported has a row without
 * figures, and its note says so, or that its report is not due yet.
 */
export function monthlyForm(scorecard: Scorecard, cells: readonly CellRow[]): WriteSheet {
  const draft = new SheetDraft('Biểu tháng');
  const head = drawTitle(draft, scorecard, 'BIỂU TỔNG HỢP KẾT QUẢ SINH HOẠT CHI BỘ HẰNG THÁNG', 0, width);
  for (const [column, [text]] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 48);
  const first = head + 1;
  const last = first + cells.length;
  if (cells.length > 0) {
    draft.fill({ first, columnStyles, rows: () => rowsOf(cells, scorecard) });
    drawTotal(draft, first, last, cells);
  }
  drawSignatures(draft, scorecard, last + 2, width);
  return draft.finish({
    widths: heads.map(([, each]) => each),
    fixedRows: first,
    fixedColumns: 2,
    autoFilter: { range: rangeBetween(head, 0, Math.max(last - 1, head), width - 1) },
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

/** In a district's file a cell is named with its commune. */
function nameOf({ name, commune }: CellRow, { unit }: Scorecard): string {
  return commune.unit === unit ? name : `${name} (${commune.name})`;
}

function* rowsOf(cells: readonly CellRow[], scorecard: Scorecard): Generator<BodyRow> {
  for (const [at, cell] of cells.entries()) {
    const score = partsOf(cell.indicators, 'score');
    const [name, note] = [nameOf(cell, scorecard), noteOf(cell)];
    yield {
      values: [
        at + 1,
        capitalized(name),
        cell.meeting?.members ?? null,
        cell.meeting ? serialOf(cell.meeting.day) : null,
        score.denominator > 0 ? score.numerator / score.denominator : null,
        ...grades.map((grade) => (partsOf(cell.indicators, grade).numerator > 0 ? 'X' : null)),
        note,
      ],
      height: heightFor([
        [name, heads[1][1]],
        [note, heads[10][1]],
      ]),
    };
  }
}

const columnStyles = [
  styles.centred,
  styles.text,
  numberStyle(formats.count),
  { ...styles.centred, numFmt: formats.day },
  numberStyle(formats.mean),
  ...grades.map(() => styles.centred),
  styles.text,
];

function drawTotal(draft: SheetDraft, first: number, last: number, cells: readonly CellRow[]): void {
  const range = (column: number) => rangeBetween(first, column, last - 1, column);
  const members = cells.reduce((sum, { meeting }) => sum + (meeting?.members ?? 0), 0);
  const scores = cells.flatMap(({ indicators }) => {
    const score = partsOf(indicators, 'score');
    return score.denominator > 0 ? [score.numerator / score.denominator] : [];
  });
  const mean = scores.length > 0 ? scores.reduce((sum, each) => sum + each, 0) / scores.length : null;
  const total = numberStyle(formats.count, 'total');
  draft.join(last, 0, 1, `Cộng: ${cells.length} chi bộ`, styles.strongText);
  draft.compute(last, 2, `SUM(${range(2)})`, members, total);
  draft.compute(last, 3, `COUNT(${range(3)})`, cells.filter(({ meeting }) => meeting).length, total);
  const average = `IF(COUNT(${range(4)})=0,"",AVERAGE(${range(4)}))`;
  draft.compute(last, 4, average, mean, numberStyle(formats.mean, 'total'));
  for (const [at, grade] of grades.entries()) {
    const count = cells.filter(({ indicators }) => partsOf(indicators, grade).numerator > 0).length;
    draft.compute(last, FIRST_GRADE + at, `COUNTIF(${range(FIRST_GRADE + at)},"X")`, count, total);
  }
  draft.put(last, width - 1, null, styles.text);
}

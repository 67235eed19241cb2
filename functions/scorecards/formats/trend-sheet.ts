import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

/** The rates of each month. They are drawn in two charts of as many lines as can be told apart without colour. */
const rates = [
  'reported',
  'onTime',
  'attendance',
  'attendanceCells',
  'resolution',
  'concrete',
  'halfSpoke',
  'sameFocus',
  'lateArrivals',
  'notesTaken',
] as const satisfies readonly IndicatorId[];
const dashes = ['solid', 'dash', 'sysDot', 'dashDot', 'lgDash'] as const;
const symbols = ['circle', 'square', 'triangle', 'diamond', 'x'] as const;
const LEAD = 2;
const A_CHART = dashes.length;
const width = LEAD + 3 * rates.length;

/** The months before, as numbers and as a native chart of lines that differ without colour. */
export function trendSheet(scorecard: Scorecard, { months }: Trend): WriteSheet {
  const draft = new SheetDraft('Diễn biến');
  const head = drawTitle(draft, scorecard, 'DIỄN BIẾN CÁC THÁNG', 0, width);
  for (const [column, text] of ['Tháng', 'Số liệu'].entries()) {
    draft.put(head, column, text, styles.head);
    draft.put(head + 1, column, null, styles.head);
    draft.joinDown(column, head, head + 1);
  }
  for (const [at, id] of rates.entries()) {
    const column = LEAD + 3 * at;
    draft.join(head, column, column + 2, indicatorLabels.vi[id], styles.head, 34);
    for (const [place, text] of ['Thực hiện', 'Tổng số', 'Tỷ lệ'].entries()) {
      draft.put(head + 1, column + place, text, styles.head);
    }
  }
  const first = head + 2;
  for (const [at, each] of months.entries()) {
    const row = first + at;
    draft.put(row, 0, capitalized(formatMonth(each.month)), styles.text);
    draft.put(
      row,
      1,
      each.status ? (each.status === 'official' ? 'chính thức' : 'chưa chốt') : 'không có',
      styles.centred,
    );
    for (const [place, id] of rates.entries())
      drawRate(draft, row, LEAD + 3 * place, findIndicator(each.indicators, id));
  }
  const last = first + months.length - 1;
  draft.join(last + 1, 0, width - 1, 'Biểu đồ chỉ vẽ các tháng đã chốt số liệu.', styles.note, 18);
  // A line down to what has come so far would look like a fall.
  const drawn = first + months.findLastIndex(({ status }) => status === 'official');
  return {
    ...draft.finish({
      widths: [16, 12, ...rates.flatMap(() => [10, 10, 9])],
      fixedRows: first,
      fixedColumns: LEAD,
      pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    }),
    charts:
      drawn < first
        ? []
        : [0, A_CHART].map((from, nth) => ({
            type: 'line' as const,
            title: 'Tỷ lệ theo tháng',
            series: rates.slice(from, from + A_CHART).map((id, at) => {
              const column = LEAD + 3 * (from + at) + 2;
              return {
                name: indicatorLabels.vi[id],
                values: rangeBetween(first, column, drawn, column),
                categories: rangeBetween(first, 0, drawn, 0),
                color: '000000',
                stroke: { dash: dashes[at] ?? 'solid', width: 1.5 },
                marker: { symbol: symbols[at] ?? 'circle', size: 6 },
              };
            }),
            axes: { y: { scale: { min: 0, max: 1, majorUnit: 0.25 }, numberFormat: { formatCode: '0%' } } },
            anchor: {
              from: { row: last + 3 + 22 * nth, col: 0 },
              to: { row: last + 23 + 22 * nth, col: LEAD + 3 * A_CHART - 1 },
            },
          })),
  };
}

function drawRate(draft: SheetDraft, row: number, column: number, figure: Indicator | undefined): void {
  const [done, of] = [rangeBetween(row, column, row, column), rangeBetween(row, column + 1, row, column + 1)].map(
    (range) => range.split(':')[0] as string,
  );
  const { numerator = null, denominator = null } = figure ?? {};
  draft.put(row, column, numerator, numberStyle(formats.count));
  draft.put(row, column + 1, denominator, numberStyle(formats.count));
  const style = numberStyle(formats.rate, 'total');
  // A chart takes a formula's blank for zero, and a missing month is not zero.
  if (numerator === null || !denominator || figure?.value === null) draft.put(row, column + 2, null, style);
  else draft.compute(row, column + 2, `${done}/${of}`, numerator / denominator, style);
}

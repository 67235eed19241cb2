import { cellRef, type WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, rateFormat, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { indicatorTable, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Fraction, Indicator, Scorecard, Verdict } from '#shared/scorecards/scorecard.ts';
import { sections } from '#shared/scorecards/sections.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { placeWords } from '#shared/scorecards/texts/place.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';

const heads = [
  ['TT', 5],
  ['Chỉ tiêu', 38],
  ['Thực hiện', 11],
  ['Trên tổng số', 11],
  ['Kết quả', 11],
  ['Yêu cầu', 10],
  ['Đánh giá', 12],
  ['Kỳ trước', 11],
  ['Tăng, giảm so kỳ trước', 13],
  ['Cùng kỳ năm trước', 11],
  ['Tăng, giảm so cùng kỳ', 13],
  ['Chi bộ chưa đến hạn', 11],
  ['Chi bộ không có báo cáo', 11],
] as const;

const verdictWords = { met: 'Đạt', missed: 'CHƯA ĐẠT', open: 'Chưa kết luận' } as const satisfies Record<
  Verdict,
  string
>;

const looks = {
  rate: { result: formats.rate, change: formats.ratePoints, part: formats.count, tenths: 1000 },
  mean: { result: formats.mean, change: formats.meanPoints, part: formats.count, tenths: 10 },
  count: { result: formats.count, change: formats.countPoints, part: formats.count, tenths: 1 },
} as const;

/** The unit's own figures, one a row, against targets and earlier months; below them its rank and the sums of the unit above. */
export function headlineSheet(scorecard: Scorecard, place?: Place): WriteSheet {
  const draft = new SheetDraft('Bảng tổng hợp');
  let row = drawTitle(draft, scorecard, 'BẢNG TỔNG HỢP CHẤT LƯỢNG SINH HOẠT CHI BỘ', 0, heads.length);
  for (const [column, [head]] of heads.entries()) draft.put(row, column, head, styles.head);
  draft.setHeight(row, 46);
  const fixedRows = ++row;
  const lacking = withoutReport(scorecard.indicators);

  for (const { id, numeral, heading } of sections) {
    draft.put(row, 0, numeral, styles.section);
    draft.join(row++, 1, heads.length - 1, heading.vi, styles.section);
    const figures = scorecard.indicators.filter((figure) => indicatorTable[figure.id].shown.section === id);
    for (const [index, figure] of figures.entries()) drawFigure(draft, row++, index + 1, figure, lacking);
  }
  if (place) {
    draft.join(row++, 0, heads.length - 1, placeWords(place), styles.section);
    const above = withoutReport(place.indicators);
    for (const [index, figure] of place.indicators.entries()) drawFigure(draft, row++, index + 1, figure, above);
  }
  draft.join(row, 0, heads.length - 1, comparedWords(scorecard, 'vi'), styles.note, 18);
  return draft.finish({
    widths: heads.map(([, width]) => width),
    fixedRows,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
}

function drawFigure(
  draft: SheetDraft,
  row: number,
  number: number,
  figure: Indicator,
  { notDue, missing }: ReturnType<typeof withoutReport>,
): void {
  const as = ruleOf(figure.id).as ?? 'rate';
  const look = looks[as];
  const cell = (column: number) => cellRef(row, column);
  // A mean's parts are kept in hundredths; people read points and cells.
  const unit = as === 'mean' ? 100 : 1;

  draft.put(row, 0, number, styles.centred);
  draft.put(row, 1, indicatorLabels.vi[figure.id], styles.text);
  draft.put(row, 2, figure.numerator / unit, numberStyle(look.part));
  draft.put(row, 3, figure.denominator / unit, numberStyle(look.part));
  const isNone = as !== 'count' && figure.value === null;
  const result = isNone ? null : quotientOf(figure, as);
  // In an open month a share of which nothing has come yet is none.
  const formula = as === 'count' ? cell(2) : `IF(${cell(isNone ? 2 : 3)}=0,"",${cell(2)}/${cell(3)})`;
  const format = as === 'rate' ? rateFormat(figure.value) : look.result;
  draft.compute(row, 4, formula, result, numberStyle(format, figure.met === false ? 'missed' : 'total'));
  draft.put(row, 5, figure.target && targetWords(figure.target, 'vi'), styles.centred);
  draft.put(row, 6, figure.verdict && verdictWords[figure.verdict], styles.centred);
  for (const [column, cells] of [notDue, missing].entries()) {
    draft.put(row, 11 + column, figure.target && cells, numberStyle(formats.count));
  }

  for (const [column, earlier] of [
    [7, figure.previousMonth],
    [9, figure.previousYear],
  ] as const) {
    const before = earlier && quotientOf(earlier, as);
    // The parts stand in the formula, so that an earlier rate can be checked on the spot.
    if (earlier && before !== null) {
      const parts = as === 'count' ? `${earlier.numerator}` : `${earlier.numerator}/${earlier.denominator}`;
      draft.compute(row, column, parts, before, numberStyle(look.result));
    } else draft.put(row, column, null, styles.centred);
    // Of what is read, so that a reader who subtracts finds the same: a rate is read with one decimal of a percent.
    const rounded = (value: number) => Math.round(value * look.tenths) / look.tenths;
    const change = before === null || result === null ? null : rounded(result) - rounded(before);
    const read = (of: number) => `ROUND(${cell(of)},${Math.log10(look.tenths)})`;
    const difference = `IF(OR(${cell(4)}="",${cell(column)}=""),"",${read(4)}-${read(column)})`;
    draft.compute(row, column + 1, difference, change, numberStyle(look.change));
  }
}

/** A figure as a plain number: a share of 1, a mean, or a count. `null` where there is nothing to divide by. */
function quotientOf({ numerator, denominator }: Fraction, as: 'rate' | 'mean' | 'count'): number | null {
  if (as === 'count') return numerator;
  return denominator === 0 ? null : numerator / denominator;
}

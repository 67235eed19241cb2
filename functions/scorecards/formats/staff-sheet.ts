import { cellRef, type WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { formatNumber } from '#shared/language/format.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Scorecard, StaffSides } from '#shared/scorecards/scorecard.ts';
import { staffFigures } from '#shared/scorecards/staff-figures.ts';
import { staffLabels, staffTexts } from '#shared/scorecards/texts/staff.ts';

const t = staffTexts.vi;
const heads = ['TT', t.figure, t.with, 'trên', 'Kết quả', t.without, 'trên', 'Kết quả'];

/** Cells with commune staff beside those without: each figure by its parts, with a formula over them. */
export function staffSheet(scorecard: Scorecard, { present, with: own, without, unknown }: StaffSides): WriteSheet {
  const draft = new SheetDraft('Cán bộ xã');
  let row = drawTitle(draft, scorecard, t.title.toUpperCase(), 0, heads.length);
  for (const [column, head] of heads.entries()) draft.put(row, column, head, styles.head);
  draft.setHeight(row, 46);
  const fixedRows = ++row;
  const label = (number: number, text: string) => {
    draft.put(row, 0, number, styles.centred);
    draft.put(row, 1, text, styles.text);
    for (let column = 2; column < heads.length; column++) draft.put(row, column, null, styles.text);
  };
  label(1, t.meetings);
  draft.put(row, 2, own.meetings, numberStyle(formats.count));
  draft.put(row++, 5, without.meetings, numberStyle(formats.count));
  label(2, t.present);
  drawFraction(draft, row++, 2, present, undefined);
  for (const [at, id] of staffFigures.entries()) {
    label(3 + at, staffLabels.vi[id]);
    drawFraction(draft, row, 2, own.figures[id], ruleOf(id).as);
    drawFraction(draft, row++, 5, without.figures[id], ruleOf(id).as);
  }
  draft.join(row, 0, heads.length - 1, t.note(formatNumber(unknown)), styles.note, 32);
  return draft.finish({
    widths: [6, 48, 14, 10, 12, 14, 10, 12],
    fixedRows,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

function drawFraction(
  draft: SheetDraft,
  row: number,
  column: number,
  { numerator, denominator }: Fraction,
  as: 'mean' | 'count' | undefined,
): void {
  // A mean's parts are kept in hundredths; people read points and meetings.
  const unit = as === 'mean' ? 100 : 1;
  const [over, under] = [cellRef(row, column), cellRef(row, column + 1)];
  draft.put(row, column, numerator / unit, numberStyle(formats.count));
  draft.put(row, column + 1, denominator / unit, numberStyle(formats.count));
  const result = denominator === 0 ? null : numerator / denominator;
  const format = as === 'mean' ? formats.mean : formats.rate;
  draft.compute(row, column + 2, `IF(${under}=0,"",${over}/${under})`, result, numberStyle(format, 'total'));
}

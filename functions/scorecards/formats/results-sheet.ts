import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized } from '#shared/language/format.ts';
import { resultUnit, resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import type { ResultSums, Scorecard } from '#shared/scorecards/scorecard.ts';
import { resultTexts } from '#shared/scorecards/texts/results.ts';

const LEAD = 2;
const width = LEAD + resultUnitCodes.length;

/** What resolutions have brought about, by unit and what was counted; the sums are formulas. Groups stand below. */
export function resultsSheet(scorecard: Scorecard): WriteSheet {
  const { children, groups, results = {} } = scorecard;
  const draft = new SheetDraft('Kết quả');
  const head = drawTitle(draft, scorecard, resultTexts.vi.title.toUpperCase(), 0, width);
  const heads = ['TT', 'Đơn vị', ...resultUnitCodes.map((code) => capitalized(resultUnits[code].vi))];
  for (const [column, text] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 48);
  const first = head + 1;
  const total = first + children.length;
  for (const [at, child] of children.entries()) drawRow(draft, first + at, at + 1, child);
  draft.put(total, 0, null, styles.strongText);
  draft.put(total, 1, 'Cộng', styles.strongText);
  for (const [place, code] of resultUnitCodes.entries()) {
    const column = LEAD + place;
    const sum = results[code]?.quantity ?? 0;
    const style = numberStyle(formatOf(code), 'total');
    const added = children.reduce((all, child) => all + (child.results?.[code]?.quantity ?? 0), 0);
    // What belongs to no unit that stands is in the whole alone.
    if (children.length > 0 && Math.abs(added - sum) < 0.05) {
      draft.compute(total, column, `SUM(${rangeBetween(first, column, total - 1, column)})`, sum, style);
    } else draft.put(total, column, sum, style);
  }
  for (const [at, group] of groups.entries()) drawRow(draft, total + 2 + at, group.group, group);
  return draft.finish({
    widths: [6, 28, ...resultUnitCodes.map(() => 14)],
    fixedRows: first,
    fixedColumns: LEAD,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

function drawRow(
  draft: SheetDraft,
  row: number,
  number: number,
  { name, results = {} }: { readonly name: string; readonly results?: ResultSums },
): void {
  draft.put(row, 0, number, styles.centred);
  draft.put(row, 1, capitalized(name), styles.text);
  for (const [place, code] of resultUnitCodes.entries()) {
    draft.put(row, LEAD + place, results[code]?.quantity ?? 0, numberStyle(formatOf(code)));
  }
}

function formatOf(code: (typeof resultUnitCodes)[number]) {
  return resultUnit(code).tenths ? formats.decimal : formats.count;
}

import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized } from '#shared/language/format.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const codes = Object.keys(topics) as readonly Topic[];
const LEAD = 2;
const width = LEAD + codes.length + 1;

/** How many matters were raised, by unit and topic; the sums are formulas. */
export function topicsSheet(scorecard: Scorecard): WriteSheet {
  const draft = new SheetDraft('Vấn đề');
  const head = drawTitle(draft, scorecard, 'VẤN ĐỀ PHẢN ÁNH THEO LĨNH VỰC', 0, width);
  const heads = ['TT', 'Đơn vị', ...codes.map((code) => topics[code].vi), 'Cộng'];
  for (const [column, text] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 64);
  const first = head + 1;
  const last = first + scorecard.children.length;
  for (const [at, { name, topics: counts = {} }] of scorecard.children.entries()) {
    const row = first + at;
    draft.put(row, 0, at + 1, styles.centred);
    draft.put(row, 1, capitalized(name), styles.text);
    for (const [place, code] of codes.entries()) {
      draft.put(row, LEAD + place, counts[code] ?? 0, numberStyle(formats.count));
    }
    drawSum(draft, row, width - 1, rangeBetween(row, LEAD, row, width - 2), sumOf(Object.values(counts)));
  }
  draft.put(last, 0, null, styles.strongText);
  draft.put(last, 1, 'Cộng', styles.strongText);
  const columnSums = codes.map((code) => sumOf(scorecard.children.map(({ topics = {} }) => topics[code] ?? 0)));
  for (const [place, sum] of [...columnSums, sumOf(columnSums)].entries()) {
    const column = LEAD + place;
    if (last > first) drawSum(draft, last, column, rangeBetween(first, column, last - 1, column), sum);
    else draft.put(last, column, 0, numberStyle(formats.count, 'total'));
  }
  return draft.finish({
    widths: [6, 28, ...codes.map(() => 10), 10],
    fixedRows: first,
    fixedColumns: LEAD,
    autoFilter: { range: rangeBetween(head, 0, Math.max(last - 1, head), width - 1) },
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

function drawSum(draft: SheetDraft, row: number, column: number, range: string, sum: number): void {
  draft.compute(row, column, `SUM(${range})`, sum, numberStyle(formats.count, 'total'));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

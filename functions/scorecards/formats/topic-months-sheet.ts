import type { WriteSheet } from 'hucre/xlsx';
import { drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import { isTopic, topics } from '#shared/reports/topics.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { topicMonthTexts } from '#shared/scorecards/texts/topic-months.ts';
import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

const t = topicMonthTexts.vi;
const codes = Object.keys(topics).filter(isTopic);
const LEAD = 1;
const ALL = LEAD + codes.length;
const width = ALL + 2;

/** What concerns were about in the months before; sums are formulas, and a month without figures is blank. */
export function topicMonthsSheet(scorecard: Scorecard, trend: Trend): WriteSheet {
  const draft = new SheetDraft('Vấn đề theo tháng');
  const head = drawTitle(draft, scorecard, 'VẤN ĐỀ PHẢN ÁNH THEO LĨNH VỰC, TỪNG THÁNG', 0, width);
  const heads = [t.month, ...codes.map((code) => topics[code].vi), t.all, t.bypass];
  for (const [column, text] of heads.entries()) draft.put(head, column, text, styles.head);
  draft.setHeight(head, 64);
  const first = head + 1;
  const { months } = topicTrendOf(trend);
  for (const [at, { month, counts, all, bypass }] of months.entries()) {
    const row = first + at;
    draft.put(row, 0, capitalized(formatMonth(month)), styles.text);
    for (const [place, code] of codes.entries()) {
      draft.put(row, LEAD + place, counts && (counts[code] ?? 0), numberStyle(formats.count));
    }
    const total = numberStyle(formats.count, 'total');
    if (all === null) draft.put(row, ALL, null, total);
    else draft.compute(row, ALL, `SUM(${rangeBetween(row, LEAD, row, ALL - 1)})`, all, total);
    draft.put(row, ALL + 1, bypass, numberStyle(formats.count));
  }
  draft.join(first + months.length, 0, width - 1, t.note, styles.note, 18);
  return draft.finish({
    widths: [16, ...codes.map(() => 10), 10, 12],
    fixedRows: first,
    fixedColumns: LEAD,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

import type { WriteSheet } from 'hucre/xlsx';
import { drawLetterhead, drawSignatures, drawTitle } from '#functions/scorecards/formats/letterhead.ts';
import { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { capitalized, formatInstant, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Exported } from '#shared/scorecards/letter-words.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { correctionsLine } from '#shared/scorecards/texts/corrections.ts';
import { leftOutLine } from '#shared/scorecards/texts/left-out.ts';
import { alikeWords, needWords } from '#shared/scorecards/texts/summary.ts';

const COLUMNS = 8;

/** The first page: whose figures, of when, how final, what is in the file and who signs it. */
export function coverSheet(scorecard: Scorecard, exported: Exported, sheets: readonly string[]): WriteSheet {
  const draft = new SheetDraft('Bìa');
  const top = drawLetterhead(draft, scorecard, COLUMNS);
  let row = drawTitle(draft, scorecard, 'BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ', top + 2, COLUMNS);
  const { met, judged, open, overdue, followedUp, needHelp, alike } = summarize(scorecard);
  const needs = [
    ...needHelp.map((need) => `${capitalized(need.child.name)} (${needWords(need, 'vi')})`),
    ...(alike > 0 ? [alikeWords(alike, 'vi')] : []),
  ];
  const facts: readonly (readonly [string, string])[] = [
    ['Kết quả chung', `Đạt ${met}/${judged} chỉ tiêu có yêu cầu${open > 0 ? `; chưa kết luận ${open}` : ''}`],
    ['Nhiệm vụ quá hạn', `${formatNumber(overdue)}/${formatNumber(followedUp)} nhiệm vụ đã giao`],
    ...(needs.length > 0 ? [['Đơn vị cần ưu tiên giúp đỡ', needs.join('; ')] as const] : []),
    ...(scorecard.parts
      ? [['Cộng từ', scorecard.parts.map(({ month }) => formatMonth(month)).join(', ')] as const]
      : []),
    ...(scorecard.corrections ? [['Căn cứ lần chốt này', correctionsLine(scorecard.corrections)] as const] : []),
    ...(scorecard.leftOut ? [['Chưa tính được', leftOutLine(scorecard.leftOut)] as const] : []),
    ['Trong tệp này', sheets.join('; ')],
    ['Xuất tệp', `${exported.by}, lúc ${formatInstant(exported.at)}`],
    ['Mã kiểm tra', scorecard.digest],
  ];
  for (const [head, text] of facts) {
    draft.join(row, 0, 1, head, styles.strongText);
    // About 85 characters fit on a line of this width.
    draft.join(row++, 2, COLUMNS - 1, text, styles.text, 18 * Math.ceil(text.length / 85));
  }
  drawSignatures(draft, scorecard, row + 2, COLUMNS);
  return draft.finish({
    widths: Array.from({ length: COLUMNS }, () => 15),
    fixedRows: 0,
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
}

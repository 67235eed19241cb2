import {
  GENERATED,
  longDay,
  placeOf,
  reportSigns,
  signersOf,
  statusOf,
  watermarkOf,
} from '#functions/scorecards/formats/letterhead.ts';
import { PdfDraft } from '#functions/scorecards/formats/pdf/pdf-draft.ts';
import { reportContent } from '#functions/scorecards/formats/pdf/report-content.ts';
import type { FileParts } from '#functions/scorecards/formats/to-xlsx.ts';
import { formatPeriod } from '#shared/language/format.ts';
import { lastMonthOf } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { correctionsLine } from '#shared/scorecards/texts/corrections.ts';
import { leftOutLine } from '#shared/scorecards/texts/left-out.ts';
import { letterheadIn, organsOf } from '#shared/units/letterheads.ts';

/** Makes the report to be signed, in the layout that Party documents had at the time. */
export async function toPdf(scorecard: Scorecard, parts: FileParts): Promise<Uint8Array> {
  const { name, month, generated, corrections, leftOut } = scorecard;
  const last = lastMonthOf(month);
  const subject = `kết quả sinh hoạt chi bộ ${formatPeriod(month)}`;
  const draft = new PdfDraft({
    title: `Báo cáo ${subject}, ${name}`,
    at: new Date(parts.exported.at),
    margins: letterheadIn(last).margins,
    footer: watermarkOf(scorecard, parts.exported),
  });
  drawHead(draft, scorecard, last);
  draft.line('BÁO CÁO', draft.place(), { font: 'bold', size: 16 });
  draft.line(subject, draft.place(), { font: 'bold' });
  draft.line('-----', draft.place(), {});
  draft.line(statusOf(scorecard), draft.place(), { font: 'boldItalic', size: 12 });
  if (generated) draft.line(GENERATED, draft.place(), { font: 'boldItalic', size: 12 });
  if (corrections) draft.draw({ note: `Căn cứ lần chốt này: ${correctionsLine(corrections)}.` });
  if (leftOut) draft.draw({ note: `Chưa tính được: ${leftOutLine(leftOut)}.` });
  for (const block of reportContent(scorecard, parts)) draft.draw(block);
  drawSignatures(draft, scorecard);
  return draft.finish();
}

/** Draws the organs and the number on the left, the Party and the day on the right. */
function drawHead(draft: PdfDraft, scorecard: Scorecard, month: ReturnType<typeof lastMonthOf>): void {
  const { doc } = draft;
  const [left, right] = [draft.place(0, 0.42), draft.place(0.46, 1)];
  const top = doc.y;
  const organs = organsOf({ ...scorecard, month });
  for (const [at, organ] of organs.entries()) {
    draft.line(organ, left, { font: at === organs.length - 1 ? 'bold' : 'regular' });
  }
  draft.line('*', left, {});
  draft.line(`Số        -${reportSigns(scorecard)}`, left, {});
  const below = doc.y;
  doc.y = top;
  draft.line('ĐẢNG CỘNG SẢN VIỆT NAM', right, { font: 'bold', underline: true });
  doc.moveDown(0.5);
  draft.line(`${placeOf(scorecard)}, ${longDay(scorecard.generatedAt)}`, right, { font: 'italic' });
  doc.y = Math.max(below, doc.y);
  doc.moveDown(1);
}

/** Draws who receives it on the left and who signs on the right, on one page. */
function drawSignatures(draft: PdfDraft, scorecard: Scorecard): void {
  const { doc } = draft;
  draft.keepTogether(55);
  doc.moveDown(1);
  const top = doc.y;
  draft.line('Nơi nhận:', draft.place(0, 0.5), { align: 'left', underline: true });
  for (const receiver of ['- Thường trực cấp ủy (báo cáo),', '- Lưu.']) {
    draft.line(receiver, draft.place(0, 0.5), { align: 'left', size: 12 });
  }
  doc.y = top;
  for (const line of signersOf(scorecard)) draft.line(line, draft.place(0.5, 1), { font: 'bold' });
}

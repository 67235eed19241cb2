import { writePdf } from '#functions/pdf/write-pdf.ts';
import { reportContent } from '#functions/scorecards/formats/pdf/report-content.ts';
import type { FileParts } from '#functions/scorecards/formats/to-xlsx.ts';
import type { Block, Line } from '#shared/documents/block.ts';
import { numberWords, partyHead, placeOf, titleLines } from '#shared/documents/party-words.ts';
import { formatPeriod } from '#shared/language/format.ts';
import { dayAt, lastMonthOf } from '#shared/period.ts';
import { GENERATED, reportSigns, signersOf, statusOf, watermarkOf } from '#shared/scorecards/letter-words.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { correctionsLine } from '#shared/scorecards/texts/corrections.ts';
import { leftOutLine } from '#shared/scorecards/texts/left-out.ts';
import { type Layout, letterheadIn, organsOf } from '#shared/units/letterheads.ts';

/** Its tables have many columns. */
const TABLE_POINTS = 10;

/** Makes the report to be signed, in the layout that Party documents had at the time. */
export async function toPdf(scorecard: Scorecard, parts: FileParts): Promise<Uint8Array> {
  const { layout } = letterheadIn(lastMonthOf(scorecard.month));
  const { name, corrections, leftOut } = scorecard;
  const subject = `kết quả sinh hoạt chi bộ ${formatPeriod(scorecard.month)}`;
  const blocks: readonly Block[] = [
    headOf(scorecard, layout),
    { centred: [...titleLines('BÁO CÁO', subject, layout), ...standing(scorecard, layout)] },
    ...(corrections ? [{ note: `Căn cứ lần chốt này: ${correctionsLine(corrections)}.` }] : []),
    ...(leftOut ? [{ note: `Chưa tính được: ${leftOutLine(leftOut)}.` }] : []),
    ...reportContent(scorecard, parts),
    signaturesOf(scorecard, layout),
  ];
  return writePdf(blocks, {
    title: `Báo cáo ${subject}, ${name}`,
    at: new Date(parts.exported.at),
    layout,
    footer: watermarkOf(scorecard, parts.exported),
    tablePoints: TABLE_POINTS,
  });
}

function headOf(scorecard: Scorecard, layout: Layout): Block {
  const { name, month, generatedAt } = scorecard;
  const organs = organsOf({ ...scorecard, month: lastMonthOf(month) });
  const number = numberWords(undefined, reportSigns(scorecard), layout);
  return partyHead({ organs, number, place: placeOf(name), day: dayAt(generatedAt) }, layout);
}

/** Whether the figures are final, and whether they are made up. */
function standing(scorecard: Scorecard, { points }: Layout): readonly Line[] {
  const lines = [statusOf(scorecard), ...(scorecard.generated ? [GENERATED] : [])];
  return lines.map((text): Line => ({ text, font: 'boldItalic', points: points.small }));
}

/** Who receives it on the left, and who signs on the right. */
function signaturesOf(scorecard: Scorecard, { points }: Layout): Block {
  return {
    left: [
      { text: 'Nơi nhận:', underline: true },
      ...['- Thường trực cấp ủy (báo cáo),', '- Lưu.'].map((text): Line => ({ text, points: points.small })),
    ],
    right: signersOf(scorecard).map((text): Line => ({ text, font: 'bold' })),
    signed: 'left',
  };
}

import { appendices } from '#shared/briefings/appendices.ts';
import type { BriefingFacts } from '#shared/briefings/facts.ts';
import { letterBlocks } from '#shared/briefings/letter.ts';
import type { Block, Line } from '#shared/documents/block.ts';
import type { JudgedWords } from '#shared/documents/judged-words.ts';
import { numberWords, partyHead, placeOf, titleLines } from '#shared/documents/party-words.ts';
import { formatInstant, formatPeriod } from '#shared/language/format.ts';
import { dayAt, lastMonthOf } from '#shared/period.ts';
import { GENERATED, reportSigns, signersOf } from '#shared/scorecards/letter-words.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { letterheadIn, organsOf } from '#shared/units/letterheads.ts';
import { parentOf } from '#shared/units/units.ts';

/** What a briefing is about, as its title says it. */
export function subjectOf({ month }: Pick<Scorecard, 'month'>): string {
  return `kết quả sinh hoạt chi bộ ${formatPeriod(month)}`;
}

/** The whole document: the letter of at most two pages, signed, and its appendices. */
export function briefingDocument(facts: BriefingFacts, words: JudgedWords): Block[] {
  const { layout } = letterheadIn(lastMonthOf(facts.scorecard.month));
  return [...briefingLetter(facts, words), ...appendices(facts, layout)];
}

/** The letter alone. */
export function briefingLetter(facts: BriefingFacts, words: JudgedWords): Block[] {
  const { scorecard } = facts;
  const { name, month, generatedAt, generated } = scorecard;
  const { layout } = letterheadIn(lastMonthOf(month));
  const warning: Line = { text: `${GENERATED}.`, font: 'boldItalic', points: layout.points.small };
  return [
    partyHead(
      {
        organs: organsOf({ ...scorecard, month: lastMonthOf(month) }),
        number: numberWords(undefined, reportSigns(scorecard), layout),
        place: placeOf(name),
        day: dayAt(generatedAt),
      },
      layout,
    ),
    { centred: [...titleLines('BÁO CÁO', subjectOf(scorecard), layout), ...(generated ? [warning] : [])] },
    { text: opening(scorecard) },
    ...letterBlocks(facts, words),
    signatures(scorecard, layout.points.small),
  ];
}

function opening({ name, month, status, generatedAt }: Scorecard): string {
  const standing = status === 'official' ? 'số liệu chính thức, chốt' : 'số liệu tạm tính đến';
  return `Kết quả sinh hoạt chi bộ ${formatPeriod(month)} của Đảng bộ ${name} (${standing} lúc ${formatInstant(generatedAt)}; số liệu chi tiết tại các phụ lục) như sau:`;
}

/** Who receives it on the left, and who signs on the right. */
function signatures(scorecard: Scorecard, small: number): Block {
  const receivers =
    parentOf(scorecard.unit) === undefined
      ? ['- Thường trực cấp ủy (để báo cáo),', '- Các đảng ủy cơ sở,', '- Lưu.']
      : ['- Ban Tổ chức cấp ủy cấp trên (để báo cáo),', '- Các chi bộ trực thuộc,', '- Lưu.'];
  return {
    left: [{ text: 'Nơi nhận:', underline: true }, ...receivers.map((text): Line => ({ text, points: small }))],
    right: [
      ...signersOf(scorecard).map((text): Line => ({ text, font: 'bold' })),
      ...Array.from({ length: 4 }, () => ({ text: '' })),
    ],
    signed: 'left',
  };
}

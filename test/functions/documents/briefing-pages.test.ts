import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { countPages, writePdf } from '#functions/pdf/write-pdf.ts';
import { wordParts } from '#shared/briefings/briefing.ts';
import { briefingDocument, briefingLetter } from '#shared/briefings/document.ts';
import type { BriefingFacts } from '#shared/briefings/facts.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';
import { briefingFacts } from '#test/shared/briefings/samples.ts';
import { month } from '#test/web/demo-month.ts';

const frame = {
  ...{ title: 'Báo cáo', at: new Date(0), layout: letterheadIn(month).layout },
  ...{ footer: 'Xuất bởi district lúc 28/11/2026 00:05', tablePoints: 10 },
};
const sentence = 'Chi ủy một số nơi chưa chủ động chuẩn bị nội dung, tài liệu gửi chậm, ít đảng viên phát biểu. ';
/** Each part as long as it may be, in sentences. */
const full = Object.fromEntries(
  Object.entries(wordParts).map(([part, most]) => [part, sentence.repeat(20).slice(0, most)]),
);

/** Each action as somebody may write it who has much to say. */
function wordy(facts: BriefingFacts): BriefingFacts {
  const long = { what: sentence.repeat(5), who: 'Đồng chí Phó Bí thư Thường trực Đảng ủy, Trưởng khối dân vận' };
  return { ...facts, actions: facts.actions.map((each) => ({ ...each, plan: { ...each.plan, ...long } })) };
}

describe('the letter of a briefing', () => {
  it.each([
    ['as it is generated', briefingFacts(), {}],
    ['with actions', briefingFacts({ actions: 12 }), {}],
    ['with actions in many words', wordy(briefingFacts({ actions: 12 })), {}],
    ['with each part as long as it may be', briefingFacts(), full],
    ['of a commune', briefingFacts({ of: 'hiep-hoa.thanh-van' }), {}],
  ])('takes two pages at most: %s', (_, facts, words) => {
    expect(countPages(briefingLetter(facts, words), frame)).toBeLessThanOrEqual(2);
  });

  it('has its signatures before the appendices, which alone say who took the file away and by which figures', async () => {
    const pdf = await writePdf(briefingDocument(briefingFacts(), full), frame);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
    const first = text.findIndex((page) => page.includes('Phụ lục 1'));
    expect(first).toBe(2);
    expect(text[1]).toContain('TRƯỞNG BAN');
    expect(text.map((page) => page.includes(frame.footer))).toEqual(text.map((_, at) => at >= first));
  });
});

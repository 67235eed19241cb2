import { describe, expect, it } from 'vitest';
import type { PlannedAction } from '#shared/actions/action.ts';
import { wordParts } from '#shared/briefings/briefing.ts';
import { briefingDocument } from '#shared/briefings/document.ts';
import { causeCounts } from '#shared/briefings/facts.ts';
import { generatedWords } from '#shared/briefings/generated-words.ts';
import { parseWords, type WordPart } from '#shared/documents/judged-words.ts';
import type { Month } from '#shared/period.ts';
import { briefingFacts } from '#test/shared/briefings/samples.ts';

const generated: Readonly<Record<WordPart, string>> = {
  assessment: 'Đạt 3/8 chỉ tiêu.',
  causes: 'Do chuẩn bị.',
  tasks: '- Một.\n- Hai.',
  proposals: 'Không.',
};

describe('the words of a briefing', () => {
  it('that say what is generated are not kept, however their lines end', () => {
    expect(parseWords({ ...generated, tasks: '- Một.\r\n- Hai.\r\n' }, generated, wordParts)).toEqual({
      ok: true,
      words: {},
    });
    expect(parseWords({ assessment: ' ', causes: '' }, generated, wordParts)).toEqual({ ok: true, words: {} });
    expect(parseWords({ ...generated, causes: 'Khác.' }, generated, wordParts)).toEqual({
      ok: true,
      words: { causes: 'Khác.' },
    });
  });

  it('are refused where they are too long or of no part, unless that is what was generated', () => {
    const long = 'x'.repeat(wordParts.tasks + 1);
    expect(parseWords({ tasks: long }, generated, wordParts)).toMatchObject({
      ok: false,
      errors: [{ field: 'tasks', code: 'too-long', params: { max: wordParts.tasks } }],
    });
    expect(parseWords({ tasks: long }, { ...generated, tasks: long }, wordParts)).toEqual({ ok: true, words: {} });
    expect(parseWords({ summary: 'x' }, generated, wordParts)).toMatchObject({
      ok: false,
      errors: [{ code: 'unknown-field' }],
    });
  });
});

describe('a briefing', () => {
  const text = (blocks: readonly object[]) => JSON.stringify(blocks);

  it('has the three sections of Party reports in their order, and signs for the board', () => {
    const all = text(briefingDocument(briefingFacts(), {}));
    const places = ['I. KẾT QUẢ', 'II. HẠN CHẾ, NGUYÊN NHÂN', 'III. NHIỆM VỤ, ĐỀ XUẤT', 'Nơi nhận:', 'Phụ lục 1'];
    const found = places.map((each) => all.indexOf(each));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found.every((place) => place > 0)).toBe(true);
    expect(all).toContain('HUYỆN ỦY HIỆP HÒA');
    expect(all).toContain('TRƯỞNG BAN');
    expect(all).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says somebody’s words in place of those that were generated, and the others as they are', () => {
    const facts = briefingFacts();
    const own = 'Chi ủy nhiều nơi chưa chủ động.';
    const all = text(briefingDocument(facts, { causes: own }));
    expect(all).toContain(own);
    expect(all).not.toContain(generatedWords(facts).causes);
    expect(all).toContain(generatedWords(facts).proposals);
  });

  it('names what was decided as its tasks, with whom and until when, and the causes that were chosen', () => {
    const facts = briefingFacts({ actions: 8 });
    expect(generatedWords(facts).tasks.split('\n')).toHaveLength(4);
    const all = text(briefingDocument(facts, {}));
    expect(all).toContain('- Bố trí lại giờ họp 1 (xã Bắc Lý; Bí thư Đảng ủy; xong trước 10/12/2025).');
    expect(all).toContain('- 5 biện pháp khác: xem phụ lục.');
    expect(all).toMatch(/Theo 8 biện pháp khắc phục đang thực hiện: bố trí thời gian họp chưa phù hợp \(8\)/);
    expect(all).toContain('Biện pháp khắc phục đang thực hiện, tháng 11/2025');
  });

  it('counts a cause once of a figure on which actions of several months are under way', () => {
    const facts = briefingFacts({ actions: 2 });
    const later = facts.actions.map((each) => ({ ...each, month: '2025-10' as Month }));
    expect(causeCounts([...facts.actions, ...later])).toEqual([['time', 2]]);
    const [one, other] = facts.actions as [PlannedAction, PlannedAction];
    const away = { ...other, plan: { ...other.plan, cause: 'away' as const } };
    expect(causeCounts([away, one, other, ...later])).toEqual([
      ['time', 2],
      ['away', 1],
    ]);
  });

  it('has room for a day in one line of its table of actions', () => {
    const table = briefingDocument(briefingFacts({ actions: 1 }), {}).flatMap((block) =>
      'columns' in block && block.columns.some(({ head }) => head === 'Hạn') ? block.columns : [],
    );
    const all = table.reduce((sum, { width }) => sum + width, 0);
    // Ten digits and strokes of 11 points, with the cell's margins, of a page that is 16 cm wide.
    expect(((table.at(-1)?.width ?? 0) / all) * 16).toBeGreaterThan(2.1);
  });

  it('of a commune lists its cells, and asks its superiors', () => {
    const all = text(briefingDocument(briefingFacts({ of: 'hiep-hoa.thanh-van' }), {}));
    expect(all).toContain('ĐẢNG ỦY XÃ THANH VÂN');
    expect(all).toContain('Các chi bộ trực thuộc');
    expect(all).not.toContain('Kết quả theo tổ công tác');
  });
});

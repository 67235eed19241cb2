import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trend } from '#shared/scorecards/trend.ts';
import type { Summary } from '#shared/summaries/summary.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { today } from '#test/system/meeting.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';
import { zipParts } from '#test/zip-parts.ts';

const root = 'thanh-thuy';
const commune = `${root}.dao-xa`;
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Thanh Thủy;;2019-03;;`,
  `${commune};commune;xã;Đào Xá;;2019-03;;1`,
  `${commune}.mot;cell;Chi bộ thôn;Một;thon;2019-03;;`,
].join('\n');
const HEAD = 'month;cells;held;present;required;resolutions;source';
const span = 'from=2018-11&to=2019-04';

let folder: string;
let board: Visitor;

async function enter(...lines: readonly string[]): Promise<string> {
  const file = join(folder, 'baseline.csv');
  await writeFile(file, [HEAD, ...lines].join('\n'));
  return admin('import', 'baseline', file, '--district', root);
}

const summary = async () => (await board.json(`/summaries/${root}?${span}`)) as Summary;
const textOfWord = ({ bytes }: Seen) =>
  [...(zipParts(bytes)['word/document.xml'] ?? '').matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-baseline-'));
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.hai-nguoi`, role: 'district', unit: root },
    { user: `${root}.dao-xa`, role: 'commune', unit: commune },
    { user: `${root}.mot`, role: 'cell', unit: `${commune}.mot` },
  ]);
  board = await Visitor.signedIn(root);
  // Two months that the regime judges: nobody reported in them, and they are counted so.
  for (const month of ['2019-03', '2019-04']) await admin('rollup', '--district', root, '--month', month, '--official');
});

afterAll(() => rm(folder, { recursive: true }));

describe('months from before a regime', () => {
  it('are entered by the operator, once, corrected by the next revision, and not where cells report', async () => {
    expect(await enter('2018-12;10;8;150;200;5;Báo cáo 2018', '01/2019;10;9;160;200;6;Báo cáo 2019')).toContain(
      '2 of 2 months entered',
    );
    expect(await enter('2018-12;10;8;150;200;5;Báo cáo 2018')).toContain('0 of 1 months entered');
    expect(await enter('2018-12;10;8;155;200;5;Báo cáo 2018, đính chính')).toContain('1 of 1 months entered');
    await expect(enter('2019-03;10;8;150;200;5;Báo cáo')).rejects.toThrow('2019-03 has a regime');
    const { entries } = (await board.json(`/audit/${today}`)) as {
      entries: { of?: string }[];
    };
    expect(entries.map(({ of }) => of)).toContain(`${root}_2018-12_baseline#2`);
  });

  it('are entered by the board on a page as well, with mistakes at their fields and nothing written over', async () => {
    const path = '/directory/baseline';
    const month = { month: '12/2018', cells: '10', held: '8', required: '200', present: '155', resolutions: '5' };
    const send = async (fields: Readonly<Record<string, string>>, by = board) =>
      by.post(path, { csrf: await by.csrf(), baseRevision: '0', source: 'Sổ của huyện', ...month, ...fields });
    const page = await board.get(path);
    expect(page.text).toContain('12/2018');
    const wrong = await send({ month: '03/2019', held: '11', present: '', source: '' });
    expect(wrong.status).toBe(422);
    for (const field of ['month', 'held', 'present', 'source']) expect(wrong.text).toContain(`href="#${field}"`);
    expect(wrong.text).toContain('Không được lớn hơn 10.');
    expect(wrong.text).toContain('value="03/2019"');
    expect((await board.get(path)).text).toContain('value="03/2019"');
    const old = await send({ month: '06/2008' });
    expect([old.status, old.text.includes('từ 03/2009 đến 02/2019')]).toEqual([422, true]);
    // The command has entered two revisions of this month: whoever has not seen them is shown what stands.
    const late = await send({});
    expect([late.status, late.text.includes('Báo cáo 2018, đính chính')]).toEqual([409, true]);
    expect(late.text).toContain('name="baseRevision" value="2"');
    expect((await send({ baseRevision: '2' })).text).toContain('Đã lưu số liệu của tháng.');
    expect((await send({ baseRevision: '2' })).status).toBe(200);
    expect(await board.json(path)).toMatchObject({
      months: expect.arrayContaining([
        expect.objectContaining({ month: '2018-12', revision: 3, source: 'Sổ của huyện', by: expect.any(Object) }),
      ]),
    });
    const { entries } = (await board.json(`/audit/${today}`)) as { entries: { kind: string; of?: string }[] };
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'changed', of: `${root}_2018-12_baseline#3` }));
    const officer = await Visitor.signedIn(`${root}.dao-xa`);
    expect([(await officer.get(path)).status, (await send({}, officer)).status]).toEqual([403, 403]);
    const { counted } = await summary();
    expect(counted).toBe(4);
  });

  it('stand in one line with those after them, marked, with the break drawn and no verdict', async () => {
    const { months } = (await board.json(`/scorecards/${root}?${span}`)) as Trend;
    expect(months.map(({ status }) => status)).toEqual([null, 'baseline', 'baseline', null, 'official', 'official']);
    const [attendance] = months[1]?.indicators.filter(({ id }) => id === 'attendance') ?? [];
    expect(attendance).toMatchObject({ numerator: 155, denominator: 200, target: null, verdict: null });
    const { text } = await board.get(`/scorecards/${root}?${span}`);
    expect(text).toContain('trước khi áp dụng, huyện tự thống kê');
    expect(text).toContain('Đổi quy định từ 03/2019.');
    expect(text).toContain('từ đây áp dụng quy định khác (03/2019)');
    // Months of which there is no scorecard at all.
    const alone = (await board.json(`/scorecards/${root}?from=2018-12&to=2019-01`)) as Trend;
    expect(alone.months.map(({ status }) => status)).toEqual(['baseline', 'baseline']);
    expect((await board.get(`/scorecards/${root}?from=2018-12&to=2019-01`)).text).not.toContain('Chưa có số liệu');
    const ofCommune = await board.get(`/scorecards/${commune}?${span}`);
    expect(ofCommune.text).not.toContain('huyện tự thống kê');
  });
});

describe('a summary', () => {
  it('adds up what stands there, apart by regime, and says what is lacking', async () => {
    const { counted, of, stretches } = await summary();
    expect([counted, of]).toEqual([4, 6]);
    const figures = stretches.map(({ regime, indicators }) => {
      const found = indicators.find(({ id }) => id === 'met');
      return [regime, found?.numerator, found?.denominator];
    });
    expect(figures).toEqual([
      [undefined, 8, 10],
      [undefined, 9, 10],
      ['de-an-06', 0, 2],
    ]);
  });

  it('is a page and a document in PDF and for Word, with the same words', async () => {
    const page = await board.get(`/summaries/${root}?${span}`);
    expect(page.text).toContain('I. KẾT QUẢ');
    const pdf = await board.get(`/summaries/${root}?${span}&file=pdf`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: false });
    expect(text[0]).toContain('HUYỆN ỦY THANH THỦY');
    expect(text[0]).not.toContain('Xuất bởi');
    expect(text.at(-1)).toContain(`Xuất bởi ${root}`);
    const word = await board.get(`/summaries/${root}?${span}&file=docx`);
    expect(word.headers.get('content-disposition')).toContain(`so-ket_${root}_2018-11_2019-04.docx`);
    for (const words of ['sơ kết sinh hoạt chi bộ từ tháng 11/2018', '2 tháng không có số liệu', 'trước khi áp dụng']) {
      expect(textOfWord(word)).toContain(words);
      expect(text.join(' ').replace(/\s+/g, ' ')).toContain(words);
    }
  });

  it('spans ten years and no more, and is for those who see the unit', async () => {
    expect((await board.get(`/summaries/${root}?from=2015-05&to=2025-04`)).status).toBe(200);
    const long = await board.get(`/summaries/${root}?from=2015-04&to=2025-04`);
    expect([long.status, long.text.includes('value="2015-04"')]).toEqual([422, true]);
    const officer = await Visitor.signedIn(`${root}.dao-xa`);
    expect((await officer.get(`/summaries/${root}?${span}`)).status).toBe(404);
    expect((await officer.get(`/summaries/${commune}?${span}`)).status).toBe(200);
    expect((await (await Visitor.signedIn(`${root}.mot`)).get(`/summaries/${commune}`)).status).toBe(403);
    expect((await (await Visitor.signedIn('district')).get(`/summaries/${root}`)).status).toBe(404);
  });
});

describe('the words of a summary', () => {
  const path = `/summaries/${root}`;
  const months = { from: '2018-11', to: '2019-04' };
  const ownWords = 'Chi ủy nhiều nơi chưa chủ động chuẩn bị nội dung.';

  interface Words {
    readonly revision: number;
    readonly generated: Readonly<Record<string, string>>;
    readonly words: Readonly<Record<string, string>>;
    readonly by?: { readonly user: string };
  }
  const read = async (by = board, asked = span) => (await by.json(`${path}?${asked}`)) as Words;
  async function save(by: Visitor, fields: Readonly<Record<string, string>>, base?: number): Promise<Seen> {
    const { revision, generated, words } = await read(by);
    const typed = { ...months, ...generated, ...words, ...fields };
    return by.post(path, { csrf: await by.csrf(), baseRevision: String(base ?? revision), ...typed });
  }

  it('are generated until somebody writes others, which stand in page and files of these very months, once', async () => {
    expect(await read()).toMatchObject({ revision: 0, words: {} });
    expect((await save(board, { causes: ownWords })).text).toContain('Đã lưu lời văn của kỳ sơ kết');
    expect((await save(board, {})).status).toBe(200);
    expect(await read()).toMatchObject({ revision: 1, words: { causes: ownWords }, by: { user: root } });
    const pdf = await board.get(`${path}?${span}&file=pdf`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true });
    expect(text.replace(/\s+/g, '')).toContain(ownWords.replace(/\s+/g, ''));
    expect(textOfWord(await board.get(`${path}?${span}&file=docx`))).toContain(ownWords);
    expect(await read(board, 'from=2018-12&to=2019-04')).toMatchObject({ revision: 0, words: {} });
    const { entries } = (await board.json(`/audit/${today}`)) as { entries: { kind: string; of?: string }[] };
    const name = `${root}_2018-11_2019-04_summary`;
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'changed', of: `${name}#1` }));
    expect(entries.some(({ kind, of }) => kind === 'viewed' && of?.includes(name))).toBe(true);
  });

  it('of two writers stand beside each other; too long, of no months or of none with figures they are refused and kept', async () => {
    const other = await Visitor.signedIn(`${root}.hai-nguoi`);
    const late = await save(other, { causes: 'Do thời vụ.' }, 0);
    expect([late.status, late.text.includes(ownWords)]).toEqual([409, true]);
    expect(late.text).toMatch(/<textarea[^>]*>Do thời vụ\.<\/textarea>/);
    const long = await save(board, { tasks: 'x'.repeat(2001) });
    expect([long.status, long.text.includes('href="#tasks"')]).toEqual([422, true]);
    expect((await board.get(`${path}?${span}`)).text).toContain('x'.repeat(2001));
    expect((await save(board, { from: '' })).status).toBe(422);
    expect((await save(board, { from: '2019-13' })).status).toBe(422);
    expect((await save(board, { from: '2015-01', to: '2015-02' })).status).toBe(404);
    expect(await read()).toMatchObject({ revision: 1 });
  });

  it('are not for those who only read, nor for others', async () => {
    const officer = await Visitor.signedIn(`${root}.dao-xa`);
    const typed = { csrf: await officer.csrf(), baseRevision: '0', ...months, causes: 'Khác.' };
    expect((await officer.post(path, typed)).status).toBe(404);
    expect((await officer.post(`/summaries/${commune}`, typed)).status).toBe(200);
  });

  it('are taken out by the operator on the word of two persons of the board, and of nobody else', async () => {
    const purge = (id: string, askedBy: string) => admin('purge', '--words', id, '--asked-by', askedBy);
    const name = `${root}_2018-11_2019-04_summary`;
    await expect(purge(name, `${root},${root}`)).rejects.toThrow('may be one person');
    await expect(purge(name, `${root},${root}.dao-xa`)).rejects.toThrow('is no account of the board');
    expect(await purge(name, `${root},${root}.hai-nguoi`)).toContain('the words of 1 revisions');
    expect(await read()).toMatchObject({ revision: 1, words: {}, by: { user: root } });
    expect(await purge(name, `${root},${root}.hai-nguoi`)).toContain('the words of 0 revisions');
    const { entries } = (await board.json(`/audit/${today}`)) as { entries: { kind: string; of?: string }[] };
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'purge', of: expect.stringContaining(name) }));
    expect((await save(board, { causes: 'Do thời vụ.' })).status).toBe(200);
    expect(await read()).toMatchObject({ revision: 2, words: { causes: 'Do thời vụ.' } });
  });
});

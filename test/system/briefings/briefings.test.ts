import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';
import { zipParts } from '#test/zip-parts.ts';

const root = 'cam-khe';
const commune = `${root}.phu-khe`;
const cells = [`${commune}.mot`, `${commune}.hai`];
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Cẩm Khê;;2019-03;;`,
  `${commune};commune;xã;Phú Khê;;2019-03;;1`,
  `${root}.yen-tap;commune;xã;Yên Tập;;2019-03;;2`,
  ...cells.map((cell) => `${cell};cell;Chi bộ thôn;${cell.endsWith('mot') ? 'Một' : 'Hai'};thon;2019-03;;`),
  `${root}.yen-tap.ba;cell;Chi bộ thôn;Ba;thon;2019-03;;`,
].join('\n');
const path = `/briefings/${root}/${thisMonth}`;

interface Briefing {
  readonly sections: readonly {
    readonly heading: string;
    readonly parts: readonly { readonly counted: readonly string[]; readonly judged?: string }[];
  }[];
  readonly generated: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly lost: {
    readonly meetings: number;
    readonly lost: number;
    readonly lines: readonly { readonly id: string; readonly cells: number; readonly lost: number }[];
  };
  readonly revision: number;
  readonly by?: { readonly user: string };
  readonly digest: string;
}

let board: Visitor;
let officer: Visitor;
const briefing = async (by = board, of = path) => (await by.json(of)) as Briefing;
async function save(by: Visitor, fields: Readonly<Record<string, string>>, base?: number): Promise<Seen> {
  const { revision, generated, words } = await briefing(by);
  const typed = { ...generated, ...words, ...fields };
  return by.post(path, { csrf: await by.csrf(), baseRevision: String(base ?? revision), ...typed });
}
const textOfWord = ({ bytes }: Seen) =>
  [...(zipParts(bytes)['word/document.xml'] ?? '').matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
const pagesOf = async ({ bytes }: Seen) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })).text;
const plain = (text: string) => text.replace(/\s+/g, '');

beforeAll(async () => {
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.hai-nguoi`, role: 'district', unit: root },
    { user: `${root}.phu-khe`, role: 'commune', unit: commune },
    { user: `${root}.yen-tap`, role: 'commune', unit: `${root}.yen-tap` },
    { user: `${root}.to-1`, role: 'group', unit: root, group: 1 },
    { user: `${root}.mot`, role: 'cell', unit: cells[0] as string },
  ]);
  board = await Visitor.signedIn(root);
  officer = await Visitor.signedIn(`${root}.phu-khe`);
  const csrf = await officer.csrf();
  for (const [at, cell] of cells.entries()) {
    const fields = meeting(cell, {
      present: '16',
      unexcused: '2',
      speakers: String(4 + at),
    });
    expect((await officer.post('/reports', { ...fields, baseRevision: '0', csrf })).status).toBe(200);
  }
  await admin('rollup', '--district', root, '--month', thisMonth);
});

describe('a month’s briefing', () => {
  it('says the figures of the scorecard, by whatever way they are computed', async () => {
    const demo = await Visitor.signedIn('district');
    const { sections } = await briefing(demo, `/briefings/hiep-hoa/${lastMonth}`);
    const scorecard = (await demo.json(`/scorecards/hiep-hoa/${lastMonth}.json`)) as Scorecard;
    const letter = sections.flatMap(({ parts }) => parts.flatMap(({ counted }) => counted)).join('\n');
    const number = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));
    const shares = [...letter.matchAll(/([\d.]+)\/([\d.]+) \(([\d,.]+)%\)/g)];
    expect(shares.length).toBeGreaterThan(8);
    for (const [said, part = '', whole = '', share = ''] of shares) {
      const [a, b] = [number(part), number(whole)];
      const found = scorecard.indicators.filter(({ numerator, denominator }) => numerator === a && denominator === b);
      expect(found.length, said).toBeGreaterThan(0);
      // Half up, on whole numbers; more decimals only where a target is that near.
      const tenths = Math.floor((2000 * a + b) / (2 * b)) / 10;
      const near = found.some(({ target, value }) => target && value === number(share));
      expect(number(share) === tenths || near, said).toBe(true);
    }
    const missed = scorecard.indicators.filter(({ target, numerator: n, denominator: d }) => {
      if (!target || d === 0) return false;
      return target.comparison === '>=' ? n * 100 < target.percent * d : n * 100 <= target.percent * d;
    });
    expect(letter).toContain(`Chưa đạt ${missed.length} chỉ tiêu`);
    expect(letter).toContain(`${scorecard.belowNorm.length} chi bộ có nội dung chưa đạt`);
    const late = scorecard.belowNorm.filter(({ reasons }) => reasons.includes('below-attendance')).length;
    expect(letter).toContain(`tỷ lệ dự họp chưa đạt ${late}`);
    const sums: Record<string, number> = {};
    for (const { id, numerator } of scorecard.indicators) sums[id] = numerator;
    expect(letter).toContain(`Tiếp nhận ${sums['mattersOpened']} vấn đề, giải quyết ${sums['mattersSettled']}`);
    expect(letter).toContain(`Tốt ${sums['gradeGood']}, Khá ${sums['gradeFair']}`);
    expect(letter).toContain(`Tổ công tác dự ${sums['visitsDone']} buổi`);
  });

  it('counts where meetings lost points as their reports say it', async () => {
    const { lost } = await briefing();
    const own: Record<string, number> = {};
    for (const cell of cells) {
      const seen = (await board.json(`/reports/${cell}_${today}_regular`)) as {
        judgement: { criteria: readonly { id: string; points?: number; max: number }[] };
      };
      for (const { id, points, max } of seen.judgement.criteria) {
        if (points !== undefined && points < max) own[id] = (own[id] ?? 0) + (max - points) * 100;
      }
    }
    expect(lost.meetings).toBe(2);
    expect(Object.fromEntries(lost.lines.map((line) => [line.id, line.lost]))).toEqual(own);
  });

  it('is a letter of two pages with appendices, in PDF and in Word', async () => {
    const demo = await Visitor.signedIn('district');
    const address = `/briefings/hiep-hoa/${lastMonth}`;
    const pages = await pagesOf(await demo.get(`${address}.pdf`));
    expect(pages.findIndex((page) => page.includes('Phụ lục 1'))).toBe(2);
    expect(pages.slice(0, 2).join()).not.toContain('Xuất bởi');
    expect(pages.slice(2).every((page) => /Xuất bởi district lúc .*; mã [0-9a-f]{16}/.test(page))).toBe(true);
    const word = await demo.get(`${address}.docx`);
    expect(word.headers.get('content-disposition')).toContain(`bao-cao_hiep-hoa_${lastMonth}.docx`);
    const letter = plain(pages.join(''));
    for (const text of [
      'I. KẾT QUẢ',
      'II. HẠN CHẾ, NGUYÊN NHÂN',
      'III. NHIỆM VỤ, ĐỀ XUẤT',
      'HUYỆN ỦY HIỆP HÒA',
      '-BC/BTC',
    ]) {
      expect(textOfWord(word)).toContain(text);
      expect(letter).toContain(plain(text));
    }
    expect(textOfWord(word)).not.toContain('CỘNG HÒA XÃ HỘI');
    expect((await demo.get(`${address}.xlsx`)).status).toBe(404);
    expect((await demo.get(`/briefings/hiep-hoa/${lastMonth}.pdf.pdf`)).status).toBe(404);
  });
});

describe('the words of a briefing', () => {
  it('are generated until somebody writes others, and then stand in page and files with who wrote them', async () => {
    expect(await briefing()).toMatchObject({ revision: 0, words: {} });
    const own = 'Chi ủy nhiều nơi chưa chủ động chuẩn bị.';
    // No revision has this number: whoever says so has seen nothing.
    const unseen = await save(board, { causes: own }, -1);
    expect([unseen.status, unseen.text.includes(own)]).toEqual([409, true]);
    expect(await briefing()).toMatchObject({ revision: 0 });
    const saved = await save(board, { causes: own });
    expect(saved.status).toBe(200);
    expect(saved.text).toContain('Đã lưu lời văn');
    expect(await briefing()).toMatchObject({ revision: 1, words: { causes: own }, by: { user: root } });
    for (const file of ['pdf', 'docx'] as const) {
      const seen = await board.get(`${path}.${file}`);
      const text = file === 'pdf' ? (await pagesOf(seen)).join('') : textOfWord(seen);
      expect(plain(text)).toContain(plain(own));
    }
    // Sent twice is sent once.
    expect((await save(board, {})).status).toBe(200);
    expect((await briefing()).revision).toBe(1);
    const { entries } = (await board.json(`/audit/${today}`)) as { entries: { kind: string; of?: string }[] };
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'changed', of: `${root}_${thisMonth}_briefing#1` }),
        expect.objectContaining({ kind: 'exported', of: `bao-cao_${root}_${thisMonth}.pdf` }),
        expect.objectContaining({ kind: 'viewed', of: `${root}_${thisMonth}_briefing` }),
      ]),
    );
  });

  it('of two who edit at once: the second sees both side by side, and nothing is lost', async () => {
    const other = await Visitor.signedIn(`${root}.hai-nguoi`);
    const { revision } = await briefing();
    expect((await save(other, { proposals: 'Đề nghị mở lớp tập huấn.' }, revision)).status).toBe(200);
    const late = await save(board, { proposals: 'Đề nghị bố trí kinh phí.' }, revision);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Đề nghị mở lớp tập huấn.');
    expect(late.text).toMatch(/<textarea[^>]*>Đề nghị bố trí kinh phí\.<\/textarea>/);
    expect((await briefing()).words['proposals']).toBe('Đề nghị mở lớp tập huấn.');
    expect((await save(board, { proposals: 'Đề nghị bố trí kinh phí.' })).status).toBe(200);
    expect((await board.get(path)).text).toMatch(new RegExp(`Lần 2: [^<]*${root}\\.hai-nguoi`));
  });

  it('that are too long, or too many lines for two pages, are refused at their field and kept', async () => {
    const { revision } = await briefing();
    const long = await save(board, { assessment: 'x'.repeat(351) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('x'.repeat(351));
    // Who goes back to the page finds it too.
    expect((await board.get(path)).text).toContain('x'.repeat(351));
    const lines = await save(board, { tasks: Array.from({ length: 80 }, (_, at) => `- ${at}`).join('\n') });
    expect(lines.status).toBe(422);
    expect(lines.text).toContain('Báo cáo dài quá 2 trang');
    expect(lines.text).toContain('href="#tasks"');
    expect((await briefing()).revision).toBe(revision);
  });

  it('follow the figures again once they are blank, and are said to be older than the figures that have changed', async () => {
    await save(board, { causes: '', assessment: 'Nhìn chung các chi bộ giữ nền nếp.' });
    expect((await briefing()).words).not.toHaveProperty('causes');
    expect((await board.get(path)).text).not.toContain('Số liệu đã thay đổi sau lần sửa');
    const ba = `${root}.yen-tap.ba`;
    const yenTap = await Visitor.signedIn(`${root}.yen-tap`);
    const fields = { ...meeting(ba), baseRevision: '0', csrf: await yenTap.csrf() };
    expect((await yenTap.post('/reports', fields)).status).toBe(200);
    await admin('rollup', '--district', root, '--month', thisMonth);
    expect((await board.get(path)).text).toContain('Số liệu đã thay đổi sau lần sửa');
  });
});

describe('a briefing is for', () => {
  it('those who see the unit; a group reads it, a cell and others do not', async () => {
    const ofCommune = `/briefings/${commune}/${thisMonth}`;
    for (const [user, own, all] of [
      [root, 200, 200],
      [`${root}.phu-khe`, 200, 404],
      [`${root}.to-1`, 200, 404],
      [`${root}.yen-tap`, 404, 404],
      [`${root}.mot`, 403, 403],
      ['district', 404, 404],
    ] as const) {
      const visitor = await Visitor.signedIn(user);
      for (const ending of ['', '.pdf', '.docx']) {
        expect([user, (await visitor.get(`${ofCommune}${ending}`)).status]).toEqual([user, own]);
        expect([user, (await visitor.get(`${path}${ending}`)).status]).toEqual([user, all]);
      }
    }
    const group = await Visitor.signedIn(`${root}.to-1`);
    expect((await group.get(ofCommune)).text).not.toContain('<textarea');
    const posted = await group.post(ofCommune, { csrf: await group.csrf(), baseRevision: '0', causes: 'x' });
    expect(posted.status).toBe(403);
  });

  it('a month that has figures', async () => {
    expect((await board.get(`/briefings/${root}/2019-03`)).status).toBe(404);
    expect((await board.get(`/briefings/${root}/2019-13`)).status).toBe(404);
  });

  it('nobody while its newest words cannot be read; that is said, and none are stored over them', async () => {
    const { db, outputs } = operatorDb();
    const unit = `${root}.yen-tap`;
    const bad = { pk: `${root}#briefings`, sk: `${unit}_${thisMonth}#0001`, words: 7 };
    await db.send(new PutCommand({ TableName: tablesOf(outputs).actions, Item: bad }));
    const yenTap = await Visitor.signedIn(unit);
    const page = await yenTap.get(`/briefings/${unit}/${thisMonth}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`${unit}_${thisMonth}_briefing#1`);
    const fields = { csrf: await yenTap.csrf(), baseRevision: '0', causes: 'Không rõ.' };
    expect((await yenTap.post(`/briefings/${unit}/${thisMonth}`, fields)).status).toBe(500);
  });
});

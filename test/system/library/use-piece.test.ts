import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const district = 'tu-sach';
const cell = `${district}.xa-mot.thon-dong`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Tủ Sách;;2019-03;;
${district}.xa-mot;commune;xã;Một Xã;;2019-03;;
${cell};cell;Chi bộ thôn;Đông;thon;2019-03;;
${district}.xa-mot.thon-tay;cell;Chi bộ thôn;Tây;thon;2019-03;;
${district}.xa-mot.truong;cell;Chi bộ;Trường Tiểu học;truong-hoc;2019-03;;
`;
const month = addMonths(thisMonth, 1);
const agenda = `/prepare?cell=${cell}&month=${month}`;

let board: Visitor;
let village: Visitor;
let commune: Visitor;

interface Agenda {
  readonly revision: number;
  readonly agenda: { readonly subjects: string[]; readonly lines: { readonly id: string; readonly kept: boolean }[] };
}
const saved = async () => (await village.json(agenda)) as Agenda;
const use = async (by: Visitor, piece: number, of: string, at: string = month) =>
  by.post(`/library/${piece}/use`, { csrf: await by.csrf(), cell: of, month: at });
const library = ({ agenda: { lines } }: Agenda) => lines.filter(({ id }) => id.startsWith('library-'));

beforeAll(async () => {
  await enterDistrict(units, [
    { user: district, role: 'district', unit: district },
    { user: `${district}.xa-mot`, role: 'commune', unit: `${district}.xa-mot` },
    { user: cell, role: 'cell', unit: cell },
  ]);
  board = await Visitor.signedIn(district);
  village = await Visitor.signedIn(cell);
  commune = await Visitor.signedIn(`${district}.xa-mot`);
  const csrf = await board.csrf();
  for (const fields of [
    { title: 'Quản lý đất đai ở thôn', subject: 'DDXD', 'types[0]': 'thon' },
    { title: 'Viết nghị quyết có việc', subject: 'SH' },
    { title: 'Dạy và học', subject: 'CM', 'types[3]': 'truong-hoc' },
  ]) {
    await board.post('/library', { csrf, content: 'Nội dung của bài', ...fields });
  }
});

describe('a piece of the library in a meeting', () => {
  it('is put on the next agenda from its page by a text browser, and stands there', async () => {
    const browser = new TextBrowser();
    await browser.open('/login');
    browser.type('user', cell);
    browser.type('password', PASSWORD);
    await browser.press('Đăng nhập');
    await browser.follow('Cẩm nang');
    browser.type('q', 'dat dai');
    await browser.open('/library?q=dat+dai');
    await browser.follow('Quản lý đất đai ở thôn');
    await browser.press('Dùng trong buổi sinh hoạt');
    expect(browser.text).toContain('Chuẩn bị sinh hoạt');
    expect(browser.text).toContain('Quản lý đất đai ở thôn');
  });

  it('is one line, however often it is used, and what somebody else has saved stays', async () => {
    await use(village, 1, cell);
    const first = await saved();
    expect(library(first)).toEqual([expect.objectContaining({ id: 'library-1', kept: true })]);
    expect(first.agenda.subjects).toEqual(['DDXD']);
    expect((await use(village, 1, cell)).status).toBe(200);
    expect((await saved()).revision).toBe(first.revision);
    const both = await Promise.all([use(commune, 2, cell), use(village, 2, cell)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const then = await saved();
    expect(library(then).map(({ id }) => id)).toEqual(['library-1', 'library-2']);
    expect(then.agenda.lines.filter(({ id }) => !id.startsWith('library-'))).toEqual(
      first.agenda.lines.filter(({ id }) => !id.startsWith('library-')),
    );
  });

  it('is offered on the page of the meeting where it fits, and says that it is there', async () => {
    const page = (await village.get(agenda)).text;
    expect(page).toContain('Bài trong cẩm nang hợp với buổi này');
    expect(page).toMatch(/Quản lý đất đai ở thôn<\/a>\s*<span class="muted">\(đã có trong chương trình\)/);
    expect(page).not.toContain('Dạy và học');
    const other = `/prepare?cell=${district}.xa-mot.thon-tay&month=${month}`;
    const seen = await commune.get(other);
    const done = await commune.post('/library/1/use', hiddenFields(seen.text, '/library/1/use'));
    expect(done.text).toContain('đã có trong chương trình');
    expect((await commune.get('/library/1')).text).toMatch(/<option value="tu-sach\.xa-mot\.thon-tay">Chi bộ thôn Tây/);
  });

  it('is for its own cells, and not of a month that is closed or far', async () => {
    expect((await use(commune, 3, cell)).status).toBe(404);
    expect((await use(commune, 3, `${district}.xa-mot.truong`)).status).toBe(200);
    expect((await use(village, 1, `${district}.xa-mot.thon-tay`)).status).toBe(404);
    expect((await use(village, 99, cell)).status).toBe(404);
    expect((await use(village, 1, cell, addMonths(thisMonth, -4))).status).toBe(409);
    expect((await use(village, 1, cell, addMonths(thisMonth, 9))).status).toBe(404);
    expect((await use(board, 1, cell)).status).toBe(403);
    await board.post('/library/1', { csrf: await board.csrf(), action: 'withdraw', baseRevision: '1', reason: 'Cũ' });
    expect((await use(village, 1, cell)).status).toBe(404);
    expect((await village.get(agenda)).text).toContain('Quản lý đất đai ở thôn'); // on the agenda it stays
  });
});

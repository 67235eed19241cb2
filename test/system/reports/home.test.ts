import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const root = 'thuan-thanh';
const commune = `${root}.tam-hiep`;
const large = `${root}.dong-son`;
/** By slug they would stand otherwise. */
const names = ['Chùa', 'Do', 'Dương', 'Đoài', 'Đông', '2', '10', '1'];
const cellOf = (name: string) => `${commune}.c${names.indexOf(name)}`;
const idOf = (name: string) => `${cellOf(name)}_${today}_regular`;

/** The names of the cells of a table's rows, as they stand. */
function rowsOf({ text }: Seen): string[] {
  return [...text.matchAll(/<th scope="row">Chi bộ thôn ([^<]+)</g)].map(([, name = '']) => name);
}

/** What stands between two texts of a page. */
function between({ text }: Seen, from: string, to: string): string {
  return text.split(from)[1]?.split(to)[0] ?? '';
}

describe('the home of a commune', () => {
  let officer: Visitor;
  let district: Visitor;
  let cell: Visitor;
  const home = () => officer.get('/');
  const post = async (by: Visitor, path: string, fields: Readonly<Record<string, string>>) =>
    by.post(path, { csrf: await by.csrf(), ...fields });

  beforeAll(async () => {
    const line = (id: string, name: string) => `${id};cell;Chi bộ thôn;${name};thon;2019-03;;\n`;
    const many = Array.from({ length: 250 }, (_, at) => line(`${large}.thon-${at + 1}`, String(at + 1)));
    await enterDistrict(
      [
        'id;level;kind;name;type;from;to;group\n',
        `${root};district;huyện;Việt Yên;;2019-03;;\n`,
        `${commune};commune;xã;Tam Hiệp;;2019-03;;1\n`,
        ...names.map((name) => line(cellOf(name), name)),
        `${large};commune;xã;Đông Sơn;;2019-03;;1\n`,
        ...many,
      ].join(''),
      [
        { user: commune, role: 'commune', unit: commune },
        { user: large, role: 'commune', unit: large },
        { user: cellOf('Đông'), role: 'cell', unit: cellOf('Đông') },
        { user: `${root}.district`, role: 'district', unit: root },
      ],
    );
    [officer, district, cell] = (await Promise.all(
      [commune, `${root}.district`, cellOf('Đông')].map((user) => Visitor.signedIn(user)),
    )) as [Visitor, Visitor, Visitor];
  });

  it('lists the cells by number and the Vietnamese alphabet', async () => {
    expect(rowsOf(await home())).toEqual(['1', '2', '10', 'Chùa', 'Do', 'Dương', 'Đoài', 'Đông']);
    const grid = (await officer.get(`/months/${thisMonth}/grid`)).text;
    const inGrid = [...grid.matchAll(/value="thuan-thanh\.tam-hiep\.c(\d)"/g)].map(([, at]) => names[Number(at)]);
    expect([...new Set(inGrid)]).toEqual(['1', '2', '10', 'Chùa', 'Do', 'Dương', 'Đoài', 'Đông']);
  });

  it('finds cells without marks, by a form of the page', async () => {
    const form = between(await home(), '<form class="find"', '</form>');
    expect(form).toContain(`action="/months/${thisMonth}"`);
    expect(rowsOf(await officer.get(`/months/${thisMonth}?unit=${commune}&q=dong`))).toEqual(['Đông']);
    expect(rowsOf(await officer.get(`/months/${thisMonth}?unit=${commune}&q=thon+1`))).toEqual(['1', '10']);
    expect((await officer.get(`/months/${thisMonth}?q=xyz`)).text).toContain('Không có chi bộ nào có tên như vậy');
  });

  it('after sending leads to the next missing cell', async () => {
    const sent = await post(officer, '/reports', { ...meeting(cellOf('10')), baseRevision: '0' });
    expect(sent.text).toContain('Số biên nhận');
    expect(sent.text).toContain(`href="/reports/new?cell=${cellOf('Chùa')}&amp;month=${thisMonth}"`);
    expect(sent.text).toContain('Nhập tiếp: Chi bộ thôn Chùa (còn 7)');
    const again = await officer.get(`/reports/${idOf('10')}`);
    expect(again.text).not.toContain('Nhập tiếp:');
    const own = await post(cell, '/reports', { ...meeting(cellOf('Đông')), baseRevision: '0' });
    expect(own.text).toContain('Số biên nhận');
    expect(own.text).not.toContain('Nhập tiếp:');
  });

  it('says first what was returned and why; so does the form that mends it, with mistakes too', async () => {
    const reason = 'Bổ sung số chỉ tiêu đã đạt';
    await post(district, `/reports/${idOf('10')}`, { action: 'return', baseRevision: '1', reason });
    await post(officer, '/reports', { ...meeting(cellOf('Đoài')), month: thisMonth, press: 'save', baseRevision: '0' });
    const seen = await home();
    expect(rowsOf(seen)).toEqual(['10', 'Đoài', '1', '2', 'Chùa', 'Do', 'Dương', 'Đông']);
    expect(seen.text).toContain('chi bộ có báo cáo tháng');
    expect(between(seen, 'Chi bộ thôn 10<', '</tr>')).toContain(reason);
    expect(between(seen, 'Chi bộ thôn 10<', '</tr>')).toContain(`href="/reports/new?amend=${idOf('10')}"`);
    expect(between(seen, 'Chi bộ thôn Đoài<', '</tr>')).toContain('Nhập tiếp');
    expect(rowsOf({ ...seen, text: between(seen, '<details', '</details>') })).toEqual(['Đông']);
    expect((await officer.get(`/reports/new?amend=${idOf('10')}`)).text).toContain(reason);
    const wrong = { ...meeting(cellOf('10')), present: 'x', action: 'amend', baseRevision: '2' };
    const refused = await post(officer, `/reports/${idOf('10')}`, wrong);
    expect([refused.status, refused.text.includes(reason)]).toEqual([422, true]);
    const json = (await officer.json(`/months/${thisMonth}`)) as { duties: object[]; todo: { cell: string }[] };
    expect(json.duties).toContainEqual(expect.objectContaining({ kind: 'returned', count: 1 }));
    expect(json.todo.map((each) => each.cell).slice(0, 2)).toEqual([cellOf('10'), cellOf('Đoài')]);
  });

  it('is the same for a cell, of itself alone', async () => {
    await post(district, `/reports/${idOf('Đông')}`, { action: 'return', baseRevision: '1', reason: 'Thiếu chữ ký' });
    const seen = await cell.get('/');
    expect(rowsOf(seen)).toEqual(['Đông']);
    expect(seen.text).toContain('Thiếu chữ ký');
    expect(seen.text).not.toContain('class="find"');
  });

  it('of 250 cells comes in pages that each fit the first window', async () => {
    const visitor = await Visitor.signedIn(large);
    const page = (n: number) =>
      visitor.get(`/months/${thisMonth}?unit=${large}&page=${n}`, { 'accept-encoding': 'br' });
    const seen = await Promise.all([1, 2, 3, 4, 5].map(page));
    expect(seen.flatMap(rowsOf)).toEqual(Array.from({ length: 250 }, (_, at) => String(at + 1)));
    for (const { headers } of seen) expect(Number(headers.get('content-length'))).toBeLessThan(13_500);
    expect((await visitor.get(`/months/${addMonths(thisMonth, -1)}`)).status).toBe(200);
  });
});

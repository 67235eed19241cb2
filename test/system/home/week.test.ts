import { beforeAll, describe, expect, it } from 'vitest';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

/** The district, its working groups and some communes of the demonstration: none of them is changed here. */
const users = ['district', 'group1', 'group3', 'group9', 'thanh-van', 'hoang-van', 'doan-bai'];

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

/** Each counted link of a home: its number, and where it leads. */
function countedIn(text: string): { readonly count: number; readonly href: string }[] {
  const list = text.split('class="todo"').slice(1).join('').split('</ul>')[0] ?? '';
  return [...list.matchAll(/<a[^>]* href="([^"]+)"><b>([\d.]+)<\/b>/g)].map(([, href = '', count = '']) => ({
    href: unescaped(href),
    count: Number(count.replaceAll('.', '')),
  }));
}

/** How many rows the page has to which a number leads, by its JSON; a list of cells of a month by what waits in it. */
async function rowsAt(visitor: Visitor, href: string): Promise<number> {
  const answer = (await visitor.json(href)) as {
    readonly total?: number;
    readonly rows?: readonly unknown[];
    readonly cells?: readonly { readonly state: string }[];
  };
  if (answer.total !== undefined) return answer.total;
  if (answer.rows) return answer.rows.length;
  const states = answer.cells?.map(({ state }) => state) ?? [];
  return states.filter((state) => state === 'missing').length;
}

describe.each(users)('the home of %s', (user) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.signedIn(user);
  });

  it('counts what the pages list to which its numbers lead', async () => {
    const home = await visitor.get('/');
    const counted = countedIn(home.text).filter(({ href }) => !href.startsWith('/months/') && !href.includes('#'));
    for (const { href, count } of counted) {
      expect(count, href).toBeGreaterThan(0);
      expect(await rowsAt(visitor, href), href).toBe(count);
    }
    if (user === 'district')
      expect(counted.map(({ href }) => href.split('?')[0])).toEqual(
        expect.arrayContaining(['/matters', '/visits', '/tasks']),
      );
  });

  it('tells the last closed month with its change and leads to units that need help', async () => {
    const { text } = await visitor.get('/');
    expect(text).toContain('(đã chốt):');
    expect(text).toMatch(/chi bộ báo cáo<span> \(|chi bộ báo cáo/);
    expect(text).toContain('Đơn vị cần ưu tiên giúp đỡ');
    const links = [...(text.split('class="helped"')[1]?.split('</ul>')[0] ?? '').matchAll(/href="([^"]+)"/g)];
    for (const [, href = ''] of links) expect((await visitor.get(unescaped(href))).status, href).toBe(200);
  });
});

describe('the week of a working group', () => {
  it('says whose cells it counts, and knows no other commune', async () => {
    const group = await Visitor.signedIn('group3');
    const seen = (await group.json('/')) as { communes: string[]; week: { helped: { unit: string }[] } };
    expect(seen.communes.length).toBeGreaterThan(0);
    for (const { unit } of seen.week.helped) expect(seen.communes).toContain(unit);
    const { text } = await group.get('/');
    expect(text).toContain('chi bộ thuộc xã');
    const other = (await (await Visitor.signedIn('group1')).json('/')) as { communes: string[] };
    for (const unit of other.communes) expect(text).not.toContain(unit);
  });
});

describe('the list of whom to call', () => {
  it('has every cell of the open month that the board has as missing, by commune, with a text that names them', async () => {
    const district = await Visitor.signedIn('district');
    const { cells } = (await district.json(`/months/${thisMonth}?unit=hiep-hoa.hoang-an`)) as {
      cells: { cell: { id: string; name: string }; state: string }[];
    };
    const missing = cells.filter(({ state }) => state === 'missing');
    const path = `/calls?unit=hiep-hoa.hoang-an&month=${thisMonth}`;
    const called = (await district.json(path)) as { total: number; calls: { cells: { unit: string }[] }[] };
    expect(called.calls.flatMap((each) => each.cells.map(({ unit }) => unit)).sort()).toEqual(
      missing.map(({ cell }) => cell.id).sort(),
    );
    const text = /<p class="known" lang="vi">([^<]*)</.exec((await district.get(path)).text)?.[1] ?? '';
    for (const { cell } of missing) expect(text).toContain(cell.name);
  });

  it('shows a working group its communes alone, and is of no month that has closed', async () => {
    const group = await Visitor.signedIn('group3');
    const { communes } = (await group.json('/')) as { communes: string[] };
    const { calls } = (await group.json(`/calls?month=${thisMonth}`)) as { calls: { unit: string }[] };
    for (const { unit } of calls) expect(communes).toContain(unit);
    expect((await group.get(`/calls?unit=hiep-hoa.hoang-an&month=${thisMonth}`)).status).toBe(
      communes.includes('hiep-hoa.hoang-an') ? 200 : 404,
    );
    expect(
      (await group.get(`/calls?month=${lastMonth.slice(0, 4) === thisMonth.slice(0, 4) ? '2020-01' : '2020-02'}`))
        .status,
    ).toBe(404);
  });
});

import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { FIRST_WINDOW } from '#test/system/on-the-wire.ts';
import { pageAt, signIn } from '#test/system/phone.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

/** Pages are compressed as the functions do. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const root = 'lam-thao';
const unit = `${root}.dong-dan`;
const CELLS = 250;
const day = today.split('-').reverse().join('/');
const year = thisMonth.slice(0, 4);
let commune: Visitor;
let small: Visitor;

beforeAll(async () => {
  const cellsIn = (of: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${of}.thon-${n + 1};cell;Chi bộ thôn;Số ${n + 1};thon;2019-03;;`);
  await enterDistrict(
    [
      'id;level;kind;name;type;from;to;group',
      `${root};district;huyện;Lâm Thao;;2019-03;;`,
      `${unit};commune;xã;Đông Dân;;2019-03;;`,
      ...cellsIn(unit, CELLS),
      `${root}.it-dan;commune;xã;Ít Dân;;2019-03;;`,
      ...cellsIn(`${root}.it-dan`, 18),
      '',
    ].join('\n'),
    [
      { user: unit, role: 'commune', unit },
      { user: `${root}.it-dan`, role: 'commune', unit: `${root}.it-dan` },
    ],
  );
  commune = await Visitor.signedIn(unit);
  small = await Visitor.signedIn(`${root}.it-dan`);
});

const pages = {
  grid: { path: `/months/${thisMonth}/grid?unit=`, cell: /name="rows\[\d+\]\.cell" value="([^"]+)"/g },
  officers: { path: `/officers?month=${thisMonth}&unit=`, cell: /name="held\.([^"]+)\.attendedOn"/g },
  themes: { path: `/themes?year=${year}&unit=`, cell: /name="base\.([^"]+)"/g },
} as const;
type Name = keyof typeof pages;
const cellsOn = (name: Name, { text }: Seen) => [...text.matchAll(pages[name].cell)].map(([, cell]) => cell ?? '');
const linkTo = (rel: 'prev' | 'next', { text }: Seen) =>
  // Years have links of the kind too.
  new RegExp(`<a href="([^"]+)" rel="${rel}">${rel === 'next' ? 'Trang sau' : 'Trang trước'}<`)
    .exec(text)?.[1]
    ?.replaceAll('&amp;', '&');
const send = async (path: string, fields: Readonly<Record<string, string>>) =>
  commune.post(path, { csrf: await commune.csrf(), ...fields });

/** The pages from the first by the links to the next. */
async function walk(name: Name): Promise<Seen[]> {
  const seen = [await commune.get(pages[name].path + unit)];
  for (let next = linkTo('next', seen[0] as Seen); next; next = linkTo('next', seen.at(-1) as Seen)) {
    seen.push(await commune.get(next));
  }
  return seen;
}

describe.each(Object.keys(pages) as Name[])('%s of a commune of 250 cells', (name) => {
  it('comes in pages, each in one round trip, on which every cell stands once', async () => {
    const seen = await walk(name);
    for (const each of seen) {
      expect(each.status).toBe(200);
      const headers = [...each.headers].reduce((sum, [key, value]) => sum + key.length + value.length + 4, 17);
      expect(brotliCompressSync(each.bytes, quality).length + headers).toBeLessThanOrEqual(FIRST_WINDOW);
    }
    const cells = seen.flatMap((each) => cellsOn(name, each));
    expect(cells).toEqual(Array.from({ length: CELLS }, (_, n) => `${unit}.thon-${n + 1}`));
    const [first, second] = seen as [Seen, Seen];
    const most = cellsOn(name, first).length;
    expect(first.text).toContain(`Chi bộ 1–${most} trong ${CELLS}`);
    expect(linkTo('prev', first)).toBeUndefined();
    expect(cellsOn(name, await commune.get(linkTo('prev', second) ?? ''))).toEqual(cellsOn(name, first));
  });

  it('finds cells by a part of their names', async () => {
    const found = await commune.get(`${pages[name].path}${unit}&q=so+250`);
    expect(cellsOn(name, found)).toEqual([`${unit}.thon-250`]);
    const none = await commune.get(`${pages[name].path}${unit}&q=khong`);
    expect(cellsOn(name, none)).toEqual([]);
    expect(none.text).toContain('Không có chi bộ nào có tên như vậy.');
  });

  it('has nothing of pages in a commune of 18', async () => {
    const seen = await small.get(`${pages[name].path}${root}.it-dan`);
    expect(cellsOn(name, seen)).toHaveLength(18);
    expect(seen.text).not.toMatch(/Trang sau|Tìm chi bộ|Mời lưu trang này/);
  });
});

it.runIf(hasBrowser)(
  'its pages have no fault of access and no sideways scroll at 360 px, in both languages',
  async () => {
    const browser = await startChromium();
    try {
      const page = await signIn(await browser.newContext({ viewport: { width: 360, height: 740 } }), unit);
      for (const lang of ['en', 'vi']) {
        for (const { path } of Object.values(pages)) {
          await page.goto(pageAt(`${path}${unit}&lang=${lang}`));
          expect(await violations(page), `${path} ${lang}`).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
        }
      }
    } finally {
      await browser.close();
    }
  },
);

describe('what is saved on one page', () => {
  it('of the members in charge leaves the others as they are', async () => {
    const [first = '', last = ''] = [`${unit}.thon-1`, `${unit}.thon-${CELLS}`];
    const seen = await walk('officers');
    const lastPath = linkTo('next', seen.at(-2) as Seen) ?? '';
    const members = 'Bí thư Đảng ủy\nChủ tịch UBND';
    const assign = (path: string, cell: string, base: string) =>
      send(path, { action: 'assign', baseRevision: base, members, [`charge.${cell}`]: 'Bí thư Đảng ủy' });
    expect((await assign(pages.officers.path + unit, first, '0')).status).toBe(200);
    const after = await assign(lastPath, last, '1');
    expect(after.text).toContain('Đã lưu phân công');
    // It stays on the page that was saved.
    expect(cellsOn('officers', after).at(-1)).toBe(last);
    const record = (path: string, cell: string, base: string) =>
      send(path, { action: 'record', baseRevision: base, [`held.${cell}.attendedOn`]: day });
    expect((await record(pages.officers.path + unit, first, '0')).status).toBe(200);
    expect((await record(lastPath, last, '1')).status).toBe(200);
    const { communes } = (await commune.json(pages.officers.path + unit)) as {
      communes: { charge: { cells: { cell: { id: string }; member?: string; attendedOn?: string }[] } }[];
    };
    const kept = communes[0]?.charge.cells.filter(({ member }) => member) ?? [];
    expect(kept.map(({ cell, member, attendedOn }) => [cell.id, member, attendedOn])).toEqual([
      [first, 'Bí thư Đảng ủy', today],
      [last, 'Bí thư Đảng ủy', today],
    ]);
  });

  it('of the plans leaves the others as they are', async () => {
    const quarter = Math.ceil(Number(thisMonth.slice(5)) / 3);
    const plan = (cell: string) =>
      send(`${pages.themes.path}${unit}&after=${unit}.thon-30`, {
        [`base.${cell}`]: '0',
        [`plan.${cell}.${quarter}.theme`]: 'HCM',
      });
    expect((await plan(`${unit}.thon-1`)).status).toBe(200);
    const after = await plan(`${unit}.thon-31`);
    expect(cellsOn('themes', after)[0]).toBe(`${unit}.thon-31`);
    const { cells } = (await commune.json(pages.themes.path + unit)) as {
      cells: { cell: { id: string }; quarters: { planned?: object }[] }[];
    };
    const planned = cells.filter(({ quarters }) => quarters.some((each) => each.planned));
    expect(planned.map(({ cell }) => cell.id)).toEqual([`${unit}.thon-1`, `${unit}.thon-31`]);
  });

  it('of the grid stores its rows, keeps the mistakes of every page, and skips no cell on the way on', async () => {
    const good = {
      ...{ durationMinutes: '95', fullMembers: '20', present: '18', excused: '2', unexcused: '0' },
      resolution: 'resolution',
    };
    const row = (at: number, cell: string, fields: object) =>
      Object.fromEntries(Object.entries({ cell, ...fields }).map(([name, value]) => [`rows[${at}].${name}`, value]));
    const [first, second] = (await walk('grid')) as [Seen, Seen];
    const most = cellsOn('grid', first).length;
    const secondPath = linkTo('next', first) ?? '';
    const wrong = { ...good, present: 'mười tám' };
    const sent = await send(pages.grid.path + unit, {
      ...{ commonDate: day },
      ...row(0, `${unit}.thon-1`, good),
      ...row(1, `${unit}.thon-2`, wrong),
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Đã gửi 1 báo cáo');
    // What was wrong comes first; the cells after those of the page have moved up.
    expect(cellsOn('grid', sent)[0]).toBe(`${unit}.thon-2`);
    expect(cellsOn('grid', sent).at(-1)).toBe(`${unit}.thon-${most + 1}`);
    const next = await commune.get(linkTo('next', sent) ?? '');
    expect(cellsOn('grid', next)[0]).toBe(`${unit}.thon-${most + 2}`);
    expect(cellsOn('grid', second)[0]).toBe(`${unit}.thon-${most + 1}`);

    const cell = cellsOn('grid', next)[3] ?? '';
    const other = await send(secondPath, { commonDate: day, ...row(0, cell, wrong) });
    expect(other.status).toBe(422);
    expect((await commune.get(pages.grid.path + unit)).text).toContain('value="mười tám"');
    const again = await send(pages.grid.path + unit, { commonDate: day, ...row(0, `${unit}.thon-2`, good) });
    expect(again.text).toContain('Đã gửi 1 báo cáo');
    expect((await commune.get(pages.grid.path + unit)).text).not.toContain('value="mười tám"');
    expect((await commune.get(secondPath)).text).toContain('value="mười tám"');
  });

  it('says in English which cells are shown', async () => {
    const seen = await commune.get(`${pages.themes.path}${unit}&lang=en`);
    expect(seen.text).toContain(`Cells 1–30 of ${CELLS}`);
    await commune.get('/?lang=vi');
  });
});

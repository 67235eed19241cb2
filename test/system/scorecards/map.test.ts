import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeShapes } from '#test/shared/units/shapes/made-shapes.ts';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { today } from '#test/system/meeting.ts';
import { pageAt, signIn } from '#test/system/phone.ts';
import { admin, Visitor } from '#test/system/visitor.ts';
import { readHtml } from '#test/web/read-page.ts';

const root = 've-hinh';
const of = (slug: string) => `${root}.${slug}`;
/** Một ends with April; Mới, which has come of it, begins in May. */
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Vẽ Hình;;2019-03;;`,
  `${of('mot')};commune;xã;Một;;2019-03;2019-04;1`,
  `${of('moi')};commune;xã;Mới;;2019-05;;1`,
  ...['hai;Hai', 'ba;Ba'].map((each) => `${root}.${each.replace(';', ';commune;xã;')};;2019-03;;1`),
  ...['hai', 'ba'].map((slug) => `${of(slug)}.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;`),
  `${of('mot')}.dong;cell;Chi bộ thôn;Đông;thon;2019-03;2019-04;`,
  `${of('moi')}.dong;cell;Chi bộ thôn;Đông;thon;2019-05;;`,
].join('\n');
const page = (month: string, query = 'view=map') => `/scorecards/${root}/${month}?${query}`;

interface MapAnswer {
  readonly figure: string;
  readonly shapes: readonly { readonly unit: string }[];
  readonly rows: readonly { readonly unit: string }[];
  readonly without: readonly string[];
}

let folder: string;
let board: Visitor;

async function enter(content: unknown): Promise<string> {
  const file = join(folder, 'shapes.json');
  await writeFile(file, JSON.stringify(content));
  return admin('import', 'shapes', file, '--district', root, '--reason', 'Ranh giới cũ');
}

async function drawnIn(month: string) {
  const { shapes, rows, without } = (await board.json(page(month))) as MapAnswer;
  return { shapes: shapes.map(({ unit }) => unit), rows: rows.map(({ unit }) => unit).sort(), without };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-shapes-'));
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: of('hai'), role: 'commune', unit: of('hai') },
  ]);
  board = await Visitor.signedIn(root);
  for (const month of ['2019-04', '2019-05']) await admin('rollup', '--district', root, '--month', month, '--official');
});

afterAll(() => rm(folder, { recursive: true }));

describe('the map of a district', () => {
  it('is not there, and nowhere offered, before outlines were given', async () => {
    expect((await board.get(page('2019-04'))).status).toBe(404);
    expect((await board.get(page('2019-04', 'view=matrix'))).text).not.toContain('view=map');
  });

  it('is drawn from a file of the operator’s, which is refused whole or entered once, and on the record', async () => {
    await expect(enter({ type: 'FeatureCollection', features: [] })).rejects.toThrow('no feature');
    await expect(enter(madeShapes([of('hai'), of('nam')]))).rejects.toThrow('is no commune of the district');
    expect((await board.get(page('2019-04'))).status).toBe(404);
    const given = madeShapes(['mot', 'hai', 'ba'].map(of));
    expect(await enter(given)).toContain(`3 outlines. Without an outline: ${of('moi')}`);
    expect(await enter(given)).toContain('stood already');
    const { entries } = (await board.json(`/audit/${today}`)) as { entries: { of?: string }[] };
    expect(entries.map((each) => each.of).filter((each) => each?.includes('_shapes'))).toEqual([`${root}_shapes#1`]);
    expect((await board.get(page('2019-04', 'view=matrix'))).text).toContain('view=map');
  });

  it('has each unit of its month, and says of which it has no outline', async () => {
    expect(await drawnIn('2019-04')).toEqual({
      ...{ shapes: ['mot', 'hai', 'ba'].map(of), rows: ['ba', 'hai', 'mot'].map(of), without: [] },
    });
    expect(await drawnIn('2019-05')).toEqual({
      ...{ shapes: ['hai', 'ba'].map(of), rows: ['ba', 'hai', 'moi'].map(of), without: [of('moi')] },
    });
    expect((await board.get(page('2019-05'))).text).toContain('Chưa có hình trên bản đồ: xã Mới.');
  });

  it('keeps the months before a reform as they were drawn, when outlines of what came of it are given', async () => {
    await enter(madeShapes(['moi', 'hai', 'ba'].map(of)));
    expect((await drawnIn('2019-04')).shapes).toEqual(['mot', 'hai', 'ba'].map(of));
    expect(await drawnIn('2019-05')).toMatchObject({ shapes: ['moi', 'hai', 'ba'].map(of), without: [] });
  });

  it('shows the figure that is asked for, says it by a sign too, and leads to its reason', async () => {
    const { text } = await board.get(page('2019-04', 'view=map&figure=reported'));
    const links = readHtml(text).filter(
      ({ name, attributes }) => name === 'a' && /#reported$/.test(attributes['href'] ?? ''),
    );
    expect(links).toHaveLength(6); // on the map and in the list
    expect(text.split('class="sign"')).toHaveLength(4);
    for (const { attributes, text: words } of links.slice(0, 3)) {
      expect([attributes['tabindex'], words]).toEqual(['-1', expect.stringMatching(/%|—/)]);
    }
    expect((await board.get(links[0]?.attributes['href']?.split('#')[0] ?? '')).text).toContain('id="reported"');
    expect(((await board.json(page('2019-04', 'view=map&figure=none'))) as MapAnswer).figure).toBe('attendance');
  });

  it('is nobody’s else', async () => {
    const others = await Promise.all([of('hai'), 'district'].map((user) => Visitor.signedIn(user)));
    for (const other of others) expect((await other.get(page('2019-04'))).status).toBe(404);
    expect((await others[0]?.get(`/scorecards/${of('hai')}/2019-04?view=map`))?.status).toBe(404);
  });
});

describe.runIf(hasBrowser)('the map in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it.each([320, 1280])('has no barrier and no sideways scrolling at %i px', async (width) => {
    const shown = await signIn(await browser.newContext({ viewport: { width, height: 800 } }), root);
    await shown.goto(pageAt(page('2019-04')));
    expect(await shown.locator('.map path').count()).toBe(3);
    expect(await violations(shown)).toEqual([]);
    expect(await shown.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    // A sign stands above its number, and not upon it.
    await shown.goto(pageAt(page('2019-04', 'view=map&figure=reported')));
    const gaps = await shown.evaluate(
      `[...document.querySelectorAll('.map svg .sign')].map((sign) =>
        sign.parentElement.querySelector('text').getBoundingClientRect().top - sign.getBoundingClientRect().bottom)`,
    );
    expect(gaps).toHaveLength(3);
    for (const gap of gaps as number[]) expect(gap).toBeGreaterThanOrEqual(0);
    await shown.context().close();
  });
});

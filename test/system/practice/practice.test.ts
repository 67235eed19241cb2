import { paginateScan, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableKey } from '#functions/store/tables.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import { practiceCell } from '#shared/practice/practice.ts';
import { helpTexts } from '#shared/practice/texts/help.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';
import { violations } from '#test/system/axe.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { readSheetCode } from '#test/system/prepare/read-sheet-code.ts';
import { system } from '#test/system/system.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const root = 'tap-viec';
const commune = `${root}.an-tap`;
const cell = `${commune}.mot`;
const units = `id;level;kind;name;type;from;to;group
${root};district;huyện;Tập Việc;;2019-03;;
${commune};commune;xã;An Tập;;2019-03;;
${cell};cell;Chi bộ;Một;truong-hoc;2019-03;;
${commune}.hai;cell;Chi bộ thôn;Hai;thon;2019-03;;
`;
const asked = `cell=${practiceCell}&month=${thisMonth}`;
const report = `${practiceCell}_${today}_regular`;
/** Words that stand in no other test: where they are found, practice has gone. */
const word = 'Chữ chỉ có ở tháng tập';
const sent = meeting(practiceCell, {
  focus: `${word}: trọng tâm`,
  resolutionText: `${word}: nghị quyết`,
  'tasks[0].what': `${word}: nhiệm vụ`,
  'matters[0].summary': `${word}: vấn đề`,
});

let secretary: Visitor;
let officer: Visitor;
let board: Visitor;
let csrf = '';

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => secretary.post(path, { csrf, ...fields });
const begin = (type = 'truong-hoc') => post('/practice', { action: 'begin', type });

/** The items of some tables that say something, each with its table. */
async function itemsSaying(words: readonly string[], tables?: readonly TableKey[]): Promise<string[]> {
  const { db, outputs } = operatorDb();
  const names = tablesOf(outputs);
  const found: string[] = [];
  for (const key of tables ?? (Object.keys(names) as TableKey[])) {
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName: names[key] })) {
      for (const item of Items) {
        const text = JSON.stringify(item, (_, value: unknown) => (value instanceof Uint8Array ? '' : value));
        if (words.some((each) => text.includes(each))) found.push(`${key} ${item['pk']}`);
      }
    }
  }
  db.destroy();
  return found;
}

/** What is on record for the secretary's account, and what its changes owe. */
const onRecord = () => itemsSaying([`"user":"${root}.an-tap.mot"`], ['audit', 'owed']);

/** All of the secretary's practice. */
async function practised(): Promise<Record<string, unknown>[]> {
  const { db, outputs } = operatorDb();
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: tablesOf(outputs).transient,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `practice#${root}.an-tap.mot` },
    }),
  );
  db.destroy();
  return Items;
}

/** What the pages of the secretary's own units say, without what changes from one second to the next. */
async function everywhere(): Promise<string[]> {
  const seen = await Promise.all([
    secretary.get(`/months/${thisMonth}?unit=${cell}`),
    secretary.get(`/tasks?unit=${cell}`),
    secretary.get(`/matters?unit=${cell}`),
    secretary.get(`/results/${cell}`),
    secretary.get(`/prepare?cell=${cell}&month=${thisMonth}`),
    officer.get(`/months/${thisMonth}?unit=${commune}`),
    board.get(`/scorecards/${root}/${thisMonth}`),
    board.get(`/tasks?unit=${root}`),
    board.get('/matters'),
    board.get('/library?q=tap'),
  ]);
  return seen.map(({ text }) => text.replace(/ name="csrf" value="[^"]*"/g, ''));
}

beforeAll(async () => {
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.an-tap`, role: 'commune', unit: commune },
    { user: `${root}.an-tap.mot`, role: 'cell', unit: cell },
  ]);
  secretary = await Visitor.signedIn(`${root}.an-tap.mot`);
  officer = await Visitor.signedIn(`${root}.an-tap`);
  board = await Visitor.signedIn(root);
  csrf = await secretary.csrf();
  const piece = { csrf: await board.csrf(), title: 'Buổi mẫu của trường', subject: 'MAU', content: 'Bàn việc học' };
  expect((await board.post('/library', { ...piece, 'types[3]': 'truong-hoc' })).status).toBe(200);
});

describe('a practice month', () => {
  it('is begun with a type of cell, which is asked for where it is missing', async () => {
    expect((await secretary.get('/practice')).text).toContain('<option value="truong-hoc" selected');
    const none = await post('/practice', { action: 'begin', type: '' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Chưa bắt đầu được');
    // Its own type alone: of others neither its own orientation nor its guidebook says anything.
    expect((await begin('y-te')).status).toBe(422);
    expect((await officer.get('/practice')).text.match(/<option value="[^"]/g)).toHaveLength(2);
    const begun = await begin();
    expect(begun.status).toBe(200);
    expect(begun.text).toContain('Đang tập: Trường học');
    expect(begun.text).toContain('Buổi mẫu của trường');
    expect(await secretary.json('/practice')).toMatchObject({ type: 'truong-hoc', month: thisMonth, hasAgenda: false });
  });

  it('leads the whole way: prepare, agenda, a mistake, receipt and score, documents, the next month', async () => {
    await begin();
    const prepare = await secretary.get(`/practice/prepare?${asked}`);
    for (const words of ['quá hạn', 'Dọn 200 m mương', 'Xã đã giao cán bộ', 'Xe thu gom rác', 'Để buổi này tốt hơn']) {
      expect(prepare.text, words).toContain(words);
    }
    const fields = {
      ...hiddenFields(prepare.text, '/practice/prepare'),
      'lines[0].id': 'own-0000000001',
      'lines[0].text': `${word}: bàn`,
      'lines[0].kept': '1',
    };
    const saved = await post('/practice/prepare', fields);
    expect(saved.text).toContain('Đã lưu chương trình');
    const sheet = await secretary.get(`/practice/prepare.pdf?${asked}`);
    expect(sheet.headers.get('content-type')).toBe('application/pdf');
    // Its code leads back here, and to no report that is counted.
    expect(readSheetCode(sheet.bytes)).toBe(new URL('/practice', system().url).href);

    const form = await secretary.get(`/practice/reports/new?${asked}`);
    expect(form.text).toContain('action="/practice/reports"');
    expect(form.text).toContain(`${word}: bàn`);
    expect(form.text).not.toContain('<script');
    const wrong = await post('/practice/reports', { ...sent, baseRevision: '0', present: '30' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`${word}: nghị quyết`);
    const stored = await post('/practice/reports', { ...sent, baseRevision: '0' });
    expect(stored.status).toBe(200);
    expect(stored.text).toMatch(/class="receipt"/);
    expect(stored.text).toContain(`href="/practice/reports/${report}/papers"`);
    const amended = await post(`/practice/reports/${report}`, {
      ...{ ...sent, action: 'amend', baseRevision: '1', present: '16', excused: '3' },
    });
    expect(amended.status).toBe(200);

    const number = { baseRevision: '0', resolution: '7' };
    expect((await post(`/practice/reports/${report}/papers`, number)).status).toBe(200);
    for (const file of ['minutes.docx', 'minutes.pdf', 'resolution.docx', 'resolution.pdf']) {
      const { status, bytes } = await secretary.get(`/practice/reports/${report}/${file}`);
      expect(status, file).toBe(200);
      expect(bytes.length).toBeGreaterThan(1000);
    }
    const next = await secretary.get(`/practice/prepare?cell=${practiceCell}&month=${addMonths(thisMonth, 1)}`);
    expect(next.text).toContain(`${word}: nhiệm vụ`);
    expect(next.text).toContain(`${word}: vấn đề`);
    expect(await secretary.json('/practice')).toMatchObject({ hasAgenda: true, report });
  });

  it('keeps what came back with mistakes apart from the real forms, either way', async () => {
    const token = await officer.csrf();
    const officerPosts = (path: string, fields: Fields) => officer.post(path, { csrf: token, ...fields });
    await officerPosts('/practice', { action: 'begin', type: 'thon' });
    const other = `${commune}.hai`;
    const real = { ...meeting(other), present: 'mười', focus: 'Chữ của buổi thật', baseRevision: '0' };
    const form = `/reports/new?cell=${other}&month=${thisMonth}&kind=regular`;
    expect((await officerPosts('/reports', real)).status).toBe(422);
    expect((await officerPosts('/practice/reports', { ...sent, baseRevision: '0', present: '30' })).status).toBe(422);
    // A form taken in practice leaves what waits for the real one, and neither fills the other.
    expect((await officerPosts('/practice/reports', { ...sent, baseRevision: '0' })).status).toBe(200);
    const again = await officer.get(form);
    expect(again.text).toContain('Chữ của buổi thật');
    expect(again.text).not.toContain(word);
    expect((await officer.get(`/practice/reports/new?${asked}`)).text).not.toContain('Chữ của buổi thật');
    expect((await officerPosts('/practice', { action: 'empty' })).status).toBe(200);
  });

  it('says on every page what it is, and leads from none of them to a page that is not there', async () => {
    for (const path of [
      '/practice',
      `/practice/prepare?${asked}`,
      `/practice/reports/new?${asked}`,
      `/practice/reports/${report}`,
      `/practice/reports/${report}/papers`,
    ]) {
      const { status, text } = await secretary.get(path);
      expect(status, path).toBe(200);
      expect(text, path).toContain('<title>Tháng tập');
      if (path !== '/practice') expect(text).toContain('Không tính vào đâu');
      expect((await secretary.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`)).text).toContain('Practice month');
      await secretary.get('/practice?lang=vi');
      const links = [...text.matchAll(/ href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
      for (const href of new Set(links)) {
        if (href.includes('lang=')) continue;
        expect((await secretary.get(href)).status, `${path} to ${href}`).toBe(200);
      }
    }
  });

  it('is its account’s alone, and no address of it opens anything real', async () => {
    await begin();
    expect((await officer.get('/practice')).text).not.toContain('Đang tập');
    const others = await officer.get(`/practice/prepare?${asked}`);
    expect(others.text).toContain('Tháng tập đó không còn');
    for (const path of [
      `/practice/prepare?cell=${cell}&month=${thisMonth}`,
      `/practice/reports/new?cell=${cell}&month=${thisMonth}`,
      `/practice/reports/${cell}_${today}_regular`,
      `/prepare?${asked}`,
      `/reports/new?${asked}`,
      `/reports/${report}`,
      `/tasks?unit=${practiceCell}`,
    ]) {
      expect((await secretary.get(path)).status, path).toBe(404);
    }
    const real = await post('/practice/reports', { ...sent, cell, baseRevision: '0' });
    expect(real.status).toBe(404);
    expect((await board.get('/practice')).status).toBe(403);
  });

  it('is emptied by hand, begun anew, and gone when its days are over', async () => {
    await begin();
    await post('/practice/reports', { ...sent, baseRevision: '0' });
    const again = await post('/practice', { action: 'again' });
    expect(again.text).toContain('Đang tập: Trường học');
    expect((await secretary.get(`/practice/reports/${report}`)).status).toBe(404);
    const kept = await practised();
    expect(JSON.stringify(kept)).not.toContain(word);
    const days = kept.map(({ expiresAt }) => (Number(expiresAt) - Date.now() / 1000) / 86_400);
    expect(days.length).toBeGreaterThan(2);
    for (const left of days) expect(left > 6 && left <= 8, `${left} days`).toBe(true);
    await post('/practice', { action: 'empty' });
    expect((await secretary.get(`/practice/prepare?${asked}`)).text).toContain('Tháng tập đó không còn');
    expect(await practised()).toEqual([]);
  });
});

describe('short help', () => {
  it.each([
    ['prepare', `/prepare?cell=${cell}&month=${thisMonth}`],
    ['agenda', `/prepare?cell=${cell}&month=${thisMonth}`],
    ['proposals', `/prepare?cell=${cell}&month=${thisMonth}`],
    ['tasks', `/tasks?unit=${cell}`],
    ['targets', `/targets?cell=${cell}`],
    ['results', `/results/${cell}`],
    ['practice', '/practice'],
  ] as const)('%s stands where a secretary works, in both languages, and not where a board looks', async (of, path) => {
    const also = (by: Visitor, lang: string) => by.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    for (const lang of ['en', 'vi'] as const) {
      const { text } = await also(secretary, lang);
      for (const line of helpTexts[lang][of].split('\n')) expect(text, lang).toContain(`<li>${line}</li>`);
    }
    expect((await also(board, 'vi')).text).not.toContain('Hướng dẫn nhanh');
  });
});

describe('what is practised', () => {
  let pages: readonly string[];
  let recorded: readonly string[];

  beforeAll(async () => {
    await post('/practice', { action: 'empty' });
    [pages, recorded] = [await everywhere(), await onRecord()];
    await begin();
    await post('/practice/prepare', {
      ...{ cell: practiceCell, month: thisMonth, baseRevision: '0', 'lines[0].id': 'own-0000000001' },
      ...{ 'lines[0].text': `${word}: bàn`, 'lines[0].kept': '1' },
    });
    expect((await post('/practice/reports', { ...sent, baseRevision: '0' })).status).toBe(200);
    await post('/practice/reports', { ...sent, baseRevision: '1', press: 'save' });
    await secretary.get(`/practice/reports/${report}/minutes.docx`);
    await post(`/practice/reports/${report}/papers`, { baseRevision: '0', published: formatDay(today) });
    expect((await post('/practice/reports', { ...sent, baseRevision: '0', present: '30' })).status).toBe(422);
  });

  it('is on no page: no board, task, concern, result, scorecard, and no search finds it', async () => {
    expect(await everywhere()).toEqual(pages);
  });

  it('is in no table but in its own place, where it expires', async () => {
    // What began it, last month's report and this one with their words, the agenda, the register, and the draft, which is
    // what came back with a mistake.
    expect(await practised()).toHaveLength(8);
    const items = await itemsSaying([word, practiceCell]);
    expect(items.length).toBeGreaterThanOrEqual(7);
    expect(items.filter((each) => each !== `transient practice#${root}.an-tap.mot`)).toEqual([]);
  });

  it('is not on record, and owes nothing', async () => {
    expect(await onRecord()).toEqual(recorded);
  });
});

const found = await findBrowser();
describe.runIf(found)('in a browser', () => {
  it('no page of it has a fault that axe finds, in both languages, or is wider than a phone', async () => {
    if (!found) return;
    await begin();
    await post('/practice/reports', { ...sent, baseRevision: '0' });
    const browser = await launch(found);
    try {
      const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } });
      const { href: url } = new URL(system().url);
      await context.addCookies([{ name: 'session', value: secretary.cookie('session') ?? '', url }]);
      const page = await context.newPage();
      for (const path of ['/practice', `/practice/prepare?${asked}`, `/practice/reports/${report}/papers`]) {
        for (const lang of ['en', 'vi']) {
          await page.goto(new URL(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, url).href);
          await page.$$eval('details', (all) => {
            for (const each of all) each.setAttribute('open', '');
          });
          expect(await violations(page), `${path} ${lang}`).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
        }
      }
    } finally {
      await browser.close();
    }
  });
});

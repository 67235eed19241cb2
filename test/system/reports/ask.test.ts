import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { turnQueues } from '#test/system/system.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';

const root = 'phu-binh';
const month = addMonths(lastMonth, -1);
const [one, two] = ['mot', 'hai'].map((slug) => `${root}.tan-hung.${slug}`) as [string, string];
const date = `${month}-03`;
const idOf = (cell: string, on = date) => `${cell}_${on}_regular`;
type Fields = Readonly<Record<string, string>>;
type Who = 'officer' | 'other' | 'cell' | 'group' | 'district';

describe('asking to amend a report of a closed month', () => {
  const visitors = new Map<Who, Visitor>();
  const as = (who: Who) => visitors.get(who) as Visitor;
  const post = async (who: Who, path: string, fields: Fields): Promise<Seen> =>
    as(who).post(path, { csrf: await as(who).csrf(), ...fields });
  const ask = (who: Who, reason: string, cell = one) => post(who, `/reports/${idOf(cell)}`, { action: 'ask', reason });
  const refuse = (who: Who, reason: string, number = '1', cell = one) =>
    post(who, `/reports/${idOf(cell)}`, { action: 'refuse', ask: number, reason });
  const reopen = (reason: string, baseRevision: string) =>
    post('district', `/scorecards/${root}/${month}/reopen`, { reason, baseRevision });
  const amend = (cell: string, changes: Fields) =>
    post('officer', `/reports/${idOf(cell)}`, {
      ...meeting(cell, { date, 'tasks[0].due': date }),
      ...{ action: 'amend', baseRevision: '1', month, reason: 'Đếm lại', ...changes },
    });
  const page = async (who: Who, cell = one) => (await as(who).get(`/reports/${idOf(cell)}`)).text;
  const asksOf = async (who: Who, cell = one) =>
    ((await as(who).json(`/reports/${idOf(cell)}`)) as { asks?: { answer?: { kind: string } }[] }).asks ?? [];

  beforeAll(async () => {
    await enterDistrict(
      `id;level;kind;name;type;from;to;group
${root};district;huyện;Phú Bình;;2019-03;;
${root}.tan-hung;commune;xã;Tân Hưng;;2019-03;;1
${one};cell;Chi bộ thôn;Một;thon;2019-03;;
${two};cell;Chi bộ thôn;Hai;thon;2019-03;;
${root}.khac;commune;xã;Khác;;2019-03;;1
`,
      [
        { user: `${root}.tan-hung`, role: 'commune', unit: `${root}.tan-hung` },
        { user: `${root}.khac`, role: 'commune', unit: `${root}.khac` },
        { user: one, role: 'cell', unit: one },
        { user: `${root}.group1`, role: 'group', unit: root, group: 1 },
        { user: `${root}.district`, role: 'district', unit: root },
      ],
    );
    const users: Record<Who, string> = {
      ...{ officer: `${root}.tan-hung`, other: `${root}.khac`, cell: one },
      ...{ group: `${root}.group1`, district: `${root}.district` },
    };
    for (const [who, user] of Object.entries(users)) visitors.set(who as Who, await Visitor.signedIn(user));
    for (const cell of [one, two]) {
      const sent = { ...meeting(cell, { date, 'tasks[0].due': date }), baseRevision: '0', month };
      expect((await post('district', '/reports', sent)).status).toBe(200);
    }
    await post('officer', '/reports', { ...meeting(two), baseRevision: '0' });
    await admin('rollup', '--district', root, '--month', month, '--official');
  });

  it('is told at the top of the form, new or amending, before anything is typed', async () => {
    const form = async (of: string) => (await as('officer').get(`/reports/new?${of}`)).text;
    const closed = 'đã chốt số liệu: báo cáo gửi bây giờ không được nhận';
    expect(await form(`cell=${one}&month=${month}`)).toContain(closed);
    expect(await form(`amend=${idOf(one)}`)).toContain(closed);
    expect(await form(`cell=${one}&month=${thisMonth}`)).not.toContain(closed);
    const next = addMonths(thisMonth, 1);
    expect(await form(`cell=${one}&month=${next}`)).toContain(
      `chưa đến: báo cáo gửi được từ ngày 01/${next.slice(5)}/`,
    );
    const prepare = async (of: string) => (await as('officer').get(`/prepare?cell=${one}&month=${of}`)).text;
    expect(await prepare(next)).not.toContain('/reports/new?');
    expect(await prepare(thisMonth)).toContain('/reports/new?');
  });

  it('is the commune’s, with a reason; of an open month it is told to amend directly', async () => {
    expect((await ask('officer', ' ')).status).toBe(422);
    expect((await ask('officer', ' ')).text).toContain('href="#reason-ask"');
    for (const who of ['cell', 'group', 'district'] as const) expect((await ask(who, 'Sót')).status, who).toBe(403);
    expect((await ask('other', 'Sót')).status).toBe(404);
    const open = await post('officer', `/reports/${idOf(two, today)}`, { action: 'ask', reason: 'Sót' });
    expect([open.status, open.text.includes('đồng chí sửa trực tiếp')]).toEqual([409, true]);
    const csrf = await as('officer').csrf();
    const json = await as('officer').postJson(
      `/reports/${idOf(two, today)}`,
      { action: 'ask', reason: 'Sót' },
      { 'x-csrf-token': csrf },
    );
    expect([json.status, JSON.parse(json.text)['type']]).toEqual([409, 'urn:problem:month-open']);
    expect(await asksOf('officer')).toEqual([]);
    expect(thisMonth).not.toBe(month);
  });

  it('is asked once, and both sides see it', async () => {
    expect((await amend(one, { present: '18', excused: '1' })).status).toBe(422);
    expect((await ask('officer', 'Đếm sót một đồng chí')).status).toBe(200);
    expect((await ask('officer', 'Đếm sót một đồng chí')).status).toBe(200);
    const otherwise = await ask('officer', 'Lý do khác');
    expect([otherwise.status, otherwise.text.includes('<p>Lý do khác</p>')]).toEqual([409, true]);
    expect(await asksOf('officer')).toHaveLength(1);
    for (const who of ['officer', 'district', 'cell'] as const) {
      expect(await page(who), who).toContain('Đếm sót một đồng chí');
      expect(await page(who), who).toContain('Đang chờ Ban Tổ chức Huyện ủy trả lời');
    }
    for (const who of ['officer', 'district'] as const) {
      const home = (await as(who).get('/')).text;
      expect(home, who).toContain('Đề nghị sửa báo cáo đã chốt');
      expect(home, who).toContain(`href="/reports/${idOf(one)}#asks"`);
    }
    const duty = '</b><span> đề nghị sửa báo cáo đã chốt đang chờ trả lời</span>';
    expect((await as('district').get('/')).text).toContain(`href="/#asks"><b>1${duty}`);
    expect((await as('officer').get('/')).text).not.toContain(duty);
    expect((await as('other').get('/')).text).not.toContain('Đề nghị sửa báo cáo đã chốt');
    const audit = (await as('district').get('/audit')).text;
    expect(audit.split(`${idOf(one)}#ask#1`)).toHaveLength(2);
  });

  it('is refused by the district with a reason, once', async () => {
    expect((await refuse('officer', 'Số liệu đúng')).status).toBe(403);
    expect((await refuse('district', '')).status).toBe(422);
    expect((await refuse('district', 'Số liệu đúng', '2')).status).toBe(404);
    expect((await refuse('district', 'Số liệu đúng')).status).toBe(200);
    expect((await refuse('district', 'Số liệu đúng')).status).toBe(200);
    const other = await refuse('district', 'Khác');
    expect([other.status, other.text.includes('<p>Khác</p>')]).toEqual([409, true]);
    expect(await page('officer')).toContain('Số liệu đúng');
    expect((await as('officer').get('/')).text).toContain('Không đồng ý');
    expect((await as('district').get('/')).text).not.toMatch(/đề nghị sửa báo cáo đã chốt/i);
    expect((await amend(one, { present: '18', excused: '1' })).status).toBe(422);
    expect((await as('district').get('/audit')).text).toContain(`${idOf(one)}#ask#1#refused`);
  });

  it('is granted by opening the month again: each report may then be amended, also after the first one has closed it', async () => {
    expect((await ask('officer', 'Có biên bản kèm theo')).status).toBe(200);
    expect((await ask('officer', 'Sót giấy mời', two)).status).toBe(200);
    expect(await page('district')).toContain(`action="/scorecards/${root}/${month}/reopen"`);
    expect((await reopen('Có biên bản kèm theo', '0')).status).toBe(200);
    expect((await as('officer').get(`/reports/new?amend=${idOf(one)}`)).text).not.toContain('không được nhận');
    expect((await refuse('district', 'Muộn', '2')).status).toBe(409);
    expect((await asksOf('officer')).map(({ answer }) => answer?.kind)).toEqual(['refused', 'granted']);
    expect((await as('officer').get('/')).text).toContain('Đã đồng ý, mở lại tháng');
    const direct = await ask('officer', 'Lại hỏi');
    expect([direct.status, direct.text.includes(`/reports/new?amend=${idOf(one)}`)]).toEqual([409, true]);

    const sent = await amend(one, { present: '18', excused: '1' });
    expect([sent.status, sent.text.includes('Số biên nhận')]).toEqual([200, true]);
    await turnQueues(65);
    const official = async () => (await as('district').json(`/scorecards/${root}/${month}.json`)) as Scorecard;
    await expect.poll(async () => (await official()).revision, { interval: 300 }).toBe(2);
    expect((await official()).corrections).toContainEqual(
      expect.objectContaining({ of: idOf(one), before: 1, after: 2, reason: 'Đếm lại' }),
    );
    // Sent twice is sent once; what was granted is done, and the month is closed.
    expect((await amend(one, { present: '18', excused: '1' })).text).toContain('Số biên nhận');
    expect((await amend(one, { present: '16', excused: '3', baseRevision: '2' })).status).toBe(422);
    expect((await amend(two, { present: '18', excused: '1' })).status).toBe(200);
    expect(await admin('verify', '--scorecard', `${root}/${month}/1`)).toContain('the same');
  });
});

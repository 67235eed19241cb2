import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionItem } from '#functions/store/action-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { type ActionEvent, actionOf } from '#shared/actions/action.ts';
import { formatDay } from '#shared/language/format.ts';
import { addDays, addMonths, type Day } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

const root = 'hiep-duc';
const one = `${root}.an-lac`;
const two = `${root}.le-vien`;
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Hiệp Đức;;2019-03;;`,
  `${one};commune;xã;An Lạc;;2019-03;;1`,
  `${one}.mot;cell;Chi bộ thôn;Một;thon;2019-03;;`,
  `${two};commune;xã;Lệ Viễn;;2019-03;;2`,
  `${two}.mot;cell;Chi bộ thôn;Một;thon;2019-03;;`,
].join('\n');
/** The two newest months that have closed on whatever day this runs. */
const newer = addMonths(lastMonth, -1);
const older = addMonths(lastMonth, -2);
const idOf = (unit: string, indicator: string) => `${unit}_${indicator}_${newer}`;

interface Listed {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly actions: readonly { readonly id: string; readonly overdue: boolean }[];
  readonly proposals: readonly { readonly id: string }[];
}
interface Told {
  readonly status: number;
  readonly state?: string;
  readonly type?: string;
  readonly detail?: string;
  readonly events?: readonly {
    readonly kind: string;
    readonly despite?: string;
    readonly by: { readonly user: string };
  }[];
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

const users = {} as Record<'board' | 'board2' | 'one' | 'two' | 'cell' | 'group1' | 'group2', Visitor>;
const list = (query = '', by = users.board) => by.json(`/actions${query}`) as Promise<Listed>;
const plan = {
  what: 'Đôn đốc chi bộ gửi báo cáo trước ngày 3',
  who: 'Phó Bí thư Đảng ủy',
  due: formatDay(`${addMonths(thisMonth, 2)}-15` as Day),
  cause: 'reporting',
  why: 'Không ai nhắc\nChưa phân công',
};

async function send(path: string, fields: Readonly<Record<string, string>>, by = users.board): Promise<Told> {
  const { status, text } = await by.postJson(path, { ...fields, csrf: await by.csrf() });
  return { ...(JSON.parse(text) as object), status };
}
const open = (unit: string, indicator: string, changes = {}, by = users.board) =>
  send('/actions', { step: 'open', unit, indicator, month: newer, seen: '0', ...plan, ...changes }, by);
const step = (id: string, kind: string, fields: Readonly<Record<string, string>>, seen: number, by = users.board) =>
  send(`/actions/${id}`, { step: kind, seen: String(seen), ...fields }, by);

beforeAll(async () => {
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.hai`, role: 'district', unit: root },
    { user: `${root}.an-lac`, role: 'commune', unit: one },
    { user: `${root}.le-vien`, role: 'commune', unit: two },
    { user: `${root}.an-lac.mot`, role: 'cell', unit: `${one}.mot` },
    { user: `${root}.to1`, role: 'group', unit: root, group: 1 },
    { user: `${root}.to2`, role: 'group', unit: root, group: 2 },
  ]);
  for (const [name, user] of Object.entries({
    ...{ board: root, board2: `${root}.hai`, one: `${root}.an-lac`, two: `${root}.le-vien` },
    ...{ cell: `${root}.an-lac.mot`, group1: `${root}.to1`, group2: `${root}.to2` },
  })) {
    users[name as keyof typeof users] = await Visitor.signedIn(user);
  }
  for (const month of [older, newer]) await admin('rollup', '--district', root, '--month', month, '--official');
});

describe('what two official months missed', () => {
  it('is proposed to the district alone, at most three figures of a unit', async () => {
    const proposed = await list('?state=proposed');
    expect(proposed.counts['proposed']).toBe(proposed.total);
    for (const unit of [one, two]) {
      const own = proposed.proposals.filter(({ id }) => id.startsWith(`${unit}_`));
      expect(own.map(({ id }) => id)).toContain(idOf(unit, 'reported'));
      expect(own.length).toBeLessThanOrEqual(3);
    }
    for (const by of [users.one, users.group1]) {
      expect((await list('?state=proposed', by)).proposals).toEqual([]);
      expect((await list('', by)).counts).not.toHaveProperty('proposed');
    }
  });

  it('is dismissed by the district with a reason, and then is not proposed again', async () => {
    const about = { step: 'dismiss', unit: two, indicator: 'onTime', month: newer, seen: '0' };
    expect(await send('/actions', { ...about, reason: '' })).toMatchObject({
      status: 422,
      errors: [{ field: 'reason' }],
    });
    expect(await send('/actions', { ...about, reason: 'Bão lụt' }, users.group2)).toMatchObject({ status: 403 });
    const page = await users.board.get(`/actions/new?unit=${two}&indicator=onTime&month=${newer}`);
    expect(page.text).toContain('Không chấp nhận đề xuất này');
    const sent = await users.board.post('/actions', { ...about, reason: 'Bão lụt', csrf: await users.board.csrf() });
    expect(sent.status).toBe(200); // the list of proposals, to which it leads
    expect(sent.text).toContain('Đề xuất chờ quyết định');
    expect((await list('?state=proposed')).proposals.map(({ id }) => id)).not.toContain(idOf(two, 'onTime'));
  });
});

describe('an action', () => {
  const id = idOf(one, 'reported');

  it('is opened on a figure by the district, with what was typed kept beside each mistake', async () => {
    const refused = await open(one, 'reported', { due: '40/13', cause: '' });
    expect(refused).toMatchObject({ status: 422, errors: [{ field: 'due' }, { field: 'cause' }] });
    // A group that does not attend the commune would not see what it is to help with.
    expect(await open(one, 'reported', { group: '2' })).toMatchObject({ status: 422, errors: [{ field: 'group' }] });
    const over = formatDay(addDays(today, -1));
    expect(await open(one, 'reported', { due: over })).toMatchObject({ status: 422, errors: [{ field: 'due' }] });
    const path = `/actions/new?unit=${one}&indicator=reported&month=${newer}`;
    const seen = await users.board.get(path);
    expect(seen.text).toContain('0/1 (0%)');
    expect(seen.text).toContain('value="1" name="group"');
    expect(seen.text).not.toContain('value="2" name="group"');
    const fields = {
      ...hiddenFields(seen.text, '/actions'),
      ...plan,
      group: '1',
      why: '',
      what: 'Việc \u201criêng\u201d',
    };
    const again = await users.board.post('/actions', { ...fields, cause: '' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Việc “riêng”');
    const stored = await users.board.post('/actions', { ...fields, what: plan.what, why: plan.why });
    expect(stored.status).toBe(200);
    expect(stored.text).toContain(plan.what);
    expect(stored.text).toContain('Từ đề xuất của số liệu hai tháng');
    expect((await list('?state=proposed')).proposals.map((each) => each.id)).not.toContain(id);
  });

  it('is opened once: a second writer is shown that somebody was first', async () => {
    expect(await open(one, 'reported', { what: 'Việc khác' }, users.board2)).toMatchObject({ status: 409 });
    const path = `/actions/new?unit=${one}&indicator=reported&month=${newer}`;
    const page = await users.board2.get(path);
    expect(page.text).toContain(`href="/actions/${id}"`);
    expect(page.text).not.toContain('action="/actions"');
    // Whoever has seen it is told the same as whoever has not.
    const about = { step: 'open', unit: one, indicator: 'reported', month: newer, csrf: await users.board2.csrf() };
    for (const seen of ['0', '1']) {
      const sent = await users.board2.post('/actions', { ...about, ...plan, seen, what: 'Việc “khác”' });
      expect(sent.status).toBe(409);
      expect(sent.text).toContain(`href="/actions/${id}"`);
      expect(sent.text).toContain('Việc “khác”');
    }
  });

  it('is opened only where there is a figure', async () => {
    const before = { month: '2024-01', what: 'Việc “sớm”' };
    expect(await open(one, 'reported', before)).toMatchObject({ status: 422, type: 'urn:problem:no-figure' });
    const about = { step: 'open', unit: one, indicator: 'reported', seen: '0', csrf: await users.board.csrf() };
    const sent = await users.board.post('/actions', { ...about, ...plan, ...before });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('chưa có số liệu');
    expect(sent.text).toContain('Việc “sớm”');
    const page = await users.board.get(`/actions/new?unit=${one}&indicator=reported&month=2024-01`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('action="/actions"');
    // A cell that has not met has a line, and a share of nothing.
    expect(await open(one, 'attendance')).toMatchObject({ status: 422, type: 'urn:problem:no-figure' });
  });

  it('on the district’s own figure is listed, counted and found at its figure as all others are', async () => {
    const own = `${root}_reported_${newer}`;
    const { counts } = await list();
    expect(await open(root, 'reported')).toMatchObject({ status: 201 });
    const after = await list();
    expect(after.actions.map((each) => each.id)).toContain(own);
    expect(after.counts['open']).toBe((counts['open'] ?? 0) + 1);
    expect((await users.board.get(`/scorecards/${root}/${newer}`)).text).toContain(`/actions/${own}`);
    expect(await open(root, 'reported', { what: 'Việc khác' })).toMatchObject({ status: 409 });
    expect((await list('', users.group1)).actions.map((each) => each.id)).not.toContain(own);
    expect(await step(own, 'close', { result: 'Xong', despite: 'Giao cho từng xã' }, 1)).toMatchObject({ status: 200 });
  });

  it('is seen and brought up to date by its commune and its group, and by nobody else', async () => {
    const said = {
      month: `${thisMonth.slice(5)}/${thisMonth.slice(0, 4)}`,
      said: 'Đã họp với chi bộ',
      counted: '1',
      countedOf: '2',
    };
    for (const by of [users.two, users.group2]) {
      expect((await by.get(`/actions/${id}`)).status).toBe(404);
      expect(await step(id, 'progress', said, 1, by)).toMatchObject({ status: 404 });
    }
    expect((await users.cell.get(`/actions/${id}`)).status).toBe(403);
    expect(await step(id, 'progress', said, 1, users.one)).toMatchObject({ status: 200 });
    expect(await step(id, 'progress', { ...said, said: 'Đã giúp lập lịch' }, 2, users.group1)).toMatchObject({
      status: 200,
    });
    expect(await step(id, 'progress', { ...said, counted: '3' }, 3, users.one)).toMatchObject({ status: 422 });
    // Deciding is the district's.
    for (const by of [users.one, users.group1]) {
      expect(await step(id, 'close', { result: 'Xong' }, 3, by)).toMatchObject({ status: 403 });
      expect(await step(id, 'postpone', { due: plan.due, reason: 'Bận' }, 3, by)).toMatchObject({ status: 403 });
    }
    // Nor is it replaced or dismissed while it is under way, by whoever has seen it.
    const about = { unit: one, indicator: 'reported', month: newer, seen: '3' };
    for (const by of [users.board, users.group1]) {
      expect(await send('/actions', { step: 'open', ...about, ...plan }, by)).toMatchObject({ status: 409 });
    }
    expect(await send('/actions', { step: 'dismiss', ...about, reason: 'Bỏ' })).toMatchObject({ status: 409 });
    expect(await send('/actions', { step: 'dismiss', ...about, reason: 'Bỏ' }, users.group1)).toMatchObject({
      status: 403,
    });
    expect(await send('/actions', { step: 'bogus', ...about, ...plan })).toMatchObject({ status: 400 });
    const unasked = { step: 'dismiss', unit: one, indicator: 'attendance', month: newer, seen: '0' };
    expect(await send('/actions', { ...unasked, reason: 'Bỏ' })).toMatchObject({ status: 404 });
    expect(await step(id, 'postpone', { due: '01/01/2021', reason: 'Bận' }, 3)).toMatchObject({ status: 422 });
    expect(await users.board.json(`/actions/${id}`)).toMatchObject({ state: 'open', plan: { what: plan.what } });
    expect((await list('', users.one)).actions.map((each) => each.id)).toEqual([id]);
    expect((await list('', users.two)).actions).toEqual([]);
    expect((await users.one.get(`/actions/${id}`)).text).toContain('Đã giúp lập lịch');
  });

  it('cannot be closed while its figure is missed, and the refusal names the figure and the target', async () => {
    const refused = await step(id, 'close', { result: 'Xong' }, 3);
    expect(refused).toMatchObject({ status: 409, type: 'urn:problem:still-missed', errors: [{ field: 'despite' }] });
    expect(refused.detail).toContain('0/1 (0%)');
    expect(refused.detail).toContain('100%');
    const fields = { step: 'close', seen: '3', result: 'Xong việc này', despite: '', csrf: await users.board.csrf() };
    const page = await users.board.post(`/actions/${id}`, fields);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Chưa kết thúc được');
    expect(page.text).toContain('Xong việc này');
    expect(await users.board.json(`/actions/${id}`)).toMatchObject({ state: 'open' });
  });

  it('of two who close it at once one does; why it was closed although missed is kept and shown', async () => {
    const close = (by: Visitor, result: string) => step(id, 'close', { result, despite: 'Sắp sáp nhập xã' }, 3, by);
    const both = await Promise.all([close(users.board, 'Xong'), close(users.board2, 'Kết thúc')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { events } = (await users.board.json(`/actions/${id}`)) as Told;
    expect(events).toHaveLength(4);
    expect(events?.at(-1)).toMatchObject({ kind: 'close', despite: 'Sắp sáp nhập xã' });
    expect((await users.one.get(`/actions/${id}`)).text).toContain('Sắp sáp nhập xã');
    expect((await list('?state=closed')).actions.map((each) => each.id)).toContain(id);
  });

  it('that has ended meanwhile takes nothing more, and gives back what was typed', async () => {
    const said = { month: thisMonth, said: 'Đã họp “thêm” với chi bộ' };
    const due = formatDay(addDays(today, 9));
    for (const [by, kind, fields, typed] of [
      [users.one, 'progress', said, said.said],
      [users.group1, 'progress', said, said.said],
      [users.board, 'postpone', { due, reason: 'Chờ “đại hội”' }, 'Chờ “đại hội”'],
      [users.board, 'postpone', { due: '', reason: 'Chờ “đại hội”' }, 'Chờ “đại hội”'],
      [users.board, 'close', { result: 'Xong “rồi”', despite: 'Bận' }, 'Xong “rồi”'],
    ] as const) {
      // As it stood before, and as it stands.
      for (const seen of [1, 4]) {
        const page = await by.post(`/actions/${id}`, {
          ...{ step: kind, seen: String(seen), csrf: await by.csrf() },
          ...fields,
        });
        expect([kind, seen, page.status]).toEqual([kind, seen, 409]);
        expect(page.text).toContain('Biện pháp này đã kết thúc');
        expect(page.text).toContain(typed);
        expect(await step(id, kind, fields, seen, by)).toMatchObject({ status: 409, type: 'urn:problem:stale' });
      }
    }
    expect(await step(id, 'close', { result: 'Xong' }, 4, users.one)).toMatchObject({ status: 403 });
    expect(await users.board.json(`/actions/${id}`)).toMatchObject({ state: 'closed', events: { length: 4 } });
  });

  it('is closed without more words once the newest official month meets the target', async () => {
    const own = idOf(two, 'reported');
    expect(await open(two, 'reported', {}, users.group1)).toMatchObject({ status: 404 });
    expect(await open(two, 'reported', {}, users.group2)).toMatchObject({ status: 201 });
    expect(await step(own, 'close', { result: 'Xong' }, 1)).toMatchObject({ status: 409 });
    const fields = meeting(`${two}.mot`, {
      date: formatDay(`${newer}-02` as Day),
      ...{ 'tasks[0].what': '', 'tasks[0].who': '', 'tasks[0].due': '' },
    });
    const sent = await send('/reports', { ...fields, baseRevision: '0' });
    expect(sent.status).toBe(201);
    await admin('rollup', '--district', root, '--month', newer, '--official');
    expect(await step(own, 'close', { result: 'Đã gửi đủ' }, 1)).toMatchObject({ status: 200, state: 'closed' });
    const { events } = (await users.two.json(`/actions/${own}`)) as Told;
    expect(events?.at(-1)).toMatchObject({ figure: { numerator: 1, denominator: 1, verdict: 'met', month: newer } });
    expect(events?.at(-1)).not.toHaveProperty('despite');
  });

  it('on a figure of the month that runs is not closed by an older month that met the target', async () => {
    const said = { 'tasks[0].what': '', 'tasks[0].who': '', 'tasks[0].due': '' };
    const unprepared = { committeeMet: 'no', oriented: 'no', papersSent: 'no' };
    const sent = await send('/reports', {
      ...meeting(`${two}.mot`, { ...unprepared, ...said }),
      baseRevision: '0',
    });
    expect(sent.status).toBe(201);
    await admin('rollup', '--district', root, '--month', thisMonth);
    const own = `${two}_preparation_${thisMonth}`;
    expect(await open(two, 'preparation', { month: thisMonth, what: 'Gửi tài liệu trước' })).toMatchObject({
      status: 201,
      events: [{ figure: { verdict: 'missed' } }],
    });
    expect(await users.board.json(`/scorecards/${two}/${newer}`)).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ id: 'preparation', verdict: 'met' })]),
    });
    expect(await step(own, 'close', { result: 'Xong' }, 1)).toMatchObject({
      status: 409,
      type: 'urn:problem:still-missed',
    });
  });

  it('past its day is overdue in the list, and its number is that of the rows; another day is given for a reason', async () => {
    const late = idOf(one, 'met');
    const by = { user: root, role: 'district', unit: root } as const;
    const over = { ...plan, due: `${lastMonth}-28` as Day, cause: 'reporting' } as const;
    const opened: ActionEvent = { kind: 'open', plan: over, by, at: `${lastMonth}-01T00:00:00.000Z` };
    const { db, outputs } = operatorDb();
    const Item = actionItem(actionOf(late, [opened]));
    await db.send(new PutCommand({ TableName: tablesOf(outputs).actions, Item }));
    const overdue = await list(`?unit=${root}&state=overdue`);
    expect(overdue.actions.map((each) => each.id)).toEqual([late]);
    expect(overdue.counts['overdue']).toBe(overdue.total);
    const home = await users.board.get('/');
    expect(home.text).toContain(`/actions?unit=${root}&amp;state=overdue`);
    expect(home.text).toMatch(/<b>1<\/b>\s*<span> biện pháp khắc phục đã quá hạn/);
    expect((await users.one.get('/')).text).toContain('biện pháp khắc phục đã quá hạn');
    expect((await users.two.get('/')).text).not.toContain('biện pháp khắc phục đã quá hạn');
    expect((await list('?state=overdue&indicator=reported')).total).toBe(0);
    expect((await list(`?unit=${two}&state=overdue`)).total).toBe(0);
    expect(await step(late, 'postpone', { due: formatDay(today), reason: 'Chờ đại hội' }, 1)).toMatchObject({
      status: 200,
    });
    expect((await list('?state=overdue')).total).toBe(0);
  });

  it('stands at its figure in the scorecard, and at the next meeting of its commune’s cells', async () => {
    const card = await users.board.get(`/scorecards/${one}/${newer}`);
    expect(card.text).toContain(`/actions/${idOf(one, 'met')}`);
    expect(card.text).toContain(`/actions/new?unit=${one}&amp;indicator=onTime&amp;month=${newer}`);
    // A commune sees what is done, and opens nothing.
    const own = await users.one.get(`/scorecards/${one}/${newer}`);
    expect(own.text).toContain(`/actions/${idOf(one, 'met')}`);
    expect(own.text).not.toContain('/actions/new');
    const matrix = `/scorecards/${root}/${newer}?view=matrix`;
    expect((await users.board.get(matrix)).text).toContain(`/actions/${idOf(one, 'met')}`);
    expect(await users.board.json(matrix)).toMatchObject({
      actions: expect.arrayContaining([expect.objectContaining({ id: idOf(one, 'met'), unit: one })]),
    });
    for (const by of [users.one, users.cell]) {
      const next = await by.get(`/prepare?cell=${one}.mot&month=${thisMonth}`);
      expect(next.text).toContain('Biện pháp khắc phục đang giao cho đơn vị');
      expect(next.text).toContain(plan.what);
    }
    expect((await users.two.get(`/prepare?cell=${two}.mot&month=${thisMonth}`)).text).not.toContain(plan.what);
  });

  it('says whether it worked, and of one alone that there is too little to tell; other communes’ figures are the district’s', async () => {
    const told = (await users.board.json('/actions?view=effect')) as {
      readonly pooled: readonly { readonly indicator: string; readonly actions: number }[];
      readonly closed: readonly { readonly id: string; readonly effect: unknown }[];
    };
    expect(told.pooled).toContainEqual({ indicator: 'reported', actions: 0, others: 0 });
    expect(told.closed).toContainEqual(expect.objectContaining({ id, effect: null }));
    expect((await users.board.get('/actions?view=effect')).text).toContain('chưa đủ căn cứ');
    expect((await users.one.get('/actions?view=effect')).text).not.toContain('chưa đủ căn cứ');
  });

  it('is on the record: who opened, changed and read it', async () => {
    const { text } = await users.board.get(`/audit/${today}`);
    expect(text).toContain(`action#${id}#1`);
    expect(text).toContain(`action#${id}#4`);
  });
});

describe('the actions of the demonstration year, computed once more from its scorecards', () => {
  interface Line {
    readonly unit: string;
    readonly indicators: readonly {
      readonly id: string;
      readonly numerator: number;
      readonly denominator: number;
      readonly target: { readonly comparison: '>=' | '>'; readonly percent: number } | null;
    }[];
  }
  type Card = Line & { readonly status: string; readonly children: readonly Line[] };
  const isMissed = ({ numerator, denominator, target }: Line['indicators'][number]) =>
    target !== null &&
    denominator > 0 &&
    !(target.comparison === '>='
      ? numerator * 100 >= target.percent * denominator
      : numerator * 100 > target.percent * denominator);

  async function allOf(by: Visitor, state: string) {
    const rows: { id: string; unit: string; events?: readonly { kind: string; figure?: object }[] }[] = [];
    for (let page = 1, total = 1; rows.length < total; page += 1) {
      const seen = (await by.json(`/actions?state=${state}&page=${page}`)) as Listed & { actions: typeof rows };
      const own = state === 'proposed' ? (seen.proposals as typeof rows) : seen.actions;
      total = seen.total;
      if (own.length === 0) break;
      rows.push(...own);
    }
    return rows;
  }

  it('propose of each commune the three furthest of what it missed twice running, and say their figures', async () => {
    const board = await Visitor.signedIn('district');
    const cards = new Map<string, Card>();
    for (const back of [0, 1, 2, 3]) {
      const month = addMonths(thisMonth, -back);
      const card = (await board.json(`/scorecards/hiep-hoa/${month}.json`)) as Card;
      if (card.status === 'official') cards.set(month, card);
    }
    const [last, before] = [...cards.entries()];
    const proposed = (await allOf(board, 'proposed')).map(({ id }) => id);
    const expected = (last?.[1].children ?? []).flatMap(({ unit, indicators }) => {
      const earlier = before?.[1].children.find((each) => each.unit === unit)?.indicators ?? [];
      return indicators
        .filter((each) => isMissed(each) && earlier.some((old) => old.id === each.id && isMissed(old)))
        .map(({ id, numerator, denominator, target }) => ({
          id: `${unit}_${id}_${last?.[0]}`,
          gap: (target?.percent ?? 0) - (100 * numerator) / denominator,
        }))
        .sort((a, b) => b.gap - a.gap)
        .map(({ id }) => id);
    });
    for (const id of proposed) expect(expected).toContain(id);
    for (const { unit } of last?.[1].children ?? []) {
      expect(proposed.filter((id) => id.startsWith(`${unit}_`)).length).toBeLessThanOrEqual(3);
    }
    const open = await allOf(board, 'open');
    const { sections } = (await board.json(`/briefings/hiep-hoa/${last?.[0]}`)) as {
      sections: readonly { parts: readonly { counted: readonly string[] }[] }[];
    };
    const letter = sections.flatMap(({ parts }) => parts.flatMap(({ counted }) => counted)).join(' ');
    if (open.length > 0) expect(letter).toContain(`Theo ${open.length} biện pháp khắc phục đang thực hiện`);
    for (const { id, unit, events = [] } of open) {
      const [, indicator, month = ''] = id.split('_');
      const line = cards.get(month)?.children.find((each) => each.unit === unit);
      const said = line?.indicators.find((each) => each.id === indicator);
      const figure = events.find(({ kind }) => kind === 'open')?.figure;
      if (!said || !figure) continue;
      expect([id, figure]).toMatchObject([id, { numerator: said.numerator, denominator: said.denominator }]);
    }
    expect(proposed.length + open.length).toBeGreaterThan(0);
  });
});

describe('an action with so many steps that no more have room', () => {
  it('says so in words, keeps none of it, and can still be closed', async () => {
    const id = idOf(two, 'reported');
    const by = { user: root, role: 'district', unit: root } as const;
    const at = `${today}T00:00:00.000Z`;
    const event: ActionEvent = { kind: 'progress', month: thisMonth, words: 'ế'.repeat(2000), by, at };
    const opened: ActionEvent = { kind: 'open', plan: { ...plan, due: today, cause: 'reporting' }, by, at };
    const { db, outputs } = operatorDb();
    const action = actionOf(id, [opened, ...Array.from({ length: 59 }, () => event)]);
    await db.send(new PutCommand({ TableName: tablesOf(outputs).actions, Item: actionItem(action) }));

    const said = { step: 'progress', seen: '60', month: thisMonth, said: 'Đã làm việc với chi bộ' };
    const page = await users.board.post(`/actions/${id}`, { ...said, csrf: await users.board.csrf() });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Mục này đã ghi hết chỗ');
    expect(
      await step(id, 'close', { result: 'Chuyển sang biện pháp mới', despite: 'Ghi tiếp ở đó' }, 60),
    ).toMatchObject({ status: 200, state: 'closed' });
  });
});

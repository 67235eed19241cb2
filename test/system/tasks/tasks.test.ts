import { beforeAll, describe, expect, it } from 'vitest';
import { purgeStore } from '#functions/store/purge-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addMonths, type Day, type Month } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { TaskWord } from '#shared/reports/task-word.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const root = 'kim-thanh';
const commune = `${root}.tan-hung`;
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Kim Thành;;2019-03;;`,
  `${commune};commune;xã;Tân Hưng;;2019-03;;1`,
  `${root}.yen-my;commune;xã;Yên Mỹ;;2019-03;;2`,
  `${root}.yen-my.mot;cell;Chi bộ thôn;Một;thon;2019-03;;`,
  ...['mot', 'hai', 'ba', 'bon'].map((name) => `${commune}.${name};cell;Chi bộ thôn;${name};thon;2019-03;;`),
].join('\n');
const before = addMonths(lastMonth, -1);
const dayIn = (month: Month): Day => `${month}-01` as Day;
const cellOf = (name: string) => `${commune}.${name}`;
const reportIn = (name: string, month: Month) => `${cellOf(name)}_${dayIn(month)}_regular`;
const taskIn = (name: string, row: number) => `${reportIn(name, before)}_${row}`;

interface Told {
  readonly id: string;
  readonly cell: string;
  readonly state: string;
  readonly who?: string;
  readonly due?: string;
  readonly what: string;
  readonly seen: number;
  readonly news: readonly {
    readonly status: string;
    readonly report?: string;
    readonly word?: { readonly by: { readonly user: string } };
  }[];
}
interface List {
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly tasks: readonly { readonly id: string }[];
}

const boardActor = { user: root, role: 'district', unit: root } as const;
const users = {} as Record<'board' | 'commune' | 'cell' | 'other' | 'group' | 'otherGroup', Visitor>;
const list = (path: string, by = users.commune) => by.json(path) as Promise<List>;
const task = (id: string, by = users.commune) => by.json(`/tasks/${id}`) as Promise<Told>;
const idsOf = ({ tasks }: List) => tasks.map(({ id }) => id).toSorted();

/** Reports a meeting at which three tasks are given. */
async function report(name: string, month: Month, changes: Readonly<Record<string, string>>): Promise<void> {
  const fields = meeting(cellOf(name), {
    date: formatDay(dayIn(month)),
    ...{ 'tasks[0].what': '', 'tasks[0].who': '', 'tasks[0].due': '' },
    ...changes,
  });
  const sent = await users.board.postJson('/reports', { ...fields, csrf: await users.board.csrf(), baseRevision: '0' });
  expect(sent.text).toContain('"revision":1');
}

async function say(id: string, said: Readonly<Record<string, string>>, seen = 0, by = users.commune) {
  const { status, text } = await by.postJson(`/tasks/${id}`, { ...said, seen: String(seen), csrf: await by.csrf() });
  return { status, ...(JSON.parse(text) as Partial<Told> & { errors?: readonly { pointer: string; code: string }[] }) };
}

beforeAll(async () => {
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.tan-hung`, role: 'commune', unit: commune },
    { user: `${root}.yen-my`, role: 'commune', unit: `${root}.yen-my` },
    { user: `${root}.tan-hung.mot`, role: 'cell', unit: cellOf('mot') },
    { user: `${root}.to1`, role: 'group', unit: root, group: 1 },
    { user: `${root}.to2`, role: 'group', unit: root, group: 2 },
  ]);
  users.board = await Visitor.signedIn(root);
  users.commune = await Visitor.signedIn(`${root}.tan-hung`);
  users.other = await Visitor.signedIn(`${root}.yen-my`);
  users.cell = await Visitor.signedIn(`${root}.tan-hung.mot`);
  users.group = await Visitor.signedIn(`${root}.to1`);
  users.otherGroup = await Visitor.signedIn(`${root}.to2`);
  const later = `${addMonths(thisMonth, 2)}-15` as Day;
  for (const name of ['mot', 'hai']) {
    await report(name, before, {
      ...{ 'tasks[0].what': 'Dọn kênh', 'tasks[0].who': 'Trưởng thôn', 'tasks[0].due': formatDay(dayIn(lastMonth)) },
      ...{ 'tasks[1].what': 'Sửa cầu', 'tasks[1].who': 'TRƯỞNG THÔN.', 'tasks[1].due': formatDay(later) },
      ...{ 'tasks[2].what': 'Trồng cây', 'tasks[2].who': 'Chi hội Phụ nữ' },
    });
  }
  await report('mot', lastMonth, {
    ...{ 'followUps[0].task': taskIn('mot', 1), 'followUps[0].status': 'overdue' },
    ...{ 'followUps[1].task': taskIn('mot', 2), 'followUps[1].status': 'doing' },
    ...{ 'followUps[2].task': 'Việc ngoài sổ', 'followUps[2].status': 'done' },
  });
});

describe('the list of tasks', () => {
  it('counts and filters by state, post, day and unit, by links alone', async () => {
    const all = await list('/tasks');
    expect(all.counts).toEqual({ open: 6, overdue: 2, repeated: 0, ended: 1 });
    expect(idsOf(await list('/tasks?state=overdue'))).toEqual([taskIn('hai', 1), taskIn('mot', 1)].toSorted());
    expect((await list('/tasks?who=truong%20thon')).total).toBe(4);
    expect((await list('/tasks?when=noDay')).total).toBe(2);
    expect((await list('/tasks?who=')).total).toBe(0);
    const browser = new TextBrowser();
    await browser.open('/login');
    browser.type('user', `${root}.tan-hung`);
    browser.type('password', PASSWORD);
    await browser.press('Đăng nhập');
    expect(browser.text).toContain('2 nhiệm vụ quá hạn đến hôm nay');
    await browser.follow('2 nhiệm vụ quá hạn đến hôm nay');
    expect(browser.text).toContain('Quá hạn (2)');
    await browser.follow('Đang mở (6)');
    await browser.follow('Trưởng thôn');
    expect(browser.text).toContain('Đang mở: Trưởng thôn (4)');
    await browser.follow('Bỏ lọc');
    await browser.follow('Không ghi hạn');
    expect(browser.text).toContain('Đang mở: Không ghi hạn (2)');
  });

  it('is the same for a group, the district and a cell, each of its own', async () => {
    const counts = { open: 6, overdue: 2, repeated: 0, ended: 1 };
    expect((await list('/tasks', users.board)).counts).toEqual(counts);
    expect((await list('/tasks', users.group)).counts).toEqual(counts);
    expect((await list('/tasks?group=1', users.board)).counts).toEqual(counts);
    for (const by of [users.otherGroup, users.other]) expect((await list('/tasks', by)).total).toBe(0);
    expect((await list('/tasks?group=2', users.board)).total).toBe(0);
    expect((await list('/tasks', users.cell)).counts).toEqual({ open: 3, overdue: 1, repeated: 0, ended: 1 });
  });

  it('of a month is what its meetings said, and has no other months', async () => {
    const said = await list(`/tasks?month=${lastMonth}`);
    expect(said.counts).toEqual({ overdue: 1, doing: 1, done: 1, dropped: 0, due: 3 });
    expect(idsOf(said)).toEqual([taskIn('mot', 1)]);
    expect((await list(`/tasks?month=${before}`)).counts['due']).toBe(0);
    for (const month of ['2018-01', 'x', '2999-01', ''])
      expect((await users.commune.get(`/tasks?month=${month}`)).status).toBe(404);
  });

  it('says of no page and no choice that it is one', async () => {
    for (const query of ['page=99', 'page=x', 'state=x', 'when=x', 'group=x']) {
      expect((await list(`/tasks?${query}`)).total).toBe(6);
    }
  });
});

describe('a task', () => {
  it('is shown with its history: given, followed up, each with its report', async () => {
    const { text } = await users.commune.get(`/tasks/${taskIn('mot', 1)}`);
    expect(text).toContain(`href="/reports/${reportIn('mot', before)}"`);
    expect(text).toContain(`href="/reports/${reportIn('mot', lastMonth)}"`);
    expect(text).toContain('Quá hạn');
  });

  it.each(['board', 'group'] as const)('is read by the %s, who writes nothing', async (by) => {
    const { status, text } = await users[by].get(`/tasks/${taskIn('mot', 1)}`);
    expect([status, text.includes('Cập nhật nhiệm vụ')]).toEqual([200, false]);
    expect((await say(taskIn('mot', 1), { step: 'done' }, 0, users[by])).status).toBe(403);
  });

  it.each(['other', 'otherGroup'] as const)('is nothing to the %s', async (by) => {
    expect((await users[by].get(`/tasks/${taskIn('mot', 1)}`)).status).toBe(404);
  });

  it('of no report, or with no such row, is none', async () => {
    for (const id of [taskIn('ba', 1), taskIn('mot', 9), `${reportIn('mot', before)}_w0123456789ab`, 'x']) {
      expect((await users.commune.get(`/tasks/${id}`)).status).toBe(404);
    }
  });

  it('is handed on, and what was typed wrong is kept', async () => {
    const id = taskIn('hai', 1);
    expect((await say(id, { step: 'handedOn' })).errors).toMatchObject([{ code: 'required' }]);
    expect((await say(id, { step: 'dropped' })).errors).toMatchObject([{ code: 'required' }]);
    expect((await say(id, { step: 'done', who: 'Bí thư' })).errors).toMatchObject([{ code: 'only-handed-on' }]);
    const path = `/tasks/${id}`;
    const page = await users.commune.get(path);
    const sent = { ...hiddenFields(page.text, path), step: 'handedOn', who: 'Bí thư chi đoàn', due: 'hôm nào đó' };
    const refused = await users.commune.post(path, sent);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Bí thư chi đoàn');
    expect(refused.text).toContain('hôm nào đó');
    const due = formatDay(`${addMonths(thisMonth, 1)}-20` as Day);
    const stored = await users.commune.post(path, { ...sent, due });
    expect(stored.status).toBe(200);
    expect(stored.text).toContain('Đã ghi nhận');
    expect(await task(id)).toMatchObject({
      who: 'Bí thư chi đoàn',
      due: `${addMonths(thisMonth, 1)}-20`,
      state: 'open',
    });
    expect((await list('/tasks?state=overdue')).total).toBe(1);
  });

  it('said twice is said once; who has not seen the last word is told so', async () => {
    const id = taskIn('hai', 2);
    expect(await say(id, { step: 'done' })).toMatchObject({ status: 200, state: 'done', seen: 1 });
    expect(await say(id, { step: 'done' })).toMatchObject({ status: 200, seen: 1 });
    expect((await say(id, { step: 'dropped', reason: 'Hết kinh phí' })).status).toBe(409);
    const found = await task(id);
    expect(found.news.map(({ status }) => status)).toEqual(['done']);
    expect(found.news[0]?.word?.by.user).toBe(`${root}.tan-hung`);
    // What has ended is only taken up again.
    expect((await say(id, { step: 'done', reason: 'x' }, 1)).status).toBe(422);
    expect(await say(id, { step: 'doing', reason: 'Làm lại' }, 1)).toMatchObject({ state: 'open' });
    expect(await say(id, { step: 'done' }, 2)).toMatchObject({ state: 'done', seen: 3 });
  });

  it('dropped by the cell itself is offered to its next meeting, marked, and counts only when that says so', async () => {
    const id = taskIn('mot', 2);
    expect(await say(id, { step: 'dropped', reason: 'Hết kinh phí' }, 0, users.cell)).toMatchObject({
      state: 'dropped',
    });
    const path = `/reports/new?cell=${cellOf('mot')}&month=${thisMonth}`;
    const { text } = await users.cell.get(path);
    expect(text).toContain(`Cập nhật ngày ${formatDay(today)}: thôi thực hiện. Đề nghị kiểm tra trước khi gửi.`);
    // What was said before the meeting is filled in too.
    const { db, outputs } = operatorDb();
    const early = {
      task: taskIn('mot', 3),
      cell: cellOf('mot'),
      kind: 'done',
      by: boardActor,
      at: `${lastMonth}-20T02:00:00.000Z`,
    } as const;
    await taskWordStore(db, tablesOf(outputs).meetings).append(early as Omit<TaskWord, 'revision'>, 0);
    db.destroy();
    const offered = await users.cell.get(path);
    const rows = Object.entries(hiddenFields(offered.text, '/reports')).filter(([, value]) => value === early.task);
    const status = (rows[0]?.[0] ?? 'none').replace('.task', '.status');
    expect(offered.text).toContain(`checked value="done" name="${status}"`);
    // The figures of last month stay what its meeting said.
    expect((await list(`/tasks?month=${lastMonth}`)).counts).toEqual({
      overdue: 1,
      doing: 1,
      done: 1,
      dropped: 0,
      due: 3,
    });
    const doing = await users.commune.get(`/tasks?month=${lastMonth}&state=doing`);
    expect(doing.text).toContain(`cập nhật ${formatDay(today)}: thôi thực hiện`);
  });

  it('whose words are purged is a task all the same; whom it was handed on to is not guessed', async () => {
    const id = taskIn('hai', 1);
    const { db, outputs } = operatorDb();
    await purgeStore(db, tablesOf(outputs).meetings).removeFreeText(reportIn('hai', before) as ReportId, 9999);
    db.destroy();
    const found = await task(id);
    expect(found).toMatchObject({ what: '', due: `${addMonths(thisMonth, 1)}-20`, state: 'open' });
    expect(found.who).toBeUndefined();
    const { text } = await users.commune.get(`/tasks/${id}`);
    expect(text).not.toContain('Bí thư chi đoàn');
    expect(text).toContain('nội dung đã hết hạn lưu');
  });

  it('is on record: who read it, and who changed it', async () => {
    const { text } = await users.board.get(`/audit/${today}`);
    expect(text).toContain(`${taskIn('hai', 2)}#1`);
    expect(text).toContain(`tasks ${commune}`);
  });
});

interface Figure {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number;
}
interface Card {
  readonly indicators: readonly Figure[];
  readonly groups: readonly { readonly group: number; readonly indicators: readonly Figure[] }[];
  readonly children: readonly { readonly unit: string; readonly indicators: readonly Figure[] }[];
}

describe('of the demonstration', () => {
  const parts = ({ indicators }: Pick<Card, 'indicators'>, id: string) => {
    const { numerator = 0, denominator = 0 } = indicators.find((each) => each.id === id) ?? {};
    return [numerator, denominator];
  };
  const counted = async (by: Visitor, query: string) => {
    const { counts } = await list(`/tasks?${query}`, by);
    return {
      tasksOverdue: [counts['overdue'] ?? 0, counts['due'] ?? 0],
      tasksDone: [counts['done'] ?? 0, counts['due'] ?? 0],
    };
  };
  const figures = (card: Pick<Card, 'indicators'>) => ({
    tasksOverdue: parts(card, 'tasksOverdue'),
    tasksDone: parts(card, 'tasksDone'),
  });

  it.each([2, 4])('the list under a scorecard’s figure is what it counts, %i months ago', async (ago) => {
    const district = await Visitor.signedIn('district');
    const month = addMonths(thisMonth, -ago);
    const card = (await district.json(`/scorecards/hiep-hoa/${month}`)) as Card;
    expect(figures(card).tasksOverdue[1]).toBeGreaterThan(100);
    expect(await counted(district, `unit=hiep-hoa&month=${month}`)).toEqual(figures(card));
    const { text } = await district.get(`/scorecards/hiep-hoa/${month}`);
    expect(text).toContain(`href="/tasks?unit=hiep-hoa&amp;month=${month}"`);
    const group = card.groups[2] as Card['groups'][number];
    expect(await counted(district, `unit=hiep-hoa&month=${month}&group=${group.group}`)).toEqual(figures(group));
    expect(await counted(await Visitor.signedIn(`group${group.group}`), `month=${month}`)).toEqual(figures(group));
    for (const child of card.children.slice(3, 6)) {
      expect(await counted(district, `unit=${child.unit}&month=${month}`)).toEqual(figures(child));
    }
  });

  it('a quarter’s is what its scorecard counts, and pages hold every task once', async () => {
    const visitor = await Visitor.signedIn('thanh-van');
    const month = addMonths(thisMonth, -4);
    const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
    const card = (await visitor.json(`/scorecards/hiep-hoa.thanh-van/${quarter}`)) as Card;
    expect(await counted(visitor, `month=${quarter}`)).toEqual(figures(card));
    const { total } = await list('/tasks?state=ended', visitor);
    const pages = Math.ceil(total / 25);
    expect(pages).toBeGreaterThan(2);
    const ids: string[] = [];
    for (let page = 1; page <= pages; page++)
      ids.push(...idsOf(await list(`/tasks?state=ended&page=${page}`, visitor)));
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
  });
});

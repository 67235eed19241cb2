import { beforeAll, describe, expect, it } from 'vitest';
import { purgeStore } from '#functions/store/purge-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addMonths, type Day, type Month } from '#shared/period.ts';
import type { FollowUp, Task } from '#shared/reports/report.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const root = 'que-duong';
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Việt Yên;;2019-03;;`,
  `${root}.bich-son;commune;xã;Bích Sơn;;2019-03;;1`,
  ...['mot', 'hai', 'ba', 'bon', 'nam', 'sau'].map(
    (name) => `${root}.bich-son.${name};cell;Chi bộ thôn;${name};thon;2019-03;;`,
  ),
].join('\n');
const before = addMonths(lastMonth, -1);
const cellOf = (name: string) => `${root}.bich-son.${name}`;
const dayIn = (month: Month): Day => `${month}-01` as Day;
const idOf = (name: string, month: Month) => `${cellOf(name)}_${dayIn(month)}_regular`;
const expired = '(nội dung đã hết hạn lưu)';

interface Told {
  readonly revision: number;
  readonly receipt: string;
  readonly report: { readonly tasks: readonly Task[]; readonly followUps: readonly FollowUp[] };
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** Two persons with the same words, and another task. */
const given = {
  'tasks[0].what': 'Dọn kênh',
  'tasks[0].who': 'Trưởng thôn',
  'tasks[0].due': '',
  'tasks[1].what': 'Dọn kênh',
  'tasks[1].who': 'Chi hội Phụ nữ',
  'tasks[2].what': 'Sửa cầu',
};

let board: Visitor;
let csrf: string;

const fieldsOf = (name: string, month: Month, changes: Readonly<Record<string, string>>) =>
  meeting(cellOf(name), {
    date: formatDay(dayIn(month)),
    'tasks[0].what': '',
    'tasks[0].who': '',
    'tasks[0].due': '',
    ...changes,
  });
/** Sends a report as JSON. */
async function send(
  name: string,
  month: Month,
  changes: Readonly<Record<string, string>>,
  base = 0,
): Promise<Told & { status: number }> {
  const path = base > 0 ? `/reports/${idOf(name, month)}` : '/reports';
  const body = {
    ...fieldsOf(name, month, changes),
    csrf,
    baseRevision: String(base),
    ...(base > 0 && { action: 'amend' }),
  };
  const { status, text } = await board.postJson(path, body);
  return { ...(JSON.parse(text) as Told), status };
}
const stored = async (name: string, month: Month) => (await board.json(`/reports/${idOf(name, month)}`)) as Told;
const rowsOf = ({ report }: Pick<Told, 'report'>) => report.tasks.map(({ row }) => row);
const form = async (name: string, month: Month) =>
  (await board.get(`/reports/new?cell=${cellOf(name)}&month=${month}`)).text;
/** The tasks that a new form asks about, by their ids. */
const asked = async (name: string, month: Month) =>
  Object.entries(hiddenFields(await form(name, month), '/reports')).flatMap(([field, value]) =>
    /^followUps\[\d+\]\.task$/.test(field) ? [value] : [],
  );

beforeAll(async () => {
  await enterDistrict(units, [{ user: root, role: 'district', unit: root }]);
  board = await Visitor.signedIn(root);
  csrf = await board.csrf();
});

describe('a task of a cell, without scripts', () => {
  const id = (row: number) => `${idOf('mot', before)}_${row}`;

  it('comes up on the next form by its id: two persons with the same words are two', async () => {
    const sent = await board.post('/reports', { ...fieldsOf('mot', before, given), csrf, baseRevision: '0' });
    expect(sent.status).toBe(200);
    expect(await asked('mot', lastMonth)).toEqual([1, 2, 3].map(id));
    const page = await form('mot', lastMonth);
    expect(page).toContain('Trưởng thôn');
    expect(page).toContain('Chi hội Phụ nữ');
  });

  it('is followed up by what the form sends, and read by its words', async () => {
    const hidden = hiddenFields(await form('mot', lastMonth), '/reports');
    const told = { 'followUps[0].status': 'done', 'followUps[1].status': 'doing', 'followUps[2].status': 'doing' };
    const sent = await board.post('/reports', { ...fieldsOf('mot', lastMonth, told), ...hidden, ...told });
    expect(sent.status).toBe(200);
    expect(sent.text.match(/Dọn kênh/g)).toHaveLength(2);
    expect(sent.text).not.toContain(`${id(1)}<`);
    expect((await stored('mot', lastMonth)).report.followUps).toEqual([
      { task: id(1), status: 'done' },
      { task: id(2), status: 'doing' },
      { task: id(3), status: 'doing' },
    ]);
    expect(await asked('mot', thisMonth)).toEqual([2, 3].map(id));
  });

  it('whose row is taken out stays as long as it is followed up; its number is not used again', async () => {
    const path = `/reports/${idOf('mot', before)}`;
    const amend = await board.get(`/reports/new?amend=${idOf('mot', before)}`);
    const typed = { ...fieldsOf('mot', before, given), ...hiddenFields(amend.text, path) };
    expect(
      ['tasks[0].row', 'tasks[1].row', 'tasks[2].row'].map((name) => (typed as Record<string, string>)[name]),
    ).toEqual(['1', '2', '3']);
    const less = await board.post(path, { ...typed, press: 'less.tasks.1' });
    expect(hiddenFields(less.text, path)).toMatchObject({ 'tasks[0].row': '1', 'tasks[1].row': '3' });
    const { 'tasks[1].who': _, 'tasks[2].row': __, ...rest } = typed as Record<string, string>;
    const sent = await board.post(path, {
      ...rest,
      ...hiddenFields(less.text, path),
      'tasks[1].what': 'Sửa cầu',
      'tasks[2].what': 'Trồng cây',
    });
    expect(sent.status).toBe(200);
    expect(rowsOf(await stored('mot', before))).toEqual([1, 3, 4]);
    // The follow-up said "doing" of it: nothing that was said is lost, and its words are those of before.
    expect(new Set(await asked('mot', thisMonth))).toEqual(new Set([2, 3, 4].map(id)));
    expect(await form('mot', thisMonth)).toContain('Chi hội Phụ nữ');
    expect((await board.get(`/reports/${idOf('mot', lastMonth)}`)).text.match(/Dọn kênh/g)).toHaveLength(2);
  });

  it('whose words are gone stays one task', async () => {
    const { db, outputs } = operatorDb();
    const { meetings } = tablesOf(outputs);
    await purgeStore(db, meetings).removeFreeText(idOf('mot', before) as never, 99);
    expect(new Set(await asked('mot', thisMonth))).toEqual(new Set([2, 3, 4].map(id)));
    expect(await form('mot', thisMonth)).toContain(expired);
    expect((await board.get(`/reports/${idOf('mot', lastMonth)}`)).text).toContain(expired);
    // Who amends something else loses none of them, though their rows are blank.
    const amend = await board.get(`/reports/new?amend=${idOf('mot', before)}`);
    const path = `/reports/${idOf('mot', before)}`;
    const blank = { ...fieldsOf('mot', before, { late: '2' }), ...hiddenFields(amend.text, path) };
    expect((await board.post(path, blank)).status).toBe(200);
    expect(rowsOf(await stored('mot', before))).toEqual([1, 3, 4]);
    const told = { 'followUps[0].task': id(3), 'followUps[0].status': 'dropped', 'followUps[0].reason': 'Xã làm' };
    expect((await send('mot', thisMonth, told)).status).toBe(201);
  });
});

it('a task that is followed up stays known, however old it is', async () => {
  const old = addMonths(thisMonth, -20);
  expect((await send('sau', old, given)).status).toBe(201);
  const told = { 'followUps[0].task': `${idOf('sau', old)}_3`, 'followUps[0].status': 'doing' };
  expect((await send('sau', addMonths(old, 10), told)).status).toBe(201);
  expect(await asked('sau', thisMonth)).toEqual([`${idOf('sau', old)}_3`]);
  expect(await form('sau', thisMonth)).toContain('Sửa cầu');
});

describe('a client that knows of no ids', () => {
  it('follows up the oldest open task of the words; the other person’s stays', async () => {
    expect((await send('hai', before, given)).status).toBe(201);
    const told = { 'followUps[0].task': 'Dọn kênh', 'followUps[0].status': 'done' };
    expect((await send('hai', lastMonth, told)).status).toBe(201);
    expect(await asked('hai', thisMonth)).toEqual([2, 3].map((row) => `${idOf('hai', before)}_${row}`));
  });

  it('keeps the numbers of what it sends again, and the receipt', async () => {
    const first = await stored('hai', before);
    const same = await send('hai', before, given, 1);
    expect(same).toMatchObject({ status: 200, revision: 1, receipt: first.receipt });
    const { 'tasks[0].what': _, 'tasks[0].who': __, 'tasks[0].due': ___, ...others } = given;
    const amended = await send('hai', before, { ...others, 'tasks[4].what': 'Trồng cây' }, 1);
    expect(amended).toMatchObject({ status: 201, revision: 2 });
    expect(rowsOf(amended)).toEqual([2, 3, 4]);
    const back = { ...others, 'tasks[4].what': 'Trồng cây', 'tasks[5].what': 'Dọn kênh' };
    expect(rowsOf(await send('hai', before, back, 2))).toEqual([2, 3, 4, 5]);
    // What the district has entered itself it returns, and does not confirm.
    for (const [action, status] of [
      ['return', 200],
      ['confirm', 403],
    ] as const) {
      const { revision } = await stored('hai', before);
      const decided = { csrf, action, reason: 'Thiếu', baseRevision: String(revision) };
      expect((await board.postJson(`/reports/${idOf('hai', before)}`, decided)).status).toBe(status);
      expect(rowsOf(await stored('hai', before))).toEqual([2, 3, 4, 5]);
    }
  });

  it('may send the follow-up before the report that gave the task', async () => {
    const told = { 'followUps[0].task': 'Sửa cầu', 'followUps[0].status': 'doing' };
    expect((await send('ba', lastMonth, told)).status).toBe(201);
    const [own] = await asked('ba', thisMonth);
    expect(own).toMatch(new RegExp(`^${idOf('ba', lastMonth)}_w[0-9a-f]{12}$`));
    expect((await send('ba', before, given)).status).toBe(201);
    expect(await asked('ba', thisMonth)).toEqual([1, 2, 3].map((row) => `${idOf('ba', before)}_${row}`));
    // What a form that was opened before says of it is taken all the same.
    const later = { 'followUps[0].task': own ?? '', 'followUps[0].status': 'done' };
    expect((await send('ba', thisMonth, later)).status).toBe(201);
  });
});

describe('what is no task of the cell', () => {
  const status = { 'followUps[3].status': 'done' };
  beforeAll(async () => {
    expect((await send('bon', before, given)).status).toBe(201);
    expect((await send('nam', before, given)).status).toBe(201);
    expect((await send('nam', thisMonth, given)).status).toBe(201);
  });

  it.each([
    ['another cell’s', () => `${idOf('bon', before)}_1`],
    ['of a row that was never given', () => `${idOf('nam', before)}_4`],
    ['of a report that is not there', () => `${idOf('nam', addMonths(before, -1))}_1`],
    ['its own', () => `${idOf('nam', lastMonth)}_1`],
    ['of a later report', () => `${idOf('nam', thisMonth)}_1`],
    ['of words that nobody wrote', () => `${idOf('nam', before)}_w0123456789ab`],
    ['another root’s', () => `hiep-hoa.thanh-van.thanh-binh_${dayIn(before)}_regular_1`],
  ])('%s is refused at its field, and what was typed stays', async (_, task) => {
    const told = { 'followUps[3].task': task(), ...status };
    const refused = await send('nam', lastMonth, told);
    expect(refused.status).toBe(422);
    expect(refused.errors).toMatchObject([{ pointer: '#/followUps/3/task', code: 'unknown-task' }]);
    const page = await board.post('/reports', { ...fieldsOf('nam', lastMonth, told), csrf, baseRevision: '0' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#followUps-3-task"');
    expect(page.text).toContain('id="followUps-3-task"');
    expect(page.text).toContain(task());
    expect(page.text).toContain('Làm đường bê tông thôn');
  });

  it('the same task twice is refused at the second one', async () => {
    const task = `${idOf('nam', before)}_1`;
    const told = { 'followUps[0].task': task, 'followUps[0].status': 'done', 'followUps[3].task': task, ...status };
    const page = await board.post('/reports', { ...fieldsOf('nam', lastMonth, told), csrf, baseRevision: '0' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('mỗi nhiệm vụ chỉ báo kết quả một lần');
    expect(page.text).toContain('href="#followUps-3-task"');
  });

  it.each(['999999999999', '-1', '0', '1.5', '1e3', 'x', '2', '99999', '٣', '1 000'])(
    'a row that says it is number %s costs nothing',
    async (row) => {
      const { revision } = await stored('nam', before);
      const forged = { ...given, 'tasks[0].row': row, 'tasks[2].row': row, 'tasks[1].row': row };
      const sent = await send('nam', before, { ...forged, focus: `Lần ${row}` }, revision);
      expect(sent.status).toBeLessThan(202);
      expect(sent.report.tasks.map(({ what }) => what)).toEqual(['Dọn kênh', 'Dọn kênh', 'Sửa cầu']);
      const rows = rowsOf(sent) as number[];
      expect(new Set(rows).size).toBe(3);
      expect(Math.max(...rows)).toBeLessThan(10);
    },
  );
});

it('two who amend at once choose between two versions of the same task, never of two', async () => {
  const path = `/reports/${idOf('bon', before)}`;
  const { 'tasks[1].what': _, 'tasks[1].who': __, ...others } = given;
  expect((await send('bon', before, others, 1)).status).toBe(201);
  const mine = { ...fieldsOf('bon', before, given), 'tasks[0].row': '1', 'tasks[1].row': '2', 'tasks[2].row': '3' };
  const merge = await board.post(path, {
    ...mine,
    'tasks[2].what': 'Sửa cầu tre',
    action: 'amend',
    csrf,
    baseRevision: '1',
  });
  expect(merge.status).toBe(409);
  const hidden = hiddenFields(merge.text, path);
  expect(hidden).toMatchObject({ 'tasks[0].row': '1', 'tasks[1].row': '3', 'tasks[0].what': 'Dọn kênh' });
  expect(merge.text).not.toMatch(/type="radio"[^>]*name="tasks\[\d+\]\.row"/);
  const chosen = { 'tasks[1].what': 'Sửa cầu tre', 'tasks[2].what': 'Dọn kênh', 'tasks[2].who': 'Chi hội Phụ nữ' };
  expect((await board.post(path, { ...hidden, ...chosen })).status).toBe(200);
  expect((await stored('bon', before)).report.tasks).toMatchObject([
    { what: 'Dọn kênh', row: 1 },
    { what: 'Sửa cầu tre', row: 3 },
    { what: 'Dọn kênh', row: 4 },
  ]);
});

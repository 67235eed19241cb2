import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addDays } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'tap-huan';
const [one, two] = [`${district}.xa-mot`, `${district}.xa-hai`] as const;
const [east, school, west] = [`${one}.dong`, `${one}.truong`, `${two}.tay`] as const;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Tập Huấn;;2019-03;;
${one};commune;xã;Một Xã;;2019-03;;1
${east};cell;Chi bộ thôn;Đông;thon;2019-03;;
${school};cell;Chi bộ;Trường Tiểu học;truong-hoc;2019-03;;
${two};commune;xã;Hai Xã;;2019-03;;
${west};cell;Chi bộ thôn;Tây;thon;2019-03;;
`;

let board: Visitor;
let commune: Visitor;
let other: Visitor;
let village: Visitor;
let group: Visitor;

type Fields = Readonly<Record<string, string>>;
const course = (subject: string, day = today): Fields => ({
  ...{ subject, heldOn: formatDay(day), trainer: 'Trung tâm Chính trị <huyện>', places: '40' },
});
const pathIn = ({ text }: Seen) => /\/trainings\/\d{4}-\d\d-\d\d_\d+/.exec(text)?.[0] ?? '';
const enter = async (who: Visitor, fields: Fields) => who.post('/trainings', { csrf: await who.csrf(), ...fields });
/** Sends one of the forms of a training on the revision that its page shows. */
const change = async (who: Visitor, path: string, action: string, fields: Fields, base?: string) => {
  const seen = base ?? hiddenFields((await who.get(path)).text, path)['baseRevision'] ?? '';
  return who.post(path, { csrf: await who.csrf(), baseRevision: seen, action, ...fields });
};
const reachOf = async (who: Visitor) => ((await who.json('/trainings')) as { reach: unknown }).reach;
const seatsIn = async (who: Visitor, path: string) => ((await who.json(path)) as { seats: unknown }).seats;

beforeAll(async () => {
  await enterDistrict(units, [
    { user: district, role: 'district', unit: district },
    { user: one, role: 'commune', unit: one },
    { user: two, role: 'commune', unit: two },
    { user: east, role: 'cell', unit: east },
    { user: `${district}.group1`, role: 'group', unit: district, group: 1 },
  ]);
  board = await Visitor.signedIn(district);
  commune = await Visitor.signedIn(one);
  other = await Visitor.signedIn(two);
  village = await Visitor.signedIn(east);
  group = await Visitor.signedIn(`${district}.group1`);
});

describe('a course of the board', () => {
  let path: string;

  it('invites a post of every cell at once, and everybody sees it with the seats of its own cells', async () => {
    const seen = await enter(board, { ...course('Ra nghị quyết <cụ thể>'), 'invite[0]': 'secretary' });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Ra nghị quyết &lt;cụ thể>');
    path = pathIn(seen);
    const invited = { secretary: 'invited' };
    expect(await seatsIn(board, path)).toEqual({ [east]: invited, [school]: invited, [west]: invited });
    expect(await seatsIn(commune, path)).toEqual({ [east]: invited, [school]: invited });
    expect(await seatsIn(other, path)).toEqual({ [west]: invited });
    expect(await seatsIn(village, path)).toEqual({ [east]: invited });
    expect(await seatsIn(group, path)).toEqual({ [east]: invited, [school]: invited });
  });

  it('tells who came, by commune, and reaches so many secretaries; a deputy is another post', async () => {
    expect(await reachOf(board)).toEqual({ trained: 0, of: 3 });
    const came = { [`seat.${east}.secretary`]: 'came', [`seat.${school}.secretary`]: 'invited' };
    const seen = await change(board, path, 'attendance', { ...came, [`seat.${school}.deputy`]: 'came' });
    expect(seen.text).toContain('Đã lưu');
    // The cells of which the form said nothing keep what they had.
    expect(await seatsIn(board, path)).toEqual({
      [east]: { secretary: 'came' },
      [school]: { secretary: 'invited', deputy: 'came' },
      [west]: { secretary: 'invited' },
    });
    expect(await reachOf(board)).toEqual({ trained: 1, of: 3 });
    expect(await reachOf(commune)).toEqual({ trained: 1, of: 2 });
    expect(await reachOf(other)).toEqual({ trained: 0, of: 1 });
    expect((await village.get('/trainings')).text).toContain('Đã tập huấn 1/1 bí thư chi bộ trong 12 tháng');
  });

  it('is written by the board alone', async () => {
    expect((await commune.get(path)).text).not.toContain('name="baseRevision"');
    for (const who of [commune, village, group]) {
      const sent = await change(who, path, 'attendance', { [`seat.${east}.secretary`]: '' }, '2');
      expect(sent.status).toBe(403);
    }
    expect(await reachOf(board)).toEqual({ trained: 1, of: 3 });
  });

  it('keeps what was typed on what somebody else has changed, and stores the same only once', async () => {
    const words = { subject: 'Ra nghị quyết', trainer: 'Trung tâm Chính trị', places: '25' };
    expect((await change(board, path, 'amend', { ...words, trainer: 'Ban Dân vận' }, '1')).status).toBe(409);
    const late = await change(board, path, 'amend', { ...words, trainer: 'Ban Dân vận' }, '1');
    expect(late.text).toContain('Ban Dân vận');
    // The page says on what it is sent again; the page before it still has what was seen then.
    const { baseRevision } = hiddenFields(late.text, path);
    expect((await change(board, path, 'amend', words, baseRevision)).status).toBe(200);
    await change(board, path, 'amend', words);
    expect(await board.json(path)).toMatchObject({ revision: 3, places: 25, subject: 'Ra nghị quyết' });
  });

  it('is refused at the field, with what was typed', async () => {
    const seen = await enter(board, { ...course('Lớp thử'), places: 'nhiều chỗ', heldOn: '31/02/2026' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('value="nhiều chỗ"');
    expect(seen.text).toContain('value="Lớp thử"');
    const strange = await change(board, path, 'attendance', { 'seat.hiep-hoa.thanh-van.thanh-binh.secretary': 'came' });
    expect(strange.status).toBe(422);
    const { text } = await enter(board, course('Lớp sắp tới', addDays(today, 9)));
    const early = await change(board, pathIn({ text } as Seen), 'attendance', { [`seat.${east}.secretary`]: 'came' });
    expect(early.status).toBe(422);
    expect((await change(board, path, 'xóa', {})).status).toBe(400);
  });

  it('is counted nowhere once it was called off, and stands in the audit', async () => {
    const extra = pathIn(await enter(board, course('Lớp hủy')));
    await change(board, extra, 'attendance', { [`seat.${west}.secretary`]: 'came' });
    expect(await reachOf(board)).toEqual({ trained: 2, of: 3 });
    const seen = await change(board, extra, 'drop', { reason: 'Bão số 3' });
    expect(seen.text).toContain('Bão số 3');
    expect(await reachOf(board)).toEqual({ trained: 1, of: 3 });
    expect((await board.get(`${extra}/figures`)).status).toBe(404);
    const { entries } = (await board.json('/audit')) as { entries: { of?: string }[] };
    const of = `training#${extra.split('/').at(-1)}`;
    expect(entries.filter((each) => each.of?.startsWith(of)).map((each) => each.of)).toEqual(
      expect.arrayContaining([`${of}#1`, `${of}#2`, `${of}#3`]),
    );
  });

  it('stands beside the figures of the scorecard and is none of them', async () => {
    const figures = (await board.json(`${path}/figures`)) as { figures: { score: unknown } };
    expect(figures.figures.score).toEqual({ with: { n: 0 }, without: { n: 0 } });
    expect((await board.get(`${path}/figures`)).text).toContain('chưa đủ căn cứ');
    expect((await village.get(`${path}/figures`)).status).toBe(403);
    const demo = await Visitor.signedIn('district');
    const page = await demo.get(`/scorecards/hiep-hoa/${lastMonth}`);
    expect(page.text).toMatch(/<a href="\/trainings">Đã tập huấn \d+\/\d+ bí thư chi bộ trong 12 tháng<\/a>/);
    expect(JSON.stringify(await demo.json(`/scorecards/hiep-hoa/${lastMonth}`))).not.toContain('trained');
  });
});

describe('a course of a commune', () => {
  it('is for its own cells, and nobody beside it sees it', async () => {
    const seen = await enter(commune, { ...course('Ghi biên bản'), 'invite[0]': 'secretary', 'invite[1]': 'deputy' });
    const path = pathIn(seen);
    const both = { secretary: 'invited', deputy: 'invited' };
    expect(await seatsIn(board, path)).toEqual({ [east]: both, [school]: both });
    for (const who of [commune, village, group]) expect((await who.get(path)).status).toBe(200);
    expect((await other.get(path)).status).toBe(404);
    expect((await other.get('/trainings')).text).not.toContain('Ghi biên bản');
    expect((await change(other, path, 'drop', { reason: 'Phá' }, '1')).status).toBe(404);
    // The board sees it; whoever holds it says who came, and of no other commune's cells.
    expect((await change(board, path, 'drop', { reason: 'Phá' }, '1')).status).toBe(403);
    expect((await change(commune, path, 'attendance', { [`seat.${west}.secretary`]: 'came' })).status).toBe(422);
    const foreign = await Visitor.signedIn('district');
    expect((await foreign.get(path)).text).not.toContain('Ghi biên bản');
  });
});

describe('the check of what was learnt', () => {
  let path: string;
  const right: Fields = {
    ...{ 'check.resolution': 'b', 'check.focus': 'a', 'check.review': 'c', 'check.concern': 'a', 'check.secrets': 'b' },
  };
  const send = async (who: Visitor, fields: Fields) =>
    who.post(`${path}/check`, { csrf: await who.csrf(), post: 'secretary', ...right, ...fields });
  const checksOf = async (who: Visitor) => ((await who.json(path)) as { checks: unknown[] }).checks;

  it('says what is right and why, without scripts, and stores only how many were', async () => {
    path = pathIn(await enter(board, course('Lớp có kiểm tra')));
    expect((await village.get(path)).text).toContain(`${path}/check`);
    expect((await village.get(`${path}/check`)).text).toContain('Kết luận nào của buổi họp là cụ thể?');
    const seen = await send(village, { cell: east, 'check.focus': 'c' });
    expect(seen.text).toContain('Đúng 4/5 câu');
    expect(seen.text).toContain('Đáp án đúng: Một, hai việc cụ thể của chi bộ.');
    expect(await checksOf(board)).toEqual([{ cell: east, post: 'secretary', right: 4, of: 5 }]);
    expect((await commune.get(path)).text).toContain('kiểm tra 4/5');
  });

  it('can be done again, for each post, and is seen by whose cell it is', async () => {
    await send(village, { cell: east });
    await send(commune, { cell: school, post: 'deputy', 'check.review': 'a', 'check.concern': 'b' });
    expect(await checksOf(commune)).toEqual([
      { cell: east, post: 'secretary', right: 5, of: 5 },
      { cell: school, post: 'deputy', right: 3, of: 5 },
    ]);
    expect(await checksOf(other)).toEqual([]);
    expect(await checksOf(village)).toHaveLength(1);
  });

  it('keeps what was answered where an answer is missing, and is for one’s own cells', async () => {
    const seen = await send(village, { cell: east, 'check.focus': '', post: 'deputy' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('href="#check-focus"');
    expect(seen.text).toMatch(/<input[^>]*checked[^>]*value="c"[^>]*name="check\.review"/);
    for (const cell of [west, school, 'hiep-hoa.thanh-van.thanh-binh', '']) {
      expect((await send(village, { cell })).status, cell).toBe(404);
    }
    expect((await send(board, { cell: east })).status).toBe(403);
    expect((await send(village, { cell: east, name: 'A' })).status).toBe(422);
    const early = pathIn(await enter(board, course('Lớp chưa mở', addDays(today, 5))));
    expect((await village.get(`${early}/check`)).status).toBe(404);
  });
});

it('one that cannot be read is left out and named, and the others stay', async () => {
  const path = pathIn(await enter(board, course('Lớp còn đọc được')));
  const { db, outputs } = operatorDb();
  const Item = { pk: district, sk: `training#${today}#50#0001`, subject: 3, format: 1 };
  await db.send(new PutCommand({ TableName: tablesOf(outputs).cells, Item }));
  const page = await board.get('/trainings');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Lớp còn đọc được');
  expect(page.text).toContain(`${district}_training_${today}_50#1`);
  expect((await board.get(`/trainings/${today}_50`)).status).toBe(404);
  expect((await board.get(path)).status).toBe(200);
});

it('the figures of the demonstration are told of its cells with how many they are', async () => {
  const demo = await Visitor.signedIn('district');
  const { trainings } = (await demo.json('/trainings')) as { trainings: { day: string; number: number }[] };
  const first = trainings.at(-1);
  const compared = (await demo.json(`/trainings/${first?.day}_${first?.number}/figures`)) as {
    before: string[];
    after: string[];
    figures: { score: { with: { n: number; before?: number }; without: { n: number; after?: number } } };
  };
  expect(compared.before).toHaveLength(3);
  expect(compared.after.length).toBeGreaterThan(1);
  const { with: came, without } = compared.figures.score;
  expect(came.n).toBeGreaterThan(100);
  expect(without.n).toBeGreaterThan(50);
  expect(came.before).toBeGreaterThan(20);
  expect(without.after).toBeLessThanOrEqual(100);
});

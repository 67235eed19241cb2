import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditStore } from '#functions/store/audit-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { addDays, addMonths, dayAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { turnQueues } from '#test/system/system.ts';
import { admin, hiddenFields, Visitor } from '#test/system/visitor.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
}

/** What stands on a district's record today, and whether it is whole. */
async function recordOf(district: string) {
  const { db, outputs } = operatorDb();
  const entries = await auditStore(db, tablesOf(outputs).audit, 30).day(district, dayAt(new Date().toISOString()));
  return { entries, verdict: await admin('verify', '--audit', '--district', district) };
}

const closedMonth = addMonths(lastMonth, -1);
const unitsHead = 'id;level;kind;name;type;from;to;group';
const district = 'lang-giang;district;huyện;Lạng Giang;;2019-03;;';
const commune = 'lang-giang.tan-thanh;commune;xã;Tân Thanh;;2019-03;;1';
const cell = 'lang-giang.tan-thanh.tan-van;cell;Chi bộ thôn;Tân Văn;thon;2019-03;;';

describe('npm run admin', () => {
  it('enters units once, and corrects what nothing official rests on', async () => {
    const path = await file('units.csv', unitsHead, district, commune, cell);
    expect(await admin('import', 'units', path)).toContain('3 units, 3 of them new or changed.');
    expect(await admin('import', 'units', path)).toContain('3 units, 0 of them new or changed.');
    const ended = await file('ended.csv', unitsHead, cell.replace(';;', `;${thisMonth};`));
    expect(await admin('import', 'units', ended)).toContain('1 units, 1 of them new or changed.');
    const renamed = await file('renamed.csv', unitsHead, commune.replace('Tân Thanh', 'Tân Thịnh'));
    // Nothing official rests on it yet, so a wrong name is corrected.
    expect(await admin('import', 'units', renamed)).toContain('1 units, 1 of them new or changed.');
    expect(await admin('unit', '--unit', 'lang-giang.tan-thanh', '--name', 'Tân Thanh')).toContain('changed');
  });

  it('names every line that is wrong and enters nothing of the file', async () => {
    const path = await file(
      'wrong.csv',
      unitsHead,
      'lang-giang.an-ha;commune;xã;An Hà;;2019-03;;1',
      'lang-giang.Mỹ Hà;commune;xã;Mỹ Hà;;2019-03;;',
      'lang-giang.khong-co.dong;cell;Chi bộ thôn;Đông;lang;tháng 3;;',
    );
    const refused = admin('import', 'units', path);
    await expect(refused).rejects.toThrow(/line 3: "lang-giang.Mỹ Hà" is no id/);
    await expect(refused).rejects.toThrow(/line 4: there is no lang-giang.khong-co/);
    await expect(refused).rejects.toThrow(/line 4: the type of a cell/);
    await expect(refused).rejects.toThrow(/line 4: from is a month/);
    expect(await admin('import', 'units', await file('two.csv', unitsHead, commune))).toContain('0 of them new');
  });

  it('enters accounts whose owners choose their own password, and then they are in', async () => {
    const head = 'user;role;unit;group;password';
    const path = await file('users.csv', head, 'tan-thanh;commune;lang-giang.tan-thanh;;Ban-dau-2026');
    expect(await admin('import', 'users', path)).toContain('1 accounts');

    const visitor = new Visitor();
    const first = await visitor.post('/login', { user: 'tan-thanh', password: 'Ban-dau-2026' });
    expect(first.text).toContain('Đặt mật khẩu mới');
    const { pending = '' } = hiddenFields(first.text, '/password');
    const choose = (password: string, repeat = password) =>
      visitor.post('/password', { user: 'tan-thanh', pending, password, repeat });
    expect((await choose('Cua-toi-2026', 'Cua-toi-2027')).text).toContain('không giống nhau');
    const inside = await choose('Cua-toi-2026');
    expect(inside.status).toBe(200);
    expect(inside.text).toContain('Xã Tân Thanh');
    expect(inside.text).not.toContain('Dữ liệu minh họa');
  });

  it('judges a district otherwise from a month on, which its scorecards say', async () => {
    const chosen = await admin('regime', '--district', 'lang-giang', '--from', thisMonth, '--attendance', '>85');
    expect(chosen).toContain('"percent":85');
    const district = ['--district', 'lang-giang'];
    await admin('regime', ...district, '--from', thisMonth, '--attendance', '>85');
    const { entries, verdict } = await recordOf('lang-giang');
    expect(entries.filter(({ kind }) => kind === 'norms')).toEqual([
      expect.objectContaining({
        of: `regime ${thisMonth} by-date {"attendance":{"comparison":">","percent":85}}`,
        by: { user: 'operator', role: 'district', unit: 'lang-giang' },
        from: 'operator',
      }),
    ]);
    // What the operator's files have entered before, and nothing for what they changed not.
    expect(entries.filter(({ kind }) => kind === 'directory').map(({ of }) => of)).toEqual([
      'units lang-giang lang-giang.tan-thanh lang-giang.tan-thanh.tan-van',
      'lang-giang#groups#1',
      'units lang-giang.tan-thanh.tan-van',
      // A wrong name, and the right one again.
      'units lang-giang.tan-thanh',
      'units lang-giang.tan-thanh',
    ]);
    expect(entries.filter(({ of }) => of?.startsWith('add '))).toHaveLength(1);
    expect(verdict).toContain('whole.');
    await expect(admin('regime', ...district, '--from', '2026-01')).rejects.toThrow('2026-01 is closed');
    await expect(admin('regime', ...district, '--from', thisMonth, '--regime', 'x')).rejects.toThrow('no regime x');
    await admin('rollup', ...district, '--month', thisMonth);
    const visitor = new Visitor();
    await visitor.post('/login', { user: 'tan-thanh', password: 'Cua-toi-2026' });
    const scorecard = (await visitor.json(`/scorecards/lang-giang.tan-thanh/${thisMonth}.json`)) as Scorecard;
    expect(scorecard.overrides).toEqual({ attendance: { comparison: '>', percent: 85 } });
    expect(scorecard.indicators.find(({ id }) => id === 'attendance')?.target).toEqual(scorecard.overrides?.attendance);
    const page = await visitor.get(`/scorecards/lang-giang.tan-thanh/${thisMonth}`);
    expect(page.text).toContain('Huyện quy định khác: tỷ lệ dự trên 85%');
  });

  it('prints a province as the merge of its districts, as JSON', async () => {
    const province = ['--unit', 'bac-giang', '--name', 'tỉnh Bắc Giang', '--month', lastMonth];
    const merged = JSON.parse(await admin('province', ...province, '--district', 'hiep-hoa')) as Scorecard;
    const visitor = await Visitor.signedIn('district');
    const { indicators } = (await visitor.json(`/scorecards/hiep-hoa/${lastMonth}.json`)) as Scorecard;
    const parts = (of: Scorecard['indicators'] = []) =>
      of.map(({ id, numerator, denominator }) => [id, numerator, denominator]);
    expect(merged).toMatchObject({ unit: 'bac-giang', name: 'tỉnh Bắc Giang', month: lastMonth });
    expect(parts(merged.indicators)).toEqual(parts(indicators));
    expect(merged.children.map(({ unit, rank }) => [unit, rank])).toEqual([['hiep-hoa', 1]]);
    await expect(admin('province', ...province, '--district', 'hiep-hoa,hiep-hoa')).rejects.toThrow('Named twice');
    await expect(admin('province', ...province)).rejects.toThrow('province needs --unit ID');
  });

  it('enters a unit above districts, for whose scorecard each roll-up of a district asks', async () => {
    const parent = ['--unit', 'bac-giang', '--name', 'tỉnh Bắc Giang', '--child'];
    expect(await admin('parent', ...parent, 'hiep-hoa')).toContain('bac-giang: above hiep-hoa.');
    const parents = async () => (await recordOf('hiep-hoa')).entries.filter(({ of }) => of === 'parent bac-giang');
    expect(await parents()).toMatchObject([{ kind: 'directory', from: 'operator', by: { user: 'operator' } }]);
    await admin('parent', ...parent, 'hiep-hoa');
    expect(await parents()).toHaveLength(1);
    await expect(admin('parent', ...parent, 'khong-co')).rejects.toThrow('There is no district khong-co: there are ');
    await expect(admin('parent', ...parent, 'hiep-hoa.thanh-van')).rejects.toThrow('parent needs --unit ID');
    // The closed month has not changed, and above it there is none yet.
    await admin('rollup', '--district', 'hiep-hoa', '--month', closedMonth, '--official');
    const { db, outputs } = operatorDb();
    const scorecards = scorecardStore(db, tablesOf(outputs).scorecards);
    await turnQueues(65);
    await expect
      .poll(() => scorecards.official('bac-giang', closedMonth), { interval: 200 })
      .toMatchObject({ name: 'tỉnh Bắc Giang', status: 'official', revision: 1 });
    expect(await admin('verify', '--scorecard', `bac-giang/${closedMonth}`)).toContain('1 inputs: the same, digest');
  });

  it('says what it wants when it is used wrongly', async () => {
    await expect(admin('rollup', '--district', 'hiep-hoa')).rejects.toThrow('rollup needs --district UNIT and --month');
    await expect(admin('verify', '--scorecard', `hiep-hoa/${thisMonth}`)).rejects.toThrow(
      'There is no official scorecard',
    );
    await expect(admin('destroy')).rejects.toThrow('There is no command destroy.');
    await expect(admin('rollup', '--district', 'khong-co', '--month', lastMonth)).rejects.toThrow(
      'There is no district khong-co: there are ',
    );
  });
});

it('tells everybody, from a moment on, until another or until it ends; the record of a district says when', async () => {
  const soon = (days: number) => `${addDays(dayAt(new Date().toISOString()), days)} 08:00`;
  const notice = (text: string) =>
    admin('notice', 'set', '--text', text, '--english', 'Closed.', '--from', soon(1), '--until', soon(2));
  expect(await notice('Nghỉ bảo trì.')).toMatch(
    /^Set\. .*\nTo be shown from .* 08:00 to .* 08:00.*\n {2}Nghỉ bảo trì\.\n/s,
  );
  expect(await notice('Nghỉ lâu hơn.')).toContain('in place of the one before');
  expect(await admin('notice', 'show')).toContain('Nghỉ lâu hơn.\n  Closed.');
  expect(await admin('notice', 'end')).toContain('Ended.');
  expect(await admin('notice', 'end')).toContain('nothing to end');
  expect(await admin('notice', 'show')).toContain('There is no notice.');
  const { entries } = await recordOf('hiep-hoa');
  const own = entries.filter(({ kind }) => kind === 'notice');
  expect(own.map(({ of }) => of)).toEqual([
    expect.stringMatching(/^notice \S+T01:00:00.000Z \S+T01:00:00.000Z$/),
    expect.stringMatching(/^notice /),
    'notice ended',
  ]);
  expect(own[0]).toMatchObject({ from: 'operator', by: { user: 'operator' } });
  await expect(admin('notice', 'set', '--text', 'Nghỉ')).rejects.toThrow('notice set needs --text');
  await expect(admin('notice', 'set', '--text', 'Nghỉ', '--until', '17:00')).rejects.toThrow('YYYY-MM-DD HH:MM');
  await expect(admin('notice', 'end', '--text', 'Nghỉ')).rejects.toThrow('notice end takes no --text');
  await expect(admin('notice', 'rewrite')).rejects.toThrow('notice needs one of set, show, end');
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { addMonths } from '#shared/period.ts';
import { leaveAt } from '#test/system/access/user-pool.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { followUnits, runNight } from '#test/system/system.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const closed = addMonths(lastMonth, -1);
const units = `id;level;kind;name;type;from;to;group
luc-ngan;district;huyện;Lục Nam;;2019-03;;
luc-ngan.bao-dai;commune;xã;Bảo Đài;;2019-03;;1
luc-ngan.bao-dai.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
luc-ngan.bao-son;commune;xã;Bảo Sơn;;2019-03;;2
luc-ngan.bao-son.dong;cell;Chi bộ thôn;Đông;thon;2019-03;;
luc-ngan.thi-tran;commune;thị trấn;Đồi Ngô;;2019-03;;2
`;
const plan = `Việc;Đơn vị cũ;Đơn vị mới;Loại;Tên
sáp nhập;luc-ngan.bao-dai;luc-ngan.bao-lac;xã;Bảo Lạc
sáp nhập;luc-ngan.bao-son;luc-ngan.bao-lac;;
đổi tên;luc-ngan.thi-tran;;phường;
`;

let folder: string;
let file: string;
let district: Visitor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-reorganise-'));
  file = join(folder, 'plan.csv');
  await writeFile(file, plan);
  await enterDistrict(units, [
    { user: 'luc-ngan.district', role: 'district', unit: 'luc-ngan' },
    { user: 'luc-ngan.bao-son', role: 'commune', unit: 'luc-ngan.bao-son' },
    { user: 'luc-ngan.bao-son.dong', role: 'cell', unit: 'luc-ngan.bao-son.dong' },
  ]);
  district = await Visitor.signedIn('luc-ngan.district');
  const cell = 'luc-ngan.bao-son.dong';
  const report = { ...meeting(cell, { date: `${lastMonth}-03` }), baseRevision: '0' };
  await district.post('/reports', { ...report, csrf: await district.csrf() });
  await admin('rollup', '--district', 'luc-ngan', '--month', closed, '--official');
});
afterAll(() => rm(folder, { recursive: true }));

/** Every stored scorecard of a month that has closed, as it is stored. */
async function officialItems(): Promise<string> {
  const { db, outputs } = operatorDb();
  const items = await Promise.all(
    ['luc-ngan', 'luc-ngan.bao-son', 'luc-ngan#inputs'].map((pk) =>
      db.send(
        new QueryCommand({
          TableName: tablesOf(outputs).scorecards,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :month)',
          ExpressionAttributeValues: { ':pk': pk, ':month': closed },
        }),
      ),
    ),
  );
  return JSON.stringify(items.map(({ Items }) => Items));
}
const verify = () => admin('verify', '--scorecard', `luc-ngan/${closed}`);
const unitOf = async (user: string) => (await (await Visitor.signedIn(user)).get('/account')).text;

describe('npm run admin -- reorganise', () => {
  it('says first what it would do, and does it all at once: units, groups, accounts, and no official month', async () => {
    const before = await officialItems();
    const preview = await admin('reorganise', file, '--month', thisMonth, '--preview');
    expect(preview).toContain('3 xã, phường, thị trấn thành 2.');
    expect(preview).toContain('Xã Bảo Đài, xã Bảo Sơn thành xã Bảo Lạc (mới).');
    expect(preview).toContain('Thị trấn Đồi Ngô thành phường Đồi Ngô (đổi tên).');
    expect(preview).toContain('2 chi bộ chuyển theo; 2 tài khoản chuyển theo.');
    expect(preview).toContain('2 đơn vị sẽ trùng tên');
    expect(await unitOf('luc-ngan.bao-son')).toContain('Bảo Sơn');
    await expect(admin('reorganise', file, '--month', closed)).rejects.toThrow(`${closed} is closed`);
    // Units that have reported do not end before that month: their reports would count nowhere.
    const late = admin('reorganise', file, '--month', lastMonth);
    await expect(late).rejects.toThrow(/reports of that month or later: luc-ngan\.bao-son\.dong/);

    const session = await Visitor.signedIn('luc-ngan.bao-son');
    expect(await admin('reorganise', file, '--month', thisMonth)).toContain('luc-ngan#reorganised#1: carried out.');
    // What it might do, it may do no more: it signs in again.
    expect((await session.get('/')).text).toContain('Đăng nhập');
    expect(await unitOf('luc-ngan.bao-son')).toContain('Bảo Lạc');
    expect(await unitOf('luc-ngan.bao-son.dong')).toContain('Đông');
    expect((await district.get(`/months/${thisMonth}`)).text).toContain('Đồi Ngô');
    expect(await verify()).toContain('the same');
    expect(await officialItems()).toBe(before);
    expect(await admin('verify', '--audit', '--district', 'luc-ngan')).toContain('whole');
    expect((await district.get(`/audit/${today}`)).text).toContain('luc-ngan#reorganised#1');
  });

  it('lets accounts that a lost process has left follow within the hour, and says whose plan moved them', async () => {
    const { db, outputs } = operatorDb();
    const Key = { pk: 'luc-ngan', sk: 'accounts-moved#0001' };
    await db.send(new DeleteCommand({ TableName: tablesOf(outputs).cells, Key }));
    await leaveAt('luc-ngan.bao-son', 'luc-ngan.bao-son');
    await followUnits();
    expect(await unitOf('luc-ngan.bao-son')).toContain('Bảo Lạc');
    const { entries } = (await district.json(`/audit/${today}`)) as { entries: { of?: string; from: string }[] };
    expect(entries.filter(({ from }) => from === 'schedule').map(({ of }) => of)).toEqual([
      expect.stringContaining('luc-ngan.bao-son'),
    ]);
  });

  it('the night goes on, and months before the reorganisation are judged as they were', async () => {
    await runNight();
    for (const month of [lastMonth, thisMonth]) await admin('rollup', '--district', 'luc-ngan', '--month', month);
    expect(await verify()).toContain('the same');
    expect((await district.get(`/scorecards/luc-ngan/${lastMonth}`)).text).toContain('Bảo Sơn');
    expect((await district.get(`/scorecards/luc-ngan/${thisMonth}`)).text).toContain('Bảo Lạc');
  });

  it('is undone until a new unit has reported', async () => {
    const before = await officialItems();
    expect(await admin('reorganise', '--district', 'luc-ngan', '--undo', '--reason', 'Nhầm xã')).toContain('undone');
    expect(await unitOf('luc-ngan.bao-son')).toContain('Bảo Sơn');
    expect((await district.get(`/months/${thisMonth}`)).text).not.toContain('Bảo Lạc');
    expect(await officialItems()).toBe(before);

    await admin('reorganise', file, '--month', thisMonth);
    const cell = 'luc-ngan.bao-lac.dong';
    const report = { ...meeting(cell, { date: today }), baseRevision: '0' };
    await district.post('/reports', { ...report, csrf: await district.csrf() });
    const undo = admin('reorganise', '--district', 'luc-ngan', '--undo', '--reason', 'Nhầm xã');
    await expect(undo).rejects.toThrow(`There are reports under new units: ${cell}`);
  });
});

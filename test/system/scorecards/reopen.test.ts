import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { monthDigits } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { runNight, turnQueues } from '#test/system/system.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const month = addMonths(lastMonth, -1);
const older = addMonths(lastMonth, -4);
const head = 'id;level;kind;name;type;from;to;group';
const cell = (slug: string, name: string, from: string, to = '') =>
  `yen-the.tam-hiep.${slug};cell;Chi bộ thôn;${name};thon;${from};${to};`;
const units = [
  head,
  'yen-the;district;huyện;Yên Thế;;2019-03;;',
  'yen-the.tam-hiep;commune;xã;Tam Hiệp;;2019-03;;1',
  cell('dong', 'Đông', '2019-03'),
].join('\n');

let district: Visitor;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-reopen-'));
  await enterDistrict(units, [
    { user: 'yen-the', role: 'district', unit: 'yen-the' },
    { user: 'tam-hiep', role: 'commune', unit: 'yen-the.tam-hiep' },
  ]);
  district = await Visitor.signedIn('yen-the');
  for (const each of [older, month]) await close(each);
});
afterAll(() => rm(folder, { recursive: true }));

const close = (of: string) => admin('rollup', '--district', 'yen-the', '--month', of, '--official');
const verify = (of: string, unit = 'yen-the') => admin('verify', '--scorecard', `${unit}/${of}`);
const official = async (of: string) => (await district.json(`/scorecards/yen-the/${of}.json`)) as Scorecard;

async function importUnits(...lines: readonly string[]): Promise<string> {
  const file = join(folder, 'units.csv');
  await writeFile(file, [head, ...lines].join('\n'));
  return admin('import', 'units', file);
}

const reopen = async (of: string, reason: string) =>
  district.post(`/scorecards/yen-the/${of}/reopen`, { csrf: await district.csrf(), reason, baseRevision: '0' });

describe('a closed month', () => {
  it('refuses a unit of a past month by its line, with the way out, and enters nothing of the file', async () => {
    const refused = importUnits(cell('nam', 'Nam', thisMonth), cell('tay', 'Tây', older));
    await expect(refused).rejects.toThrow(`${month} is closed`);
    await expect(refused).rejects.toThrow(new RegExp(`line 2, 3: .*Tháng ${monthDigits(month)} đã chốt.*mở lại tháng`));
    expect(await importUnits(cell('dong', 'Đông', '2019-03'))).toContain('0 of them new');
    expect(await verify(month)).toContain('the same');
    const rename = ['unit', '--unit', 'yen-the.tam-hiep.dong', '--name', 'Đông Mới'];
    await expect(admin(...rename)).rejects.toThrow('is closed');
    expect(await admin(...rename, '--from', thisMonth)).toContain('changed');
    await close(month);
    expect((await official(month)).revision).toBe(1);
  });

  it('is opened again by the district with a reason, closed again by the night, and says what changed and why', async () => {
    const page = await district.get(`/scorecards/yen-the/${older}`);
    expect(page.text).toContain(`/scorecards/yen-the/${older}/reopen`);
    const blank = await reopen(older, '  ');
    expect(blank.status).toBe(422);
    const opened = await reopen(older, 'Sót chi bộ thôn Tây khi lập danh sách');
    expect(opened.text).toContain('Tháng đang mở lại');
    // Of the months after it the new unit is no part.
    expect(await importUnits(cell('tay', 'Tây', older, older))).toContain('1 of them new');
    await expect(verify(older)).rejects.toThrow('NOT ALL IS COUNTED');

    await runNight();
    await turnQueues(65);
    await expect.poll(async () => (await official(older)).revision, { interval: 300 }).toBe(2);
    const reason = 'Sót chi bộ thôn Tây khi lập danh sách';
    expect((await official(older)).corrections).toContainEqual({
      of: 'yen-the.tam-hiep.tay',
      kind: 'units',
      names: { after: 'Chi bộ thôn Tây' },
      reason,
    });
    const shown = await district.get(`/scorecards/yen-the/${older}`);
    expect(shown.text).toContain(`Thêm Chi bộ thôn Tây. Lý do: ${reason}`);
    expect(await verify(older)).toContain('the same');
    expect(await verify(`${older}/1`)).toContain('the same');
    expect(await verify(month)).toContain('the same');
    expect((await official(month)).revision).toBe(1);
    const audit = await district.get('/audit');
    expect(audit.text).toContain(`yen-the#reopened#${older}#1`);
    // The district's sums are today's: the commune's file of today has them, the one before it has not.
    const commune = await Visitor.signedIn('tam-hiep');
    const file = (revision: number) => commune.json(`/scorecards/yen-the.tam-hiep/${older}.json?revision=${revision}`);
    expect(await file(2)).toMatchObject({ revision: 2, place: { unit: 'yen-the', revision: 2 } });
    expect(await file(1)).toMatchObject({ revision: 1 });
    expect(await file(1)).not.toHaveProperty('place');
    await expect(importUnits(cell('bac', 'Bắc', older, older))).rejects.toThrow(`${older} is closed`);
  });

  it('is opened again by the operator too, with a reason and on record', async () => {
    const words = ['reopen', '--district', 'yen-the', '--month', month];
    await expect(admin(...words)).rejects.toThrow('--reason');
    await expect(admin('reopen', '--district', 'yen-the', '--month', thisMonth, '--reason', 'Nhầm')).rejects.toThrow(
      'is not closed',
    );
    expect(await admin(...words, '--reason', 'Theo công văn của huyện')).toContain('open again; the night closes it');
    expect((await district.get('/audit')).text).toContain(`yen-the#reopened#${month}#1`);
    expect((await district.get(`/scorecards/yen-the/${month}/reopen`)).text).toContain('Theo công văn của huyện');
    await close(month);
    expect(await official(month)).toMatchObject({ revision: 2, reopenings: 1 });
  });
});

it('spans that do not hold together are refused by their line, and a report of a cell that did not stand yet on its form', async () => {
  const commune = 'yen-the.canh-nau;commune;xã;Canh Nậu;;2019-03';
  const own = 'yen-the.canh-nau.trai;cell;Chi bộ thôn;Trại;thon;2019-03';
  await expect(importUnits(`${commune};${month};`, `${own};;`)).rejects.toThrow(/line 3: .* ends in/);
  await expect(importUnits(`${commune};;`, `${own};2019-02;`)).rejects.toThrow('ends before it begins');
  expect(await importUnits(cell('cu', 'Cũ', thisMonth))).toContain('1 of them new');
  const form = { ...meeting('yen-the.tam-hiep.cu', { date: `${lastMonth}-03` }), csrf: await district.csrf() };
  const refused = await district.post('/reports', { ...form, baseRevision: '0' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Không có chi bộ này.');
});

it('what a lost process has entered and not copied is copied by the night', async () => {
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs).cells;
  const Key = { pk: 'yen-the', sk: 'units#yen-the.tam-hiep' };
  const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  await importUnits(cell('moi', 'Mới', thisMonth));
  await db.send(new PutCommand({ TableName, Item: Item as Record<string, unknown> }));
  const boardText = async () => (await district.get(`/months/${thisMonth}?unit=yen-the.tam-hiep`)).text;
  expect(await boardText()).not.toContain('Chi bộ thôn Mới');
  await runNight();
  expect(await boardText()).toContain('Chi bộ thôn Mới');
});

import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { FORMAT, UnreadableItem } from '#functions/store/format.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { aUnit, entered, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const now = '2021-03-12T00:00:00.000Z';
let own: District;
let logged: string[];

beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)));
});

beforeAll(async () => {
  own = await aDistrict(database(), 'dang-thuc');
});

/** Puts an item back in a format that is not known yet. */
async function renew(TableName: string, Key: { readonly pk: string; readonly sk: string }): Promise<void> {
  const { db } = database();
  const { Item } = await db.send(new GetCommand({ TableName, Key }));
  expect(Item).toMatchObject({ format: FORMAT });
  await db.send(new PutCommand({ TableName, Item: { ...Item, format: FORMAT + 1 } }));
}

it('a report in a newer format is named as one that cannot be counted, and the others are counted', async () => {
  await own.report('thanh-van.thanh-binh');
  await own.report('thanh-van.thanh-an');
  const id = `${own.district}.thanh-van.thanh-an_2021-02-03_regular`;
  await renew(database().meetings, { pk: `${own.district}#2021-02`, sk: `${id}#0001` });
  expect(await rollUp({ district: own.district, month: of, official: false }, own.stores, now)).toEqual([
    { kind: 'report', name: `${id}#1`, why: 'unreadable' },
  ]);
  expect(parts(await own.current('', of), 'reported')).toEqual([1, 3]);
  await expect(own.stores.reports.newest(id as never)).rejects.toThrow(`${id}#0001 is stored in format ${FORMAT + 1}`);
});

it('a scorecard and a commune’s units in a newer format are refused by their keys, and a matter leaves the others', async () => {
  const { district, stores } = own;
  await renew(database().scorecards, { pk: district, sk: '2021-02#live' });
  await expect(stores.scorecards.current(district, of)).rejects.toThrow(`${district} 2021-02#live is stored in format`);
  const commune = `${district}.moi`;
  await stores.directory.saveUnits(commune, [aUnit(commune)], 0, entered);
  await renew(database().cells, { pk: district, sk: `units#${commune}` });
  // What pages read is a copy: the history has the same.
  expect(await stores.directory.unit(commune)).toMatchObject({ id: commune });
  await renew(database().cells, { pk: `${district}#units`, sk: `${commune}#0001` });
  expect(await stores.directory.unit(commune)).toBeUndefined();
  await expect(stores.directory.newestUnitsOf(commune)).rejects.toThrow(`${commune}#0001 is stored in format`);
  const source = `${district}.thanh-van.thanh-binh_2021-02-03_regular`;
  const said = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
  await stores.matters.raise({ source, rows: [said, { ...said, topic: 'MT' }], by: entered.by, at: now });
  await renew(database().matters, { pk: district, sk: `${source}_1` });
  expect((await stores.matters.all(district)).map(({ id }) => id)).toEqual([`${source}_2`]);
  expect(logged.at(-1)).toBe(JSON.stringify({ message: 'unreadable item', kind: 'matter', name: `${source}_1` }));
  await expect(stores.matters.find(`${source}_1`)).rejects.toThrow(UnreadableItem);
});

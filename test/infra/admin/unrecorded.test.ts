import { beforeAll, expect, it } from 'vitest';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { sayVerdict } from '#infra/admin/say-verdict.ts';
import { unrecorded } from '#infra/admin/unrecorded.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { type Theme, themeCodes } from '#shared/themes/themes.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District } from '#test/functions/rollup/district.ts';
import { entered, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const now = '2021-06-12T00:00:00.000Z';
const keepDays = 365;
let own: District;
let stores: Parameters<typeof unrecorded>[2];

beforeAll(async () => {
  own = await aDistrict(database(), 'nhat-ky');
  const { db, audit, scorecards, meetings } = database();
  const records = { audit: auditStore(db, audit, keepDays), seals: sealStore(db, scorecards) };
  stores = { ...own.stores, ...records, targets: targetStore(db, meetings) };
  // Of the day on which the reports are stored, which the day's seal tells.
  await record('2021-02-04T01:00:00.000Z', 'signed-in', 'x');
  const seal = { number: 1, digest: 'x', at: now };
  await sealStore(db, scorecards).seal({ district: own.district, day: '2021-02-04', ...seal });
});

const record = (at: string, kind: 'changed' | 'signed-in', name: string) =>
  auditStore(database().db, database().audit, keepDays).append(own.district, { kind, at, of: name, from: '*' });
const id = (path: string) => `${own.district}.${path}_2021-02-03_regular`;
const lacking = (path = '', at = now) =>
  unrecorded(path ? `${own.district}.${path}` : own.district, of, stores, { now: at, keepDays });

it('a stored revision without its entry is named, for the district and its commune; late by a night it counts', async () => {
  await own.report('thanh-van.thanh-binh');
  await own.report('thanh-van.thanh-an');
  await own.report('chau-minh.ngo-xa');
  await record('2021-02-04T02:00:00.000Z', 'changed', `${id('thanh-van.thanh-binh')}#1`);
  await record('2021-02-05T02:00:00.000Z', 'changed', `${id('chau-minh.ngo-xa')}#1`);
  const named = [`Stored on 2021-02-04 without an entry in the audit: ${id('thanh-van.thanh-an')}#1`];
  expect(await lacking()).toEqual(named);
  expect(await lacking('thanh-van')).toEqual(named);
  expect(await lacking('chau-minh')).toEqual([]);
});

it('cannot be told of what is older than entries are kept', async () => {
  expect(await lacking('', '2022-03-12T00:00:00.000Z')).toEqual([]);
});

it('so can a step of a concern and a reopening', async () => {
  const raiser = { source: id('thanh-van.thanh-binh'), by: entered.by, at: '2021-02-04T02:00:00.000Z' };
  const said = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' } as const;
  await own.stores.matters.raise({ ...raiser, rows: [said] });
  const step = { kind: 'settle', answer: 'Đã xong', by: entered.by, at: '2021-02-10T02:00:00.000Z' } as const;
  await own.stores.matters.append(`${id('thanh-van.thanh-binh')}_1`, step, 1);
  const { district } = own;
  await own.stores.reopenings.reopen({ district, month: of, revision: 1, by: entered.by, at: now, reason: 'Sót' });
  expect(await lacking()).toEqual([
    expect.stringContaining(`${id('thanh-van.thanh-an')}#1`),
    expect.stringContaining(`${id('thanh-van.thanh-binh')}_1#2`),
    expect.stringContaining(`${district}#reopened#2021-02#1`),
  ]);
});

it('so can what a commune records of its officers, their list and a thematic plan', async () => {
  const { district, stores: own_ } = own;
  const commune = `${district}.chau-minh`;
  const cell = `${commune}.ngo-xa`;
  const made = { by: entered.by, at: '2021-02-12T02:00:00.000Z' };
  await own_.officers.append({ commune, members: ['Bí thư'], charges: {} }, 0, made);
  await own_.officers.record({ commune, month: of, cells: {} }, 0, made);
  await own_.thematicPlans.append(
    { cell, year: '2021' as Year, quarters: { 1: { theme: themeCodes[0] as Theme } } },
    0,
    made,
  );
  const names = [`${commune}#2021-02#charge#1`, `${commune}#charge#1`, `${cell}#themes#2021`];
  expect(await lacking('chau-minh')).toEqual(names.map((name) => expect.stringContaining(name)));
  for (const name of names) await record(made.at, 'changed', name);
  expect(await lacking('chau-minh')).toEqual([]);
});

it('verify says so, and does not call that whole', () => {
  const scorecard = { unit: 'h', month: of, revision: 1, digest: 'd' };
  const verdict = { scorecard, inputs: 1, differences: [], expired: [] };
  expect(sayVerdict(verdict)).toContain('the same, digest d');
  expect(sayVerdict({ ...verdict, otherRules: { counted: 1, own: 2 } })).toContain('other code, the same data');
  expect(() => sayVerdict({ ...verdict, unrecorded: ['x'] })).toThrow('NOT ALL IS ON RECORD.\n  x');
  expect(() => sayVerdict({ ...verdict, uncounted: ['x'] })).toThrow('NOT ALL IS COUNTED.\n  x');
  expect(() => sayVerdict({ ...verdict, differences: ['x'] })).toThrow('NOT THE SAME.\n  x');
});

it('targets of a cell that were stored in the month have their entry too', async () => {
  const { db, meetings } = database();
  const cell = `${own.district}.thanh-van.thanh-binh`;
  const target = { what: 'Đường', unit: 'road', quantity: 600, quarters: {} } as const;
  const by = { user: 'x', role: 'commune', unit: own.district } as const;
  const before = await lacking('thanh-van');
  await targetStore(db, meetings).append({ cell, year: '2021' as Year, targets: [target] }, 0, {
    by,
    at: '2021-02-20T02:00:00.000Z',
  });
  const named = `Stored on 2021-02-20 without an entry in the audit: ${cell}_2021_targets`;
  expect(await lacking('thanh-van')).toEqual([...before, named]);
  await record('2021-02-20T02:00:00.000Z', 'changed', `${cell}_2021_targets`);
  expect(await lacking('thanh-van')).toEqual(before);
});

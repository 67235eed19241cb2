import { isDeepStrictEqual } from 'node:util';
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { plan } from '#functions/plan/plan.ts';
import { followRequest } from '#functions/rollup/follow-request.ts';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { owedStore } from '#functions/store/owed-store.ts';
import type { Day } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { visitIdOf } from '#shared/visits/visit.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict } from '#test/functions/rollup/district.ts';
import { howMany } from '#test/how-many.ts';
import { month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const now = '2021-03-02T00:00:00.000Z';
/** Of the day before: a run of its own day need not read again what it counted. */
const before = '2021-03-01T00:00:00.000Z';
type Item = Record<string, unknown>;

/** Values that stand where others are expected. */
const others = [
  null,
  '',
  'hỏng',
  0,
  -1,
  1e15,
  1.5,
  '3',
  true,
  [],
  {},
  [null],
  { a: { b: 1 } },
  '2021-13',
  '9999-99-99T',
];

/** DynamoDB itself refuses keys of another type. */
const keys = ['pk', 'sk', 'thematicIn', 'openIn'];

/** One thing in a value is gone, other than it was, cut short or swapped with its neighbour. */
function corrupted(value: unknown, steps: readonly number[], how: number): unknown {
  const [step = 0, ...deeper] = steps;
  if (typeof value === 'string' && value.length > 1 && how % 3 === 0)
    return value.slice(0, value.length - 1 - (step % 3));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return others[how % others.length];
  const names = Object.keys(value).filter((name) => !keys.includes(name));
  const name = names[step % names.length];
  if (name === undefined) return others[how % others.length];
  const copy = structuredClone(value) as Record<string, unknown>;
  if (deeper.length > 0) copy[name] = corrupted(copy[name], deeper, how);
  else if (how % 4 === 0) delete copy[name];
  else if (how % 4 === 1) copy[name] = copy[names[(step + 1) % names.length] as string];
  else copy[name] = others[how % others.length];
  return copy;
}

/** A district in which something of each kind stands below the first commune, and reports in the second. */
async function aFullDistrict(name: string) {
  const own = await aDistrict(database(), name);
  const { stores, district } = own;
  const commune = `${district}.thanh-van`;
  const cell = `${commune}.thanh-binh`;
  const by = { by: { user: 'x', role: 'commune', unit: commune }, at: '2021-02-10T00:00:00.000Z' } as const;
  await own.report('thanh-van.thanh-binh', { matters: [{ topic: 'DD', summary: 'Ngõ đi', severity: 'medium' }] });
  await own.report('thanh-van.thanh-binh', { kind: 'thematic', date: '2021-01-20' as Day });
  await own.report('chau-minh.ngo-xa');
  const visit = { group: 1, unit: cell, date: '2021-02-15' as Day, meeting: 'cell', state: 'planned' } as const;
  await stores.visits.append({ ...visit, id: visitIdOf(visit) }, 0, by);
  const said = { topic: 'MT', summary: 'Rác', severity: 'low' } as const;
  await stores.matters.raise({ source: `${cell}_2021-02-03_regular`, rows: [said], ...by });
  await stores.officers.append({ commune, members: ['Phó Bí thư'], charges: { [cell]: 'Phó Bí thư' } }, 0, by);
  await stores.officers.record({ commune, month: of, cells: { [cell]: { attendedOn: '2021-02-03' as Day } } }, 0, by);
  await stores.thematicPlans.append({ cell, year: '2021' as Year, quarters: { 1: { theme: 'MT' } } }, 0, by);
  return own;
}

type Items = readonly { readonly table: string; readonly item: Item }[];

const keyOf = ({ table, item }: Items[number]) => [table, item['pk'], item['sk']].join(' ');

/** Every item there is, always in the same order. */
async function allItems(): Promise<Items> {
  const { db, cells, meetings, matters, scorecards } = database();
  const found = [cells, meetings, matters, scorecards].map(async (table) => {
    const { Items = [] } = await db.send(new ScanCommand({ TableName: table }));
    return Items.map((item) => ({ table, item })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  });
  return (await Promise.all(found)).flat();
}

/** Those of the district's first commune or its own that the roll-up reads. */
function readOf(district: string, all: Items): Items {
  return all.filter(({ item: { pk, sk } }) => {
    const isOwn = new RegExp(`^${district}(\\.thanh-van)?(#|$)`).test(String(pk));
    // The words of reports are not counted.
    return isOwn && !String(sk).includes('chau-minh') && !String(pk).endsWith('#text');
  });
}

const put = (table: string, item: unknown) =>
  database().db.send(new PutCommand({ TableName: table, Item: item as Item }));

/** Puts everything back as it was. */
async function restore(before: Items): Promise<void> {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  for (const each of await allItems()) {
    const { table, item } = each;
    const Key = { pk: item['pk'], sk: item['sk'] };
    if (!was.has(keyOf(each))) await database().db.send(new DeleteCommand({ TableName: table, Key }));
    else if (isDeepStrictEqual(was.get(keyOf(each))?.item, item)) was.delete(keyOf(each));
  }
  for (const { table, item } of was.values()) await put(table, item);
}

const untouched = (scorecard: Scorecard | undefined) =>
  scorecard && {
    indicators: scorecard.indicators.map(({ previousMonth, previousYear, ...own }) => own),
    children: scorecard.children.length,
  };

type Breakable = Awaited<ReturnType<typeof aBreakable>>;

/** A full district that has been rolled up, and a way to try it with one of its items broken. */
async function aBreakable(name: string) {
  const own = await aFullDistrict(name);
  const run = (at = now) => rollUp({ district: own.district, month: of, official: false }, own.stores, at);
  await run(before);
  const sound = untouched(await own.current('chau-minh', of));
  const all = await allItems();
  return {
    ...{ own, run, items: readOf(own.district, all) },
    async check(at?: string): Promise<readonly string[]> {
      const leftOut = (await run(at)).map(({ name }) => name);
      expect(untouched(await own.current('chau-minh', of))).toEqual(sound);
      expect((await own.current('', of))?.children.map(({ unit }) => unit)).toContain(`${own.district}.chau-minh`);
      // What was left out is of what was broken.
      for (const name of leftOut) expect(name).not.toContain('chau-minh');
      return leftOut;
    },
    restore: () => restore(all),
  };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

it('whatever is broken in whatever item, the run succeeds and the other commune’s figures are what they were', async () => {
  const { items, check, restore } = await aBreakable('hong');
  await fc.assert(
    fc
      .asyncProperty(
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom(now, before),
        async (which, steps, how, at) => {
          const { table, item } = items[which % items.length] as Items[number];
          await put(table, corrupted(item, steps, how));
          await check(at);
        },
      )
      .afterEach(restore),
    { numRuns: howMany.brokenItems, endOnFailure: true },
  );
});

describe('a directory whose copy for pages is broken', () => {
  it.each(['', '.thanh-van'])('has the units of “%s” from the history, and names the copy', async (path) => {
    const { own, items, check, run, restore } = await aBreakable(`hong-ban${path.replace('.', '-')}`);
    const unit = `${own.district}${path}`;
    const { table, item } = items.find(({ item: { sk } }) => sk === `units#${unit}`) as Items[number];
    const before = untouched(await own.current('thanh-van', of));
    for (const units of [[], null, 'hỏng', undefined]) {
      await put(table, { ...item, units });
      expect(await check()).toEqual([`${unit}_units`]);
      expect(untouched(await own.current('thanh-van', of))).toEqual(before);
    }
    await restore();
    expect(await run()).toEqual([]);
  });
});

describe('a district whose own units cannot be read, neither the copy nor the history', () => {
  /** Breaks both, and returns what a run names. */
  const breakUnit = async ({ own, items }: Breakable, path = '') => {
    const unit = `${own.district}${path}`;
    const both = items.filter(({ item: { sk } }) => sk === `units#${unit}` || sk === `${unit}#0001`);
    for (const { table, item } of both) await put(table, { ...item, units: null });
    return [`${unit}_units`, `${unit}_units#1`];
  };

  /** Follows a request as the queue's function does, and returns what it names. */
  const following = ({ own }: Breakable, official: boolean) => {
    const { db, ...names } = database();
    const owed = owedStore(db, names.owed);
    const audit = auditStore(db, names.audit, 30);
    const sealing = { audit, seals: sealStore(db, names.scorecards) };
    const request = { district: own.district, month: of, official };
    const deps = { stores: own.stores, sealing, owed, queue: { ask: async () => undefined } };
    return { owed, request, run: async () => (await followRequest(request, deps)).toSorted() };
  };

  it.each([false, true])(
    'keeps its scorecards and what is owed to them, and is named; official: %s',
    async (official) => {
      const district = await aBreakable(`hong-goc-${official}`);
      const { own } = district;
      const { owed, request, run } = following(district, official);
      await run();
      const before = await own.current('', of);
      const at = '2021-02-10T00:00:00.000Z';
      await owed.note({ id: 'a-change', district: own.district, at, storedAt: at, rollUp: request });
      const named = await breakUnit(district);
      expect(await run()).toEqual(named);
      expect(await own.current('', of)).toEqual(before);
      expect(await owed.all(own.district)).toHaveLength(1);
      expect(await own.stores.directory.directory(own.district, of)).toBeUndefined();
      await district.restore();
      expect(await run()).toEqual([]);
      expect(await owed.all(own.district)).toEqual([]);
    },
  );

  it('and a commune of a closed month in the same way: what was made official stands', async () => {
    const district = await aBreakable('hong-xa');
    const { run } = following(district, true);
    await run();
    const before = await district.own.current('', of);
    const named = await breakUnit(district, '.thanh-van');
    expect(await run()).toEqual(expect.arrayContaining(named));
    expect(await district.own.current('', of)).toEqual(before);
    await district.restore();
    expect(await run()).toEqual([]);
  });

  it('is a fault where nothing is broken: no such district was entered', async () => {
    const { own } = await aBreakable('hong-ai');
    await expect(rollUp({ district: 'khong-ai', month: of, official: false }, own.stores, now)).rejects.toThrow(
      'No such district: khong-ai',
    );
  });

  it('is not planned, and the others are', async () => {
    const district = await aBreakable('hong-dem');
    await aDistrict(database(), 'lanh-dem');
    await breakUnit(district);
    const planned = (await plan(district.own.stores, now)).map((each) => each.district);
    expect(planned).toContain('lanh-dem');
    expect(planned).not.toContain('hong-dem');
    await district.restore();
  });
});

import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
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

/** Every item of the district that is of its first commune or its own, of all that the roll-up reads. */
async function itemsOf(district: string): Promise<{ readonly table: string; readonly item: Item }[]> {
  const { db, cells, meetings, matters, scorecards } = database();
  const found = [cells, meetings, matters, scorecards].map(async (table) => {
    const { Items = [] } = await db.send(new ScanCommand({ TableName: table }));
    return Items.filter(({ pk, sk }) => {
      const isOwn = new RegExp(`^${district}(\\.thanh-van)?(#|$)`).test(pk);
      // The words of reports are not counted.
      return isOwn && !sk.includes('chau-minh') && !pk.endsWith('#text');
    }).map((item) => ({ table, item }));
  });
  return (await Promise.all(found)).flat();
}

const untouched = (scorecard: Scorecard | undefined) =>
  scorecard && {
    indicators: scorecard.indicators.map(({ previousMonth, previousYear, ...own }) => own),
    children: scorecard.children.length,
  };

it('whatever is broken in whatever item, the run succeeds and the other commune’s figures are what they were', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let districts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      async (which, steps, how) => {
        districts += 1;
        const own = await aFullDistrict(`hong-${districts}`);
        const run = () => rollUp({ district: own.district, month: of, official: false }, own.stores, now);
        await run();
        const before = untouched(await own.current('chau-minh', of));
        const items = await itemsOf(own.district);
        const { table, item } = items[which % items.length] as (typeof items)[number];
        await database().db.send(new PutCommand({ TableName: table, Item: corrupted(item, steps, how) as Item }));
        const leftOut = await run();
        expect(untouched(await own.current('chau-minh', of))).toEqual(before);
        expect((await own.current('', of))?.children.map(({ unit }) => unit)).toContain(`${own.district}.chau-minh`);
        // What was left out is of what was broken.
        for (const { name } of leftOut) expect(name).not.toContain('chau-minh');
      },
    ),
    { numRuns: howMany.brokenItems, endOnFailure: true },
  );
}, 120_000);

import { beforeEach, expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { changeUnits } from '#functions/store/change-units.ts';
import { verify } from '#infra/admin/verify.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Unit } from '#shared/units/units.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { aUnit, day, entered, month } from '#test/shared/samples.ts';

const database = onDynalite();
const before = month('2021-02');
const after = month('2021-03');
let own: District;
let districts = 0;

const id = (path: string) => (path ? `${own.district}.${path}` : own.district);
const official = (path: string, of = after) => own.stores.scorecards.official(id(path), of);
const close = (of = after, at = '2021-04-12T00:00:00.000Z') =>
  rollUp({ district: own.district, month: of, official: true }, own.stores, at);
const change = (to: (units: readonly Unit[]) => readonly Unit[]) =>
  changeUnits(
    own.district,
    to,
    { ...entered, at: '2021-02-20T00:00:00.000Z' },
    { ...own.stores, record: async () => undefined },
  );
/** What stands in some communes ends in a month, and other units follow it. */
const reform = (ending: readonly string[], last: string, made: readonly Unit[]) => (units: readonly Unit[]) => [
  ...units.map((unit) =>
    ending.some((path) => unit.id === id(path) || unit.id.startsWith(`${id(path)}.`))
      ? { ...unit, to: month(last) }
      : unit,
  ),
  ...made,
];
const follows = (path: string, from: string, predecessors: readonly string[]) =>
  aUnit(id(path), { from: month(from), predecessors: predecessors.map(id) });

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `cai-cach-${districts}`);
  await own.report('thanh-van.thanh-binh');
  await own.report('thanh-van.thanh-binh', { kind: 'thematic', date: day('2021-02-10'), durationMinutes: 60 });
  await own.stores.matters.raise({
    source: `${id('thanh-van.thanh-an')}_2021-02-03_regular`,
    rows: [{ topic: 'DD', summary: 'Ngõ đi chung', severity: 'medium' }],
    ...{ by: entered.by, at: '2021-02-05T00:00:00.000Z' },
  });
  const made = [
    follows('moi', '2021-03', ['thanh-van', 'chau-minh']),
    follows('moi.thanh-binh', '2021-03', ['thanh-van.thanh-binh']),
    follows('moi.thanh-an', '2021-03', ['thanh-van.thanh-an']),
    follows('moi.ngo-xa', '2021-03', ['chau-minh.ngo-xa']),
  ];
  await change(reform(['thanh-van', 'chau-minh'], '2021-02', made));
  await own.report('moi.thanh-binh', { date: day('2021-03-03') });
});

it('the thematic meetings and the open matters of the cells before count for their heirs', async () => {
  await close();
  const card = await official('moi');
  const quarter = card?.children.find(({ unit }) => unit === id('moi.thanh-binh'))?.indicators;
  const found = quarter?.find((indicator) => indicator.id === 'thematicQuarter');
  expect([found?.numerator, found?.denominator]).toEqual([1, 1]);
  expect(parts(card, 'mattersOverdue')).toEqual([1, 1]);
  expect(parts(await official(''), 'mattersOverdue')).toEqual([1, 1]);
});

it('one commune counted alone is counted as with all the others', async () => {
  const at = '2021-03-20T02:00:00.000Z';
  const request = { district: own.district, month: after, official: false };
  await rollUp(request, own.stores, at);
  const whole = await own.current('moi', after);
  await rollUp({ ...request, commune: id('moi') }, own.stores, at);
  expect(await own.current('moi', after)).toEqual(whole);
  expect(parts(whole, 'mattersOverdue')?.[1]).toBe(1);
});

it('an official scorecard follows from its inputs, also after the next reform', async () => {
  await close();
  const last = [follows('moi-nua', '2021-05', ['moi']), follows('moi-nua.thanh-binh', '2021-05', ['moi.thanh-binh'])];
  expect((await change(reform(['moi'], '2021-04', last))).kind).toBe('stored');
  await close();
  for (const path of ['', 'moi']) {
    const verdict = await verify({ unit: id(path), month: after }, own.stores, '2021-06-12T00:00:00.000Z');
    expect(verdict.differences).toEqual([]);
    expect(verdict.uncounted).toEqual([]);
    expect((await official(path))?.revision).toBe(1);
  }
});

it('the month before stays as it was, byte for byte, and is what the next is compared with', async () => {
  await close(before, '2021-03-12T00:00:00.000Z');
  const first = await official('thanh-van', before);
  await close();
  await close(before);
  expect(await official('thanh-van', before)).toEqual(first);
  const whole = { numerator: 1, denominator: 3 };
  const previous = (of: Pick<Scorecard['children'][number], 'indicators'> | undefined) =>
    of?.indicators.find((each) => each.id === 'reported')?.previousMonth;
  const merged = await official('moi');
  expect(previous(merged)).toEqual(whole);
  expect(merged?.children.map(previous)).toContainEqual({ numerator: 1, denominator: 1 });
  expect(previous((await official(''))?.children.find(({ unit }) => unit === id('moi')))).toEqual(whole);
});

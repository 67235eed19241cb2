import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { plan } from '#functions/plan/plan.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { addMonths, type Month } from '#shared/period.ts';
import { deadlines, type Unit } from '#shared/units/units.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aUnit, entered, month } from '#test/shared/samples.ts';

/** Only the lookups of a directory that planning reads, for districts that need no table. */
function listOf(...districts: readonly Unit[]): Parameters<typeof plan>[0] {
  return {
    directory: {
      districts: async () => districts.map(({ id }) => id),
      unit: async (id) => districts.find((district) => district.id === id),
      settleUnits: async () => [],
    },
    reopenings: { months: async () => [] },
    scorecards: {
      official: async () => undefined,
      officialMonths: async () => [],
      openSince: async () => undefined,
    },
  };
}

const planned = async (district: Unit, now: string) =>
  (await plan(listOf(district), now)).map((request) => [request.month, request.official]);

/** Half past midnight in Vietnam, when the schedule runs. */
const night = (day: string) => new Date(Date.parse(`${day}T00:30:00+07:00`)).toISOString();

describe('a night', () => {
  it.each([
    [
      '2021-03-01',
      [
        ['2021-01', true],
        ['2021-02', false],
        ['2021-03', false],
      ],
    ],
    [
      '2021-03-10',
      [
        ['2021-01', true],
        ['2021-02', false],
        ['2021-03', false],
      ],
    ], // the closing day is not over
    [
      '2021-03-11',
      [
        ['2021-01', true],
        ['2021-02', true],
        ['2021-03', false],
      ],
    ],
    [
      '2021-01-05',
      [
        ['2020-11', true],
        ['2020-12', false],
        ['2021-01', false],
      ],
    ],
  ])('of %s asks for %j', async (day, requests) => {
    expect(await planned(aUnit('hiep-hoa'), night(day))).toEqual(requests);
  });

  it('goes by the month in Vietnam: its first half hour is still yesterday in UTC', async () => {
    expect(night('2021-03-01').slice(0, 10)).toBe('2021-02-28');
    expect((await planned(aUnit('hiep-hoa'), night('2021-03-01'))).at(-1)).toEqual(['2021-03', false]);
  });
});

describe('every month of a district', () => {
  it.each([1, 10, 27, 28])(
    'is asked for as official once the %i. has passed, on the very next night',
    async (closingDay) => {
      const district = aUnit('hiep-hoa', {
        choices: [{ from: month('2019-03'), settings: { deadlines: { due: 1, closing: closingDay } } }],
      });
      for (let of: Month = month('2020-01'); of < '2022-01'; of = addMonths(of, 1)) {
        const { closing } = deadlines(district, of);
        const next = new Date(Date.parse(closing) + 31 * 60_000).toISOString();
        expect(await plan(listOf(district), next)).toContainEqual({ district: 'hiep-hoa', month: of, official: true });
        expect(await plan(listOf(district), closing)).not.toContainEqual({
          district: 'hiep-hoa',
          month: of,
          official: true,
        });
      }
    },
  );

  it('is asked for only while the district stands', async () => {
    const district = aUnit('hiep-hoa', { from: month('2021-03'), to: month('2021-04') });
    expect(await planned(district, night('2021-04-11'))).toEqual([
      ['2021-03', true],
      ['2021-04', false],
    ]);
    expect(await planned(district, night('2021-05-11'))).toEqual([
      ['2021-03', true],
      ['2021-04', true],
    ]);
    expect(await planned(district, night('2021-07-11'))).toEqual([]);
  });
});

describe('with a table', () => {
  const database = onDynalite();

  it('names every district that was entered', async () => {
    const { db, cells } = database();
    for (const id of ['hiep-hoa', 'viet-yen', 'hiep-hoa.thanh-van']) {
      for (const Item of unitItems([aUnit(id)], entered)) await db.send(new PutCommand({ TableName: cells, Item }));
    }
    const requests = await plan(rollUpStores(db, database()), night('2021-03-11'));
    expect(new Set(requests.map(({ district }) => district))).toEqual(new Set(['hiep-hoa', 'viet-yen']));
    expect(requests).toHaveLength(6);
  });
});

describe('months whose closing was missed', () => {
  const database = onDynalite();
  const monthsOf = (requests: Awaited<ReturnType<typeof plan>>, district: string) =>
    requests.filter((each) => each.district === district).map(({ month, official }) => [month, official]);

  /** A district with scorecards of some months; of an open one only a live one. */
  async function aDistrict(id: string, closed: readonly string[], open: readonly string[] = [], to?: string) {
    const { db, cells, scorecards } = database();
    const unit = aUnit(id, { from: month('2019-03'), ...(to !== undefined && { to: month(to) }) });
    for (const Item of unitItems([unit], entered)) await db.send(new PutCommand({ TableName: cells, Item }));
    const keys = [
      ...closed.map((each) => `${each}#official#0001`),
      ...[...closed, ...open].map((each) => `${each}#live`),
    ];
    for (const sk of keys) await db.send(new PutCommand({ TableName: scorecards, Item: { pk: id, sk } }));
  }

  it.each([
    ['after four months without a night', ['2020-08', '2020-09'], ['2020-10'], ['2020-10', '2020-11', '2020-12']],
    ['after two years', ['2018-12'], ['2019-01'], Array.from({ length: 22 }, (_, n) => addMonths(month('2019-03'), n))],
    ['before the first was ever closed', [], ['2020-11'], ['2020-11', '2020-12']],
    ['one that failed among others', ['2020-08', '2020-10', '2020-11', '2020-12'], [], ['2020-09']],
    ['none where all are closed', ['2020-10', '2020-11', '2020-12'], [], []],
    ['none before the system was used', [], [], []],
    ['none of years ago, before others', ['2019-04', '2020-10', '2020-11', '2020-12'], [], []],
  ])('are closed, each once: %s', async (name, closed, open, found) => {
    const id = `h-${name.replaceAll(/[^a-z]+/g, '-')}`;
    await aDistrict(id, closed, open);
    const requests = monthsOf(await plan(rollUpStores(database().db, database()), night('2021-03-11')), id);
    const usual = ['2021-01', '2021-02', '2021-03'].map((each) => [each, each !== '2021-03']);
    expect(requests).toEqual([...found.map((each) => [each, true]), ...usual]);
  });

  it('are closed of a district that has ended meanwhile, and none after it', async () => {
    await aDistrict('da-het', ['2020-05'], [], '2020-08');
    const requests = monthsOf(await plan(rollUpStores(database().db, database()), night('2021-03-11')), 'da-het');
    expect(requests).toEqual(['2020-06', '2020-07', '2020-08'].map((each) => [each, true]));
  });
});

it('a district that is listed and not entered is a fault, not a gap', async () => {
  const { directory, ...rest } = listOf();
  const broken = { ...directory, districts: async () => ['hiep-hoa'] };
  await expect(plan({ ...rest, directory: broken }, night('2021-03-11'))).rejects.toThrow('hiep-hoa');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { directoryIn } from '#shared/units/units.ts';
import { countDistrict, type PublicationOf, published } from '#test/shared/counted.ts';
import { aUnit, current, month } from '#test/shared/samples.ts';

const of = month('2021-02');
const regime = requireRegime(of);
const due = '2021-03-05T16:59:59.999Z';

const units = [
  aUnit('hiep-hoa', { kind: 'huyện', name: 'Hiệp Hòa' }),
  aUnit('hiep-hoa.thanh-van', { kind: 'xã', name: 'Thanh Vân' }),
  aUnit('hiep-hoa.thanh-van-2', { kind: 'xã', name: 'Thanh Vân 2' }),
  aUnit('hiep-hoa.thanh-van.thanh-binh', { kind: 'Chi bộ thôn', name: 'Thanh Bình' }),
  aUnit('hiep-hoa.thanh-van.thanh-an', { kind: 'Chi bộ thôn', name: 'Thanh An' }),
  aUnit('hiep-hoa.thanh-van-2.dong-lo', { kind: 'Chi bộ thôn', name: 'Đông Lỗ' }),
];
const groups = [{ number: 1, name: 'Tổ công tác số 1', communes: ['hiep-hoa.thanh-van'] }];

/** How many of 20 came in each of the three cells, in the order of `units`; `undefined`: the cell is missing. */
type Present = readonly [number | undefined, number | undefined, number | undefined];

function cellMonths(presents: Present) {
  return units
    .filter(({ level }) => level === 'cell')
    .map((cell, at) => {
      const present = presents[at];
      const meeting = present !== undefined && current({ cell: cell.id, present, excused: 20 - present });
      return judgeCellMonth(cell, meeting ? [meeting] : [], { regime, due, month: of });
    });
}

const publication: PublicationOf = {
  month: of,
  regime,
  status: 'live',
  revision: 0,
  generatedAt: '2021-03-01T00:00:00.000Z',
  inputs: 'of these reports',
};

const closed = { status: 'official', revision: 1 } as const;

function publish(
  presents: Present,
  changes: Partial<PublicationOf> = {},
  order = (list: unknown[]) => list,
): Scorecard[] {
  const directory = directoryIn(of, order([...units]) as typeof units, groups);
  const months = order(cellMonths(presents)) as ReturnType<typeof cellMonths>;
  return countDistrict(directory, months).map((figures) => published(figures, { ...publication, ...changes }));
}

const fraction = (from: Pick<Scorecard, 'indicators'> | undefined, id: IndicatorId) => {
  const found = from?.indicators.find((indicator) => indicator.id === id);
  return found && [found.numerator, found.denominator];
};

describe('a district with three cells, of which one is missing', () => {
  const all = () => publish([17, undefined, 20], closed);

  it('has a scorecard of its own and one a commune, under the names of the month', () => {
    expect(all().map(({ unit, name }) => [unit, name])).toEqual([
      ['hiep-hoa', 'huyện Hiệp Hòa'],
      ['hiep-hoa.thanh-van', 'xã Thanh Vân'],
      ['hiep-hoa.thanh-van-2', 'xã Thanh Vân 2'],
    ]);
  });

  it('counts the cells of each commune, and of no commune whose name only begins alike', () => {
    const [district, first, second] = all();
    expect(fraction(first, 'reported')).toEqual([1, 2]);
    expect(fraction(second, 'reported')).toEqual([1, 1]);
    expect(fraction(district, 'reported')).toEqual([2, 3]);
    expect(fraction(first, 'attendance')).toEqual([17, 20]);
    expect(fraction(district, 'attendance')).toEqual([37, 40]);
  });

  it('has the communes as children, ranked, and the cells as theirs', () => {
    const [district, first, second] = all();
    expect(district?.children.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['hiep-hoa.thanh-van', 2],
      ['hiep-hoa.thanh-van-2', 1],
    ]);
    expect(first?.children.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['hiep-hoa.thanh-van.thanh-an', null],
      ['hiep-hoa.thanh-van.thanh-binh', 1],
    ]);
    for (const child of district?.children ?? []) {
      const own = [first, second].find((each) => each?.unit === child.unit);
      expect(child.indicators).toEqual(own?.indicators);
    }
  });

  it('has each working group by the communes it answers for', () => {
    const [district, first] = all();
    expect(district?.groups.map(({ group, communes }) => [group, communes])).toEqual([[1, ['hiep-hoa.thanh-van']]]);
    expect(district?.groups[0]?.indicators).toEqual(first?.indicators);
  });

  it('lists the cells below the norm with the reasons', () => {
    expect(all()[0]?.belowNorm).toEqual([
      {
        cell: 'hiep-hoa.thanh-van.thanh-an',
        name: 'Chi bộ thôn Thanh An',
        commune: 'xã Thanh Vân',
        reasons: ['missing'],
      },
    ]);
  });
});

describe('the change against earlier months', () => {
  const beside = () => {
    const [previousMonth] = publish([16, 16, undefined], { month: month('2021-01'), ...closed });
    return publish([17, 18, 19], { previousMonth, ...closed })[0];
  };
  const attendance = (indicators: Scorecard['indicators'] | undefined) =>
    indicators?.find(({ id }) => id === 'attendance');

  it('stands beside each figure of the district, its communes and its groups', () => {
    const now = beside();
    const previousMonth = { numerator: 32, denominator: 40 };
    expect(attendance(now?.indicators)).toMatchObject({ previousMonth, previousYear: null });
    expect(attendance(now?.children[0]?.indicators)).toMatchObject({ previousMonth });
    expect(attendance(now?.groups[0]?.indicators)).toMatchObject({ previousMonth });
  });

  it('has no base where nothing was reported', () => {
    expect(attendance(beside()?.children[1]?.indicators)?.previousMonth).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('a month that is open', () => {
  const nothing = (scorecard: Scorecard | undefined) =>
    [scorecard, ...(scorecard?.children ?? []), ...(scorecard?.groups ?? [])].flatMap((each) =>
      (each?.indicators ?? []).filter(({ previousMonth, previousYear }) => previousMonth || previousYear),
    );

  it('is compared with no other, and ranks nobody, however much has been reported', () => {
    const [earlier] = publish([16, 16, 16], { month: month('2021-01'), ...closed });
    const beside = { previousMonth: earlier, quarterBefore: earlier, previousYear: earlier };
    for (const scorecard of publish([17, 20, 20], beside)) {
      expect(nothing(scorecard)).toEqual([]);
      expect(scorecard.children.map(({ rank }) => rank)).toEqual(scorecard.children.map(() => null));
    }
  });

  it('is not what a closed one is compared with', () => {
    const [open] = publish([16, undefined, undefined], { month: month('2021-01') });
    const [district] = publish([17, 20, 20], { ...closed, previousMonth: open, previousYear: open });
    expect(nothing(district)).toEqual([]);
  });
});

it('what is counted since the quarter began stands beside the same month of the quarter before', () => {
  const [january] = publish([16, 16, undefined], { month: month('2021-01'), ...closed });
  const [november] = publish([16, undefined, undefined], { month: month('2020-11'), ...closed });
  const [district] = publish([17, 18, 19], { ...closed, previousMonth: january, quarterBefore: november });
  const before = (id: IndicatorId) => district?.indicators.find((each) => each.id === id)?.previousMonth;
  expect(before('reported')).toEqual({ numerator: 2, denominator: 3 });
  expect(before('thematicQuarter')).toEqual({ numerator: 0, denominator: 3 });
  expect(publish([17, 18, 19], { ...closed, previousMonth: january })[0]?.indicators).toContainEqual(
    expect.objectContaining({ id: 'themesHeld', previousMonth: null }),
  );
});

describe('the digest', () => {
  const digests = (...given: Parameters<typeof publish>) => publish(...given).map(({ digest }) => digest);
  const one = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  const presents: fc.Arbitrary<Present> = fc.tuple(one, one, one);

  it('does not depend on the order of units and cells', () => {
    fc.assert(
      fc.property(presents, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (given, keys) => {
        const shuffle = (list: unknown[]) =>
          list
            .map((each, at) => ({ each, key: keys[at] as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
        expect(publish(given, {}, shuffle)).toEqual(publish(given));
      }),
    );
  });

  it('changes with any count, for the commune and the district, and for no other commune', () => {
    fc.assert(
      fc.property(presents, one, (given, other) => {
        const [district, first, second] = digests(given);
        const [districtNow, firstNow, secondNow] = digests([other, given[1], given[2]]);
        const same = other === given[0];
        expect([districtNow === district, firstNow === first, secondNow === second]).toEqual([same, same, true]);
      }),
    );
  });

  it('changes with the inputs and the month, and not with when or beside what it was made', () => {
    const given: Present = [17, undefined, 20];
    const [digest] = digests(given);
    const [previousMonth] = publish([20, 20, 20]);
    expect(digests(given, { inputs: 'of others' })).not.toContain(digest);
    expect(digests(given, { month: month('2021-03') })).not.toContain(digest);
    const later = { status: 'official', revision: 2, generatedAt: '2021-04-01T00:00:00.000Z', previousMonth } as const;
    expect(digests(given, later)[0]).toBe(digest);
  });
});

it('what was made up for demonstration says so', () => {
  const [figures] = countDistrict(directoryIn(of, [aUnit('hiep-hoa', { generated: true })], []), []);
  expect(figures && published(figures, publication).generated).toBe(true);
  expect(publish([17, 17, 17])[0]).not.toHaveProperty('generated');
});

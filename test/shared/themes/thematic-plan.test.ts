import { describe, expect, it } from 'vitest';
import type { Period } from '#shared/period.ts';
import {
  baseField,
  isOver,
  parseThematicPlans,
  type ThematicPlan,
  thematicAmong,
  themeField,
  themesToCome,
  themeYearOf,
  typedThematicPlans,
} from '#shared/themes/thematic-plan.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';

const cells = ['h.a.x', 'h.a.y'].map((id) => aUnit(id));
const [x, y] = ['h.a.x', 'h.a.y'];
const year = '2021' as Period;
const stored = new Map<string, ThematicPlan>([
  [x, { cell: x, year, quarters: { 1: { theme: 'HCM' }, 2: { theme: 'MT', title: 'Thu gom rác' } } }],
]);
const setting = { year, month: month('2021-05'), cells, stored };

describe('a plan', () => {
  it('is read cell by cell; quarters that are over stay as they were, and cells of which nothing is asked', () => {
    const typed = {
      [themeField(x, '3', 'theme')]: 'DV',
      [themeField(x, '3', 'title')]: 'Hiến đất',
      [baseField(x)]: '1',
    };
    const parsed = parseThematicPlans(typed, setting);
    expect(parsed).toEqual({
      ok: true,
      plans: [
        { plan: { cell: x, year, quarters: { 1: { theme: 'HCM' }, 3: { theme: 'DV', title: 'Hiến đất' } } }, base: 1 },
      ],
    });
    expect(parseThematicPlans({ ...typed, [themeField(y, '2', 'theme')]: '' }, setting)).toMatchObject({
      plans: [{ plan: { cell: x } }, { plan: { cell: y, year, quarters: {} }, base: 0 }],
    });
  });

  it('comes back as it was typed', () => {
    const early = { ...setting, month: month('2021-01'), stored: new Map() };
    const parsed = parseThematicPlans(typedThematicPlans(stored.values()), early);
    expect(parsed.ok && parsed.plans[0]?.plan).toEqual(stored.get(x));
  });

  it.each([
    [{ [themeField(x, '3', 'title')]: 'Hiến đất' }, `${themeField(x, '3', 'theme')} required`],
    [{ [themeField(x, '3', 'theme')]: 'XYZ' }, `${themeField(x, '3', 'theme')} not-a-choice`],
    [{ [themeField(x, '1', 'theme')]: 'DV' }, `${themeField(x, '1', 'theme')} unknown-field`],
    [{ [themeField('h.b.z', '3', 'theme')]: 'DV' }, `${themeField('h.b.z', '3', 'theme')} unknown-field`],
  ])('%j is refused', (typed, error) => {
    const parsed = parseThematicPlans(typed, setting);
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });
});

const meetings = thematicAmong([
  current({ cell: x, kind: 'thematic', date: day('2021-05-20') }),
  current({ cell: x, kind: 'thematic', date: day('2021-04-20') }),
  current({ cell: x, date: day('2021-02-03') }),
  current({ cell: y, kind: 'thematic', date: day('2021-01-31') }),
]);

it('a year shows by quarter what was planned and what was held, planned or not', () => {
  const [first] = cells;
  const { quarters } = themeYearOf(first as (typeof cells)[0], stored.get(x), meetings, year, month('2021-05'));
  expect(
    quarters.map(({ number, planned, held, over }) => [number, planned?.theme, held.map(({ date }) => date), over]),
  ).toEqual([
    ['1', 'HCM', [], true],
    ['2', 'MT', ['2021-04-20', '2021-05-20'], false],
    ['3', undefined, [], false],
    ['4', undefined, [], false],
  ]);
});

it('what is planned for the quarter is to come until a thematic meeting was held in it', () => {
  expect([...themesToCome(stored.values(), [], month('2021-06'))]).toEqual([
    [x, { theme: 'MT', title: 'Thu gom rác' }],
  ]);
  expect(themesToCome(stored.values(), meetings, month('2021-06')).size).toBe(0);
  expect(themesToCome(stored.values(), [], month('2021-07')).size).toBe(0);
});

it.each([
  ['1', '2021-03', false],
  ['1', '2021-04', true],
  ['4', '2022-01', true],
] as const)('quarter %s is over in %s: %s', (number, of, over) => {
  expect(isOver(year, number, month(of))).toBe(over);
});

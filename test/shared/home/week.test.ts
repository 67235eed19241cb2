import { describe, expect, it } from 'vitest';
import { mondayOf } from '#shared/home/monday.ts';
import { seenByGroup } from '#shared/home/seen.ts';
import { besideBoard, monthEarlier, weekOf } from '#shared/home/week.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { dayAt, endOfDayAfter, type Month } from '#shared/period.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { day, month } from '#test/shared/samples.ts';

function figure(id: Indicator['id'], numerator: number, denominator: number, met: boolean | null = null): Indicator {
  const verdict = met === null ? null : met ? 'met' : 'missed';
  return {
    id,
    numerator,
    denominator,
    value: null,
    target: null,
    verdict,
    met,
    previousMonth: null,
    previousYear: null,
  };
}

const district = 'hiep-hoa';
const dueOf = (of: Month) => endOfDayAfter(of, 5);
const [a, b] = [`${district}.a`, `${district}.b`];
const whole = [
  figure('reported', 8, 10, false),
  figure('attendance', 60, 100, false),
  figure('resolution', 5, 10, false),
  figure('missing', 2, 10),
];
const child = (unit: string, resolution: number, attendance: number, arrivals = {}) => ({
  unit,
  name: unit,
  rank: null,
  arrivals,
  indicators: [
    figure('reported', 4, 5, true),
    figure('attendance', attendance, 50, false),
    figure('resolution', resolution, 5, false),
    figure('missing', 0, 5),
  ],
});
const scorecard = {
  month: '2026-10',
  regime: requireRegime(month('2026-10')).id,
  indicators: whole,
  children: [child(a, 4, 20, { '2026-10-03': 2, '2026-10-28': 1 }), child(b, 1, 45, { '2026-10-04': 1 })],
  arrivals: { '2026-10-03': 2, '2026-10-04': 1, '2026-10-28': 1, '2026-11-02': 4 },
  groups: [{ group: 1, name: '1', communes: [a], indicators: whole }],
  belowNorm: [
    { cell: `${a}.x`, name: 'x', commune: 'a', reasons: ['late', 'too-short'] },
    { cell: `${a}.y`, name: 'y', commune: 'a', reasons: ['too-short'] },
    { cell: `${district}.ab.z`, name: 'z', commune: 'ab', reasons: ['off-day'] },
  ],
} as unknown as Scorecard;

describe('the week', () => {
  const [oct, nov, dec] = ['2026-10', '2026-11', '2026-12'].map(month) as [never, never, never];
  const seen = new Map([oct, nov].map((each) => [each, scorecard] as const));

  it('sets a month so far beside what had come by the end of the same day of the month before', () => {
    const { open } = weekOf(day('2026-11-04'), { closed: oct, open: [nov], dueOf }, seen);
    expect(open).toEqual([
      {
        month: nov,
        due: dueOf(nov),
        reported: { numerator: 8, denominator: 10 },
        before: { day: '2026-10-04', count: 3 },
      },
    ]);
  });

  it('in the first days of a month tells both that are open, each beside the one before it, and when each is due', () => {
    const { open } = weekOf(
      day('2026-12-03'),
      { closed: oct, open: [nov, dec], dueOf },
      new Map([...seen, [dec, scorecard]]),
    );
    expect(open.map(({ month: of, due, before }) => [of, dayAt(due), before])).toEqual([
      [nov, '2026-12-05', { day: '2026-11-03', count: 8 }],
      [dec, '2027-01-05', { day: '2026-11-03', count: 8 }],
    ]);
  });

  it('compares with nothing where arrivals were not kept, and tells no month that was not counted', () => {
    const { arrivals: _, ...older } = scorecard;
    const { open, closed } = weekOf(
      day('2026-11-04'),
      { closed: oct, open: [nov, dec], dueOf },
      new Map([[nov, older]]),
    );
    expect([open, closed]).toEqual([
      [{ month: nov, due: dueOf(nov), reported: { numerator: 8, denominator: 10 } }],
      undefined,
    ]);
  });

  it('names first the figure in which a unit is behind the others, not the one that all miss', () => {
    const { helped } = weekOf(day('2026-11-04'), { closed: oct, open: [], dueOf }, seen);
    const lines = new Map(helped.map((each) => [each.child.unit, each.lines.map(({ id }) => id)]));
    expect(lines.get(a)).toEqual(['attendance', 'resolution']);
    expect(lines.get(b)).toEqual(['resolution', 'attendance']);
  });

  it('names the commonest causes of a unit’s own cells', () => {
    const { helped } = weekOf(day('2026-11-04'), { closed: oct, open: [], dueOf }, seen);
    expect(helped.find(({ child: { unit } }) => unit === a)?.causes).toEqual([
      { reason: 'too-short', cells: 2 },
      { reason: 'late', cells: 1 },
    ]);
    expect(helped.find(({ child: { unit } }) => unit === b)?.causes).toEqual([]);
  });

  const only = (indicators: readonly Indicator[], reasons: readonly string[][]) => {
    const own = { unit: a, name: a, rank: null, arrivals: {}, indicators };
    const cells = reasons.map((each, n) => ({ cell: `${a}.x${n}`, name: `x${n}`, commune: 'a', reasons: each }));
    const of = { ...scorecard, children: [own], belowNorm: cells } as unknown as Scorecard;
    const { helped } = weekOf(day('2026-11-04'), { closed: oct, open: [], dueOf }, new Map([[oct, of]]));
    return [helped[0]?.lines.map(({ id }) => id), helped[0]?.causes.map(({ reason }) => reason)];
  };

  it('gives each figure its own cause, were another commoner', () => {
    const indicators = [figure('onTime', 2, 5, false), figure('preparation', 1, 5, false), figure('missing', 0, 5)];
    const shy = ['unexcused-absence', 'below-attendance'];
    expect(
      only(indicators, [shy, [...shy, 'late'], shy, ['committee-not-met', 'papers-late'], ['papers-late']]),
    ).toEqual([
      ['preparation', 'onTime'],
      ['papers-late', 'late'],
    ]);
  });

  it('tells what is missed by silence alone once, and no more where there is anything else', () => {
    const silent = [
      ...[figure('reported', 4, 5, false), figure('onTime', 4, 5, false), figure('met', 4, 5, false)],
      figure('missing', 1, 5),
    ];
    expect(only(silent, [['missing']])).toEqual([['reported'], ['missing']]);
    expect(only([...silent, figure('preparation', 3, 5, false)], [['missing'], ['committee-not-met']])).toEqual([
      ['preparation'],
      ['committee-not-met'],
    ]);
  });
});

it('beside its board says of that month alone what the board shows', () => {
  const week = weekOf(
    day('2026-12-03'),
    { closed: month('2026-10'), open: [month('2026-11'), month('2026-12')], dueOf },
    new Map(['2026-10', '2026-11', '2026-12'].map((each) => [month(each), scorecard] as const)),
  );
  const cells = [{ reports: [{}] }, { reports: [] }, { reports: [{}, {}] }] as never;
  const { open } = besideBoard(week, { month: month('2026-11'), cells });
  expect(open.map(({ reported }) => [reported.numerator, reported.denominator])).toEqual([
    [2, 3],
    [8, 10],
  ]);
});

describe('a working group', () => {
  it('sees its communes of a scorecard, their sum, and nothing of the others', () => {
    const seen = seenByGroup(scorecard, 1, [a]);
    expect(seen?.children.map(({ unit }) => unit)).toEqual([a]);
    expect(seen?.belowNorm.map(({ cell }) => cell)).toEqual([`${a}.x`, `${a}.y`]);
    expect(seen?.arrivals).toEqual({ '2026-10-03': 2, '2026-10-28': 1 });
  });

  it.each([
    ['no group', undefined, [a]],
    ['another group', 2, [a]],
    ['no commune', 1, []],
    ['communes that were another’s when it was counted', 1, [a, b]],
    ['other communes than those that were counted', 1, [b]],
  ])('sees no figures as %s', (_, group, communes) => {
    expect(seenByGroup(scorecard, group, communes)).toBeUndefined();
  });
});

it.each([
  ['2026-11-27', '2026-10-27'],
  ['2026-12-01', '2026-11-01'],
  ['2026-03-31', '2026-02-28'],
  ['2028-03-30', '2028-02-29'],
  ['2027-01-15', '2026-12-15'],
])('a month before %s is %s', (from, to) => {
  expect(monthEarlier(day(from))).toBe(to);
});

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-27', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('the Monday of %s is %s', (of, monday) => {
  expect(mondayOf(day(of))).toBe(monday);
});

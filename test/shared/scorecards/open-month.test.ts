import { describe, expect, it } from 'vitest';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant, Period } from '#shared/period.ts';
import type { CurrentReport } from '#shared/reports/current-report.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { stageAt } from '#shared/units/stage.ts';
import {
  closing,
  due,
  month,
  type RandomDistrict,
  randomDistrict,
} from '#test/functions/scorecards/random-district.ts';
import { countDistrict, published } from '#test/shared/counted.ts';

const opened = Date.parse('2021-03-02T00:00:00.000Z');
const regime = requireRegime(month);
const after = (instant: Instant) => new Date(Date.parse(instant) + 1).toISOString();

interface Arrival {
  readonly at: Instant;
  readonly report: CurrentReport;
}

/** The reports of a district, each received at some time up to the closing; some are returned at once, and may come again. */
function arrivalsOf({ reports }: RandomDistrict, random: Random): Arrival[] {
  const someTime = (from: number) => new Date(random.between(from, Date.parse(closing))).toISOString();
  return reports
    .flatMap(({ report }): Arrival[] => {
      const at = random.chance(0.8) ? someTime(opened) : random.chance(0.5) ? due : after(due);
      const kept = { id: reportIdOf(report), firstReceivedAt: at };
      if (random.chance(0.7)) return [{ at, report: { ...kept, report, state: 'submitted' } }];
      const others = reports.filter((each) => each.report.kind === report.kind);
      const { cell, date } = report;
      const first = { ...(others[random.between(0, others.length - 1)] ?? { report }).report, cell, date };
      const again = someTime(Date.parse(at));
      return [
        { at, report: { ...kept, report: first, state: 'returned' } },
        ...(random.chance(0.8) ? [{ at: again, report: { ...kept, report, state: 'submitted' } } as const] : []),
      ];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The scorecards of the district and its communes from what has been received by an instant. */
function cardsAt(
  { directory, thematicBefore }: RandomDistrict,
  arrivals: readonly Arrival[],
  now: Instant,
): Scorecard[] {
  const newest = new Map(arrivals.filter(({ at }) => at <= now).map(({ report }) => [report.id, report]));
  const months = directory.cells.map((cell) => {
    const own = [...newest.values()].filter(({ report }) => report.cell === cell.id);
    return judgeCellMonth(cell, own, {
      ...{ regime, due, month, stage: stageAt(now, { due, closing }) },
      thematicBefore: thematicBefore.get(cell.id) ?? 0,
    });
  });
  return countDistrict(directory, months).map((figures) =>
    published(figures, { month, regime, status: 'live', revision: 0, generatedAt: now, inputs: '' }),
  );
}

/** Every figure with a target, of a unit, its groups and the units below. */
function figuresOf({ unit, indicators, children, groups }: Scorecard): [name: string, figure: Indicator][] {
  const all = [
    [unit, indicators] as const,
    ...children.map((child) => [`${unit} ${child.unit}`, child.indicators] as const),
    ...groups.map((each) => [`${unit} ${each.group}`, each.indicators] as const),
  ];
  return all.flatMap(([name, figures]) =>
    figures.flatMap((figure): [string, Indicator][] => (figure.target ? [[`${name} ${figure.id}`, figure]] : [])),
  );
}

/** Notes what is told, and expects that it has not been told otherwise. */
function remember() {
  const told = new Map<string, { readonly verdict: string; readonly at: Instant }>();
  return (cards: readonly Scorecard[], at: Instant) => {
    for (const [name, { verdict }] of cards.flatMap(figuresOf)) {
      const before = told.get(name);
      if (before) expect(verdict, `${name}, told at ${before.at}, at ${at}`).toBe(before.verdict);
      else if (verdict === 'met' || verdict === 'missed') told.set(name, { verdict, at });
    }
    return told;
  };
}

const seeds = Array.from({ length: 60 }, (_, at) => `month ${at}`);
const sizeOf = (seed: string) => 1 + (Number(seed.split(' ')[1]) % 9);

describe('a verdict of met or missed cannot be turned by any reports that may still come', () => {
  it.each(seeds)('%s: of a district, its communes, groups and cells', (seed) => {
    const district = randomDistrict(seed, 2, sizeOf(seed));
    const arrivals = arrivalsOf(district, randomFrom(`${seed} arrives`));
    const expectKept = remember();
    const times = [...arrivals.map(({ at }) => at), due, after(due), closing].sort();
    for (const at of times) expectKept(cardsAt(district, arrivals, at), at);
    const closed = cardsAt(district, arrivals, after(closing));
    expectKept(closed, after(closing));
    for (const [name, { verdict, pending }] of closed.flatMap(figuresOf)) {
      expect([verdict, pending], name).not.toContainEqual('open');
      expect(pending, name).toBeUndefined();
    }
  });

  it.each(seeds.slice(0, 20))('%s: of a province, one district of which is closed already', (seed) => {
    const [first, second] = ['a', 'b'].map((each) => randomDistrict(`${seed} ${each}`, 1, sizeOf(seed)));
    if (!first || !second) throw new Error('There are two districts');
    const arrivals = arrivalsOf(first, randomFrom(seed));
    const closed = cardsAt(second, arrivalsOf(second, randomFrom(`${seed} b`)), after(closing));
    const expectKept = remember();
    for (const at of [...arrivals.map((each) => each.at), after(due), after(closing)].sort()) {
      const cards = [cardsAt(first, arrivals, at)[0] as Scorecard, { ...(closed[0] as Scorecard), unit: 'i' }];
      expectKept([mergeDistricts({ unit: 'p', name: 'Tỉnh' }, cards)], at);
    }
  });

  it.each(seeds.slice(0, 20))('%s: of a quarter, of which months are to come', (seed) => {
    const months = ['2021-01', '2021-02', '2021-03'] as const;
    const all = months.map((of) => {
      const district = randomDistrict(`${seed} ${of}`, 1, sizeOf(seed));
      const arrivals = arrivalsOf(district, randomFrom(`${seed} ${of}`));
      const asOf = (card: Scorecard | undefined) => ({ ...(card as Scorecard), month: of as Period });
      return {
        half: asOf(cardsAt(district, arrivals, '2021-03-25T00:00:00.000Z')[0]),
        whole: asOf(cardsAt(district, arrivals, after(closing))[0]),
      };
    });
    const quarter = '2021-Q1' as Period;
    const expectKept = remember();
    const at = (now: Instant, ...cards: Scorecard[]) => {
      const merged = mergeMonths(quarter, cards, { now });
      if (merged) expectKept([merged], now);
    };
    const [january, february, march] = all;
    if (!january || !february || !march) throw new Error('A quarter has three months');
    at('2021-01-25T00:00:00.000Z', january.half);
    at('2021-02-20T00:00:00.000Z', january.whole);
    at('2021-02-25T00:00:00.000Z', january.whole, february.half);
    at('2021-03-02T00:00:00.000Z', january.whole, february.half, march.half);
    at('2021-03-20T00:00:00.000Z', january.whole, february.whole, march.half);
    at('2021-04-20T00:00:00.000Z', january.whole, february.whole, march.whole);
  });
});

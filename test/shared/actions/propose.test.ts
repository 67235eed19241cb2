import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrackedAction } from '#shared/actions/action.ts';
import type { Figures } from '#shared/actions/figures.ts';
import { newestJudged } from '#shared/actions/figures.ts';
import { proposalsOf } from '#shared/actions/propose.ts';
import { byKeeper, withHeirs } from '#shared/actions/with-heirs.ts';
import type { Month } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { Unit } from '#shared/units/units.ts';

const older = '2026-09' as Month;
const newer = '2026-10' as Month;
const target = { comparison: '>=', percent: 100 } as const;
const targeted = ['reported', 'onTime', 'met', 'attendanceCells', 'preparation', 'duration'] as const;

const line = (id: IndicatorId, numerator: number, denominator = 20): Indicator => {
  const verdict = denominator === 0 ? null : numerator >= denominator ? 'met' : 'missed';
  const met = verdict && verdict === 'met';
  return { id, numerator, denominator, value: null, target, verdict, met, previousMonth: null, previousYear: null };
};
const scorecard = (month: Month, units: Readonly<Record<string, readonly Indicator[]>>): Figures => ({
  unit: 'hiep-hoa',
  month,
  indicators: [],
  children: Object.entries(units).map(([slug, indicators]) => ({
    unit: `hiep-hoa.${slug}`,
    name: slug,
    rank: null,
    indicators,
  })),
});
const ids = (...given: Parameters<typeof proposalsOf>) => proposalsOf(...given).map(({ id }) => id);

describe('what two months propose', () => {
  it('is what was missed in both, and nothing that was met in one of them', () => {
    const before = scorecard(older, { a: [line('preparation', 12), line('duration', 20), line('met', 19)] });
    const now = scorecard(newer, { a: [line('preparation', 13), line('duration', 12), line('met', 20)] });
    expect(ids(now, before, [])).toEqual(['hiep-hoa.a_preparation_2026-10']);
  });

  it('is nothing without two months running', () => {
    const missed = { a: [line('preparation', 12)] };
    expect(ids(scorecard(newer, missed), scorecard('2026-08' as Month, missed), [])).toEqual([]);
    expect(ids(scorecard(newer, missed), undefined, [])).toEqual([]);
    expect(ids(undefined, undefined, [])).toEqual([]);
  });

  it('is at most three of a unit, the furthest from their targets first', () => {
    const missed = { a: targeted.map((id, at) => line(id, at * 3)), b: [line('duration', 19)] };
    expect(ids(scorecard(newer, missed), scorecard(older, missed), [])).toEqual([
      'hiep-hoa.a_reported_2026-10',
      'hiep-hoa.a_onTime_2026-10',
      'hiep-hoa.a_met_2026-10',
      'hiep-hoa.b_duration_2026-10',
    ]);
  });

  it('says nothing again on which it was decided; an older action that is open leaves its place to the next', () => {
    const missed = { a: targeted.map((id, at) => line(id, at * 3)) };
    const of = (indicator: IndicatorId, month: Month, state: TrackedAction['state']) => ({
      ...{ unit: 'hiep-hoa.a', indicator, month, state },
      id: `hiep-hoa.a_${indicator}_${month}`,
    });
    const decided = [of('reported', newer, 'open'), of('onTime', newer, 'dismissed'), of('met', older, 'open')];
    expect(ids(scorecard(newer, missed), scorecard(older, missed), decided)).toEqual([
      'hiep-hoa.a_attendanceCells_2026-10',
    ]);
    // What was dismissed or closed in an earlier month is proposed anew.
    const past = [of('reported', older, 'dismissed'), of('onTime', older, 'closed')];
    expect(ids(scorecard(newer, missed), scorecard(older, missed), past)).toHaveLength(3);
  });

  /** The same rule written the other way round: unit by unit, by loops over names. */
  function recount(now: Figures, before: Figures, actions: Parameters<typeof proposalsOf>[2]): string[] {
    const out: string[] = [];
    for (const child of now.children) {
      const old = before.children.find(({ unit }) => unit === child.unit);
      const candidates: { name: string; share: number; place: number }[] = [];
      child.indicators.forEach((each, place) => {
        const then = old?.indicators.find(({ id }) => id === each.id);
        if (each.met !== false || then?.met !== false) return;
        if (
          actions.some(
            (a) => a.unit === child.unit && a.indicator === each.id && a.state === 'open' && !a.id.endsWith(newer),
          )
        )
          return;
        candidates.push({ name: each.id, share: each.numerator / each.denominator, place });
      });
      candidates.sort((a, b) => a.share - b.share || a.place - b.place);
      for (const { name } of candidates.slice(0, 3)) {
        const id = `${child.unit}_${name}_${newer}`;
        if (!actions.some((a) => a.id === id)) out.push(id);
      }
    }
    return out;
  }

  const lines = fc.tuple(
    ...targeted.map((id) =>
      fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(0, 20, 20, 20)).map(([n, of]) => line(id, Math.min(n, of), of)),
    ),
  );
  const month = fc.record({ a: lines, b: lines, c: lines });
  const action = fc
    .record({
      unit: fc.constantFrom('hiep-hoa.a', 'hiep-hoa.b'),
      indicator: fc.constantFrom(...targeted),
      month: fc.constantFrom(older, newer),
      state: fc.constantFrom('open', 'closed', 'dismissed' as const),
    })
    .map((each) => ({ ...each, id: `${each.unit}_${each.indicator}_${each.month}` }) as TrackedAction);

  it('is what a second count of the same figures says', () => {
    fc.assert(
      fc.property(
        month,
        month,
        fc.uniqueArray(action, { maxLength: 6, selector: ({ id }) => id }),
        (now, before, actions) => {
          const [n, b] = [scorecard(newer, now), scorecard(older, before)];
          const found = ids(n, b, actions);
          expect(found).toEqual(recount(n, b, actions));
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the figure by which an action may be closed', () => {
  it('is the newest on which there is a verdict', () => {
    const months = [
      scorecard('2026-08' as Month, { a: [line('duration', 12)] }),
      scorecard(older, { a: [line('duration', 20)] }),
      scorecard(newer, { a: [line('duration', 0, 0)] }),
    ];
    expect(newestJudged(months, 'hiep-hoa.a', 'duration')).toMatchObject({ month: older, verdict: 'met' });
    expect(newestJudged(months, 'hiep-hoa.a', 'met')).toBeUndefined();
    expect(newestJudged(months, 'hiep-hoa.b', 'duration')).toBeUndefined();
  });
});

describe('what two months propose after a reform', () => {
  const units = [
    { id: 'hiep-hoa.a', level: 'commune', kind: 'xã', name: 'A', from: '2019-03', to: older },
    { id: 'hiep-hoa.b', level: 'commune', kind: 'xã', name: 'B', from: '2019-03', to: older },
    {
      ...{ id: 'hiep-hoa.chung', level: 'commune', kind: 'xã', name: 'Chung', from: newer },
      predecessors: ['hiep-hoa.a', 'hiep-hoa.b'],
    },
  ] as unknown as readonly Unit[];
  const before = scorecard(older, {
    a: [line('preparation', 12), line('duration', 12)],
    b: [line('preparation', 4, 5), line('duration', 5, 5)],
  });
  const now = scorecard(newer, { chung: [line('preparation', 16, 25), line('duration', 20, 25)] });

  it('is what all of the units missed that became one, and that one after them', () => {
    const [only, ...others] = proposalsOf(now, withHeirs(before, units), []);
    expect([only?.id, others]).toEqual(['hiep-hoa.chung_preparation_2026-10', []]);
    expect(only?.before).toMatchObject({ numerator: 16, denominator: 25, verdict: 'missed' });
    expect(ids(now, before, [])).toEqual([]);
  });

  it('is nothing of what only a part of a unit before it missed, and nothing on which its forebear’s action is open', () => {
    const split = units.map((unit) =>
      unit.id === 'hiep-hoa.chung' ? { ...unit, predecessors: ['hiep-hoa.a'] } : unit,
    );
    const two = [...split, { ...split[2], id: 'hiep-hoa.khac' }] as readonly Unit[];
    const isSplit = [
      ...two,
      { id: 'hiep-hoa.a.mot', level: 'cell', kind: 'Chi bộ', name: 'Một', from: '2019-03', to: older },
      ...['chung', 'khac'].map((slug) => ({
        ...{ id: `hiep-hoa.${slug}.mot`, level: 'cell', kind: 'Chi bộ', name: 'Một', from: newer },
        predecessors: ['hiep-hoa.a.mot'],
      })),
    ] as unknown as readonly Unit[];
    expect(ids(now, withHeirs(before, isSplit), [])).toEqual([]);
    const open = {
      id: 'x',
      unit: 'hiep-hoa.b',
      indicator: 'preparation',
      month: '2026-08' as Month,
      state: 'open',
    } as const;
    expect(ids(now, withHeirs(before, units), byKeeper([open], units, newer))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Typed } from '#shared/input/typed.ts';
import { parseTargetId, targetIdOf } from '#shared/reports/target-id.ts';
import { editTargets } from '#shared/targets/edit-targets.ts';
import { parseTargets } from '#shared/targets/parse-targets.ts';
import { progressOf } from '#shared/targets/progress.ts';
import { numberTargets, type TargetPlan, type TypedTarget } from '#shared/targets/target-plan.ts';
import { toTypedTargets } from '#shared/targets/to-typed-targets.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { day } from '#test/shared/samples.ts';

const year = '2026' as Year;
const cell = 'h.a.x';
const row = (changes: Typed = {}): Typed => ({
  'targets[0].what': 'Đường thôn',
  'targets[0].unit': 'road',
  'targets[0].quantity': '1.200 m',
  ...changes,
});
const errors = (typed: Typed) => {
  const parsed = parseTargets(typed, year);
  return parsed.ok ? [] : parsed.errors.map(({ field, code }) => [field, code]);
};

describe('typed targets', () => {
  it('are read as people write them, and read back from how they are typed', () => {
    const parsed = parseTargets(
      row({ 'targets[0].q1': '300', 'targets[0].until': '2025-2030', 'targets[0].row': '7' }),
      year,
    );
    const target = { what: 'Đường thôn', unit: 'road', quantity: 1200, quarters: { 1: 300 }, until: '2030', row: 7 };
    expect(parsed).toEqual({ ok: true, targets: [target] });
    const typed = toTypedTargets(parsed.ok ? (parsed.targets as TargetPlan['targets']) : []);
    expect(parseTargets(typed, year)).toEqual(parsed);
  });

  it.each<[Typed, [string, string][]]>([
    [row({ 'targets[0].what': '' }), [['targets[0].what', 'required']]],
    [row({ 'targets[0].unit': '' }), [['targets[0].unit', 'required']]],
    [row({ 'targets[0].quantity': '' }), [['targets[0].quantity', 'required']]],
    [row({ 'targets[0].quantity': '1,2 km' }), [['targets[0].quantity', 'understood']]],
    [row({ 'targets[0].q2': 'nhiều' }), [['targets[0].q2', 'not-a-quantity']]],
    [row({ 'targets[0].q1': '1.000', 'targets[0].q4': '201' }), [['targets[0].quantity', 'quarters-above-whole']]],
    [row({ 'targets[0].q1': '9.999', 'targets[0].q4': '201' }), [['targets[0].q1', 'too-large']]],
    [row({ 'targets[0].until': '2025' }), [['targets[0].until', 'not-a-term']]],
    [row({ 'targets[0].until': '2090' }), [['targets[0].until', 'not-a-term']]],
    [row({ 'targets[0].until': 'nhiệm kỳ' }), [['targets[0].until', 'not-a-term']]],
    [row({ x: '1' }), [['x', 'unknown-field']]],
  ])('%j is refused at its field', (typed, expected) => {
    expect(errors(typed)).toEqual(expected);
  });

  it('blank rows are none', () => {
    expect(parseTargets({ 'targets[0].what': ' ', 'targets[1].q1': '' }, year)).toEqual({ ok: true, targets: [] });
  });

  it('a row is added and removed, and everything else stays', () => {
    const two = editTargets(row(), 'more') as Typed;
    expect(two['targets[1].what']).toBe('');
    expect(editTargets({ ...two, 'targets[1].what': 'Hộ' }, 'less.0')).toEqual({ 'targets[0].what': 'Hộ' });
    expect(editTargets(two, 'send')).toBeUndefined();
  });
});

describe('a target’s row', () => {
  const target = (changes: Partial<TypedTarget> = {}): TypedTarget => ({
    ...{ what: 'x', unit: 'road', quantity: 1, quarters: {} },
    ...changes,
  });

  it('stays with it, and is never used again', () => {
    const first = numberTargets([target(), target({ what: 'y' })], undefined);
    expect(first).toMatchObject({ targets: [{ row: 1 }, { row: 2 }], lastRow: 2 });
    const second = numberTargets([target({ row: 1 })], first);
    expect(second).toMatchObject({ targets: [{ row: 1 }], lastRow: 2 });
    expect(numberTargets([target({ row: 1 }), target()], second)).toMatchObject({
      targets: [{ row: 1 }, { row: 3 }],
      lastRow: 3,
    });
  });

  it('whatever rows are typed, no two targets have one', () => {
    const typed = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), { maxLength: 8 });
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        const make = (rows: readonly (number | undefined)[]) =>
          rows.map((each) => target(each === undefined ? {} : { row: each }));
        const newest = numberTargets(make(before), undefined);
        const { targets, lastRow } = numberTargets(make(after), newest);
        expect(new Set(targets.map(({ row: own }) => own)).size).toBe(targets.length);
        expect(Math.max(lastRow, ...targets.map(({ row: own }) => own))).toBe(lastRow);
      }),
    );
  });
});

it('a target’s id names its cell, year and row', () => {
  expect(parseTargetId(targetIdOf({ cell, year }, 12))).toEqual({ cell, year, row: 12 });
  for (const text of ['', 'h.a.x_2026', 'h.a.x_2026_0', 'h.a.x_26_1', 'H.a_2026_1', 'h.a.x_2026_1_1']) {
    expect(parseTargetId(text), text).toBeUndefined();
  }
});

describe('progress', () => {
  const plan: TargetPlan = {
    cell,
    year,
    targets: [
      { row: 1, what: 'Đường', unit: 'road', quantity: 1200, quarters: { 1: 300 } },
      { row: 2, what: 'Công', unit: 'workdays', quantity: 100, quarters: {} },
    ],
  };
  const term: TargetPlan = {
    cell,
    year: '2025' as Year,
    targets: [
      { row: 1, what: 'Hộ', unit: 'households', quantity: 150, quarters: {}, until: '2030' as Year },
      { row: 2, what: 'Đường năm trước', unit: 'road', quantity: 10, quarters: {} },
    ],
  };
  const [road, households] = [targetIdOf(plan, 1), targetIdOf(term, 1)];
  const reports = [
    {
      date: day('2026-02-03'),
      serves: road,
      results: [
        { unit: 'road' as const, quantity: 300 },
        { unit: 'land' as const, quantity: 2100 },
        { unit: 'road' as const, quantity: 50 },
      ],
    },
    { date: day('2026-04-03'), serves: road, results: [{ unit: 'road' as const, quantity: 250 }] },
    { date: day('2026-04-20'), results: [{ unit: 'road' as const, quantity: 999 }] },
    { date: day('2026-05-03'), serves: road },
    { date: day('2025-07-03'), serves: households, results: [{ unit: 'households' as const, quantity: 20 }] },
    { date: day('2026-07-03'), serves: households, results: [{ unit: 'households' as const, quantity: 30 }] },
  ];

  it('adds the results in its unit of the reports that serve it, quarter by quarter', () => {
    const [first, second] = progressOf([plan], reports, year);
    expect(first).toMatchObject({ id: road, byQuarter: { 1: 350, 2: 250, 3: 0, 4: 0 }, done: 600, meetings: 3 });
    expect(second).toMatchObject({ done: 0, meetings: 0 });
  });

  it('of a target of the congress adds up since it was entered, and the quarters of the year', () => {
    const shown = progressOf([term, plan], reports, year);
    expect(shown.map(({ target }) => target.what)).toEqual(['Hộ', 'Đường', 'Công']);
    expect(shown[0]).toMatchObject({ since: '2025', byQuarter: { 3: 30 }, done: 50 });
    expect(progressOf([term], reports, '2031' as Year)).toEqual([]);
  });
});

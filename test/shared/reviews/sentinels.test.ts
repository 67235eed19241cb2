import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Day, type Month, monthOf } from '#shared/period.ts';
import { passagesOf } from '#shared/reports/passages.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { toLookAt } from '#shared/reviews/compare.ts';
import { neighboursOf } from '#shared/reviews/compared.ts';
import { type Finding, findingsIn, type SentinelId, sentinels } from '#shared/reviews/sentinels.ts';
import { aReport, day, reports } from '#test/shared/samples.ts';

const focus = 'Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm';
const month = '2021-02' as Month;
const stored = (report: Report) => ({ id: reportIdOf(report), report, passages: passagesOf(report) });
const ago = (back: number) => `${addMonths(month, -back)}-03` as Day;

function findings(report: Report, before: readonly Report[] = [], others: readonly Report[] = []): Finding[] {
  const outlines = before.map((each) => ({ ...each, id: reportIdOf(each), passages: passagesOf(each) }));
  const all = [report, ...others].map(stored);
  const against = { month: [report], before: outlines, neighbours: neighboursOf(all) };
  return findingsIn(toLookAt(stored(report), requireRegime(monthOf(report.date)), against).compared);
}
const names = (...given: Parameters<typeof findings>): SentinelId[] => findings(...given).map(({ id }) => id);

describe('nothing stands out', () => {
  it('in a good report, nor is one compared with itself', () => {
    expect(names(aReport({ focus }))).toEqual([]);
  });

  it('by comparing where there is nothing to compare with, whatever is reported', () => {
    const comparing: readonly SentinelId[] = [
      ...(['copied-before', 'copied-from-others', 'same-length', 'members-jump', 'result-jump'] as const),
    ];
    fc.assert(
      fc.property(reports, (report) => {
        expect(names(report).filter((id) => comparing.includes(id))).toEqual([]);
      }),
    );
  });

  it('differs with the order of what is compared', () => {
    const before = [1, 2, 3].map((back) => aReport({ date: ago(back), focus: back === 2 ? focus : 'Khác' }));
    const report = aReport({ focus });
    expect(findings(report, before.toReversed())).toEqual(findings(report, before));
  });
});

describe('missed-lines', () => {
  const answers = [
    'committeeMet',
    'oriented',
    'papersSent',
    'stepsFollowed',
    'previousReviewed',
    'minutesKept',
  ] as const;
  const all = (answer: 'no' | undefined) => Object.fromEntries(answers.map((each) => [each, answer]));

  it.each([
    ['answered with no', 'no', true],
    ['left blank', undefined, false],
  ] as const)('preparation and conduct %s', (_, answer, found) => {
    const report = aReport({ ...all(answer), resolution: 'none', targetsMet: 0 });
    expect(names(report).includes('missed-lines')).toBe(found);
  });
});

describe('unexcused', () => {
  it.each([
    [1, 20, false],
    [2, 20, false],
    [2, 10, true],
    [3, 20, true],
  ])('%i of %i: %s', (unexcused, required, found) => {
    const members = { fullMembers: required, probationaryMembers: 0, exempt: 0, joining: 0 };
    const report = aReport({ ...members, present: required - unexcused, excused: 0, unexcused });
    expect(names(report).includes('unexcused')).toBe(found);
  });
});

describe('copied texts', () => {
  it('are found with other numbers, case, spaces and stops, from before and from others', () => {
    const again = aReport({ focus: `${focus.toUpperCase().normalize('NFD')}  (2).` });
    expect(findings(again, [aReport({ date: ago(2), focus })])).toContainEqual({
      ...{ id: 'copied-before', seen: { month: '2020-12' } },
    });
    const other = aReport({ cell: 'hiep-hoa.thai-son.mot', focus });
    expect(findings(again, [], [other])).toEqual([
      { id: 'copied-from-others', seen: { count: 1, cells: ['hiep-hoa.thai-son.mot'] } },
    ]);
  });

  it('are not found in formulas that all cells share, nor in the cell’s other report of the month', () => {
    const short = 'Thông qua nghị quyết';
    expect(names(aReport({ resolutionText: short }), [aReport({ date: ago(1), resolutionText: short })])).toEqual([]);
    expect(names(aReport({ focus }), [], [aReport({ focus, kind: 'thematic', date: day('2021-02-20') })])).toEqual([]);
  });
});

describe('the same length', () => {
  const before = [1, 2, 3].map((back) => aReport({ date: ago(back) }));

  it('is found four months running, of regular meetings', () => {
    expect(names(aReport(), before)).toEqual(['same-length']);
    expect(names(aReport({ kind: 'thematic' }), before)).not.toContain('same-length');
  });

  it('is not found where a month is another, or not known', () => {
    expect(names(aReport({ durationMinutes: 100 }), before)).toEqual([]);
    expect(names(aReport(), before.slice(1))).toEqual([]);
    expect(names(aReport(), [...before.slice(1), aReport({ date: ago(1), durationMinutes: 96 })])).toEqual([]);
  });
});

describe('members', () => {
  it.each([
    [19, 22, false],
    [19, 23, true],
    [10, 7, true],
    [8, 10, false],
  ])('from %i to %i: %s', (from, to, found) => {
    const report = aReport({ fullMembers: to, present: 5, excused: 0 });
    const last = aReport({ date: ago(1), fullMembers: from });
    expect(names(report, [last]).includes('members-jump')).toBe(found);
    expect(names(report, [{ ...last, date: ago(2) }])).not.toContain('members-jump');
  });
});

describe('a result', () => {
  const others = Array.from({ length: 8 }, (_, at) =>
    aReport({ cell: `hiep-hoa.thai-son.c${at}`, results: [{ unit: 'road', quantity: 40 + at }] }),
  );
  const of = (quantity: number) => aReport({ results: [{ unit: 'road', quantity }] });

  it('is found where it is far above the others in its unit, not before that, nor where there are few others', () => {
    expect(findings(of(470), [], others)).toEqual([
      { id: 'result-jump', seen: { unit: 'road', quantity: 470, usual: 47 } },
    ]);
    expect(names(of(58), [], others)).toEqual([]);
    expect(names(of(470), [], others.slice(1))).toEqual([]);
    const land = aReport({ results: [{ unit: 'land', quantity: 470 }] });
    expect(names(land, [], others)).toEqual([]);
  });
});

it('every sentinel has limits as data', () => {
  for (const { limits } of Object.values(sentinels)) {
    for (const limit of Object.values(limits)) expect(limit).toBeGreaterThan(0);
  }
});

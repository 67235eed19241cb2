import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, judgeMeeting } from '#shared/judge-meeting.ts';
import { monthOf } from '#shared/period.ts';
import { type Regime, regimeOf, regimes } from '#shared/regimes.ts';
import type { Report } from '#shared/report.ts';
import { splitWords } from '#shared/words.ts';
import { facts, month, reports } from '#test/shared/samples.ts';

const deAn06 = regimeOf(month('2021-02'));
const hd42 = regimeOf(month('2026-02'));

function pointsFor(criterion: string, changes: Partial<Report>, regime: Regime = hd42, withThematic = false) {
  const { criteria } = judgeMeeting(facts(changes), regime, withThematic);
  return criteria.find(({ id }) => id === criterion)?.points;
}

describe('the same meeting by the two regimes', () => {
  it('17 of 20 meets Đề án 06, and not Hướng dẫn 42', () => {
    expect(judgeMeeting(facts(), deAn06)).toMatchObject({ attendance: { met: 'met' }, flags: [] });
    expect(judgeMeeting(facts(), hd42)).toMatchObject({ attendance: { met: 'missed' }, flags: ['below-attendance'] });
    expect(pointsFor('attendance', {}, deAn06)).toBe(20);
    expect(pointsFor('attendance', {}, hd42)).toBe(3);
  });
});

describe('duration', () => {
  it.each([
    [90, false, 5, false],
    [89, false, 4, true],
    [75, false, 4, true], // exactly 15 minutes short: the better band
    [74, false, 3, true],
    [60, false, 3, true],
    [59, false, 2, true],
    [45, false, 2, true], // exactly half
    [44, false, 1, true],
    [0, false, 1, true],
    [120, true, 5, false],
    [119, true, 4, true],
    [90, true, 3, true],
  ])('%i minutes, with a thematic part: %s, has %i points; too short: %s', (minutes, withThematic, points, short) => {
    const meeting = { durationMinutes: minutes };
    expect(pointsFor('duration', meeting, hd42, withThematic)).toBe(points);
    expect(judgeMeeting(facts(meeting), hd42, withThematic).flags.includes('too-short')).toBe(short);
  });

  it('more minutes never have fewer points', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.boolean(), (some, more, withThematic) => {
        const points = (durationMinutes: number) => pointsFor('duration', { durationMinutes }, hd42, withThematic) ?? 0;
        expect(points(some + more)).toBeGreaterThanOrEqual(points(some));
      }),
    );
  });
});

describe('attendance', () => {
  it.each([
    [18, 2, 0, 5], // 90%
    [17, 3, 0, 3],
    [15, 5, 0, 3], // 75%
    [14, 6, 0, 2],
    [13, 7, 0, 2], // 65%
    [12, 8, 0, 1],
    [19, 0, 1, 1], // any absence without a reason
  ])('%i present, %i excused, %i unexcused of 20 has %i points', (present, excused, unexcused, points) => {
    expect(pointsFor('attendance', { present, excused, unexcused })).toBe(points);
  });

  it('without anybody required has no points, and is no reproach', () => {
    const nobody = { fullMembers: 0, probationaryMembers: 0, exempt: 0, joining: 0, present: 0, excused: 0 };
    expect(pointsFor('attendance', nobody)).toBeUndefined();
    expect(judgeMeeting(facts(nobody), hd42)).toMatchObject({
      attendance: { required: 0, met: 'no-base' },
      total: { complete: false },
      flags: [],
    });
  });
});

describe('what follows from answers', () => {
  it.each<[string, Partial<Report>, number]>([
    ['preparation', {}, 5],
    ['preparation', { committeeMet: 'na' }, 5], // too small to have a committee: full marks
    ['preparation', { committeeMet: 'no' }, 3],
    ['preparation', { oriented: 'no' }, 4],
    ['preparation', { papersSent: 'no', committeeMet: 'no', oriented: 'no' }, 0],
    ['steps', { previousReviewed: 'no' }, 3],
    ['ending', { resolution: 'none' }, 2],
    ['ending', { resolution: 'conclusion' }, 5],
    ['results', { targetsSet: 10, targetsMet: 9 }, 30],
    ['results', { targetsSet: 10, targetsMet: 8 }, 27],
    ['results', { targetsSet: 10, targetsMet: 5 }, 15],
    ['results', { targetsSet: 10, targetsMet: 4 }, 10],
    ['results', { targetsSet: 10, targetsMet: 0 }, 10],
  ])('%s of %j has %i points', (criterion, changes, points) => {
    expect(pointsFor(criterion, changes)).toBe(points);
  });

  it.each([
    ['preparation', 'committeeMet'],
    ['preparation', 'oriented'],
    ['preparation', 'papersSent'],
    ['steps', 'stepsFollowed'],
    ['steps', 'previousReviewed'],
    ['ending', 'minutesKept'],
    ['results', 'targetsSet'],
    ['results', 'targetsMet'],
  ] as const)(
    '%s has no points while %s is unknown, and the total says that it is not complete',
    (criterion, field) => {
      const { [field]: _, ...rest } = facts();
      const judgement = judgeMeeting(rest, hd42);
      expect(judgement.criteria.find(({ id }) => id === criterion)).not.toHaveProperty('points');
      expect(judgement.total.complete).toBe(false);
    },
  );

  it('no targets set is nothing to judge by', () => {
    expect(pointsFor('results', { targetsSet: 0, targetsMet: 0 })).toBeUndefined();
  });
});

describe('the total', () => {
  const judged = { content: 5, discussion: 20.5, chairing: 8.25, principles: 5 };
  const full = { present: 19, excused: 1, points: judged };

  it('is complete with every judged criterion, and the sum of the points', () => {
    const { total, grade } = judgeMeeting(facts(full), hd42);
    expect(total).toEqual({ points: 5 * 5 + 30 + 38.75, max: 100, complete: true });
    expect(grade).toBe('good');
  });

  it('covers what has points, and says so', () => {
    const { total, grade } = judgeMeeting(facts({ ...full, points: {} }), hd42);
    expect(total).toEqual({ points: 55, max: 55, complete: false });
    expect(grade).toBe('good');
  });

  it('is never above its maximum, and complete exactly when no criterion lacks points', () => {
    fc.assert(
      fc.property(reports, fc.boolean(), (report, withThematic) => {
        const regime = regimeOf(monthOf(report.date));
        const { criteria, total, grade } = judgeMeeting(splitWords(report).facts, regime, withThematic);
        for (const { points = 0, max } of criteria) expect(points >= 0 && points <= max).toBe(true);
        expect(total.points).toBeLessThanOrEqual(total.max);
        expect(total.complete).toBe(criteria.every(({ points }) => points !== undefined));
        if (total.complete) expect(total.max).toBe(100);
        expect(grade === undefined).toBe(total.max === 0);
      }),
    );
  });
});

describe('grades', () => {
  it.each([
    [100, 'good'],
    [90, 'good'],
    [89.99, 'fair'],
    [89.5, 'fair'], // in a hole of bands written 90-100 and 70-89
    [70, 'fair'],
    [69.99, 'average'],
    [50, 'average'],
    [49.99, 'poor'],
    [0, 'poor'],
  ] as const)('%d of 100 is %s', (points, grade) => {
    for (const regime of regimes) expect(gradeOf({ points, max: 100 }, regime)).toBe(grade);
  });

  it('leave no hole and no overlap, for every total of every maximum in hundredths of a point', () => {
    const totals = fc
      .integer({ min: 1, max: 100 })
      .chain((max) => fc.tuple(fc.integer({ min: 0, max: max * 100 }), fc.constant(max)));
    fc.assert(
      fc.property(totals, fc.constantFrom(...regimes), ([hundredths, max], regime) => {
        const from = (percent: number) => hundredths >= percent * max;
        const { good, fair, average } = regime.grades;
        const expected = from(good) ? 'good' : from(fair) ? 'fair' : from(average) ? 'average' : 'poor';
        expect(gradeOf({ points: hundredths / 100, max }, regime)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold at their very floor, whatever the maximum', () => {
    for (const regime of regimes) {
      for (const grade of ['good', 'fair', 'average'] as const) {
        for (let max = 1; max <= 100; max++) {
          expect([max, gradeOf({ points: (regime.grades[grade] * max) / 100, max }, regime)]).toEqual([max, grade]);
        }
      }
    }
  });
});

it('each criterion has its reason in one sentence', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { criteria } = judgeMeeting(splitWords(report).facts, regimeOf(monthOf(report.date)));
      for (const { why } of criteria) expect(why).toMatch(/^\S[^\n]*$/);
      expect(criteria.map(({ why }) => why).join()).not.toMatch(/undefined|NaN|null/);
    }),
  );
});

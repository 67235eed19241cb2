import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAttendance, reaches } from '#shared/judging/attendance.ts';
import type { Target } from '#shared/norms/regimes.ts';
import { requiredOf } from '#shared/reports/report.ts';
import { aReport, reports } from '#test/shared/samples.ts';

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });
const above = (percent: number): Target => ({ comparison: '>', percent });

describe('requiredOf', () => {
  it('is all members without those who are excused as a class, and with those who joined', () => {
    const members = {
      fullMembers: 1000,
      probationaryMembers: 200,
      exempt: 1,
      temporarilyExempt: 2,
      away: 4,
      suspended: 8,
      specialDuty: 16,
      joining: 32,
    };
    expect(requiredOf(members)).toBe(1000 + 200 - 1 - 2 - 4 - 8 - 16 + 32);
  });

  it('does not shrink by an absence with a reason', () => {
    expect(requiredOf(aReport({ present: 15, excused: 5 }))).toBe(requiredOf(aReport({ present: 20, excused: 0 })));
  });
});

describe('judgeAttendance', () => {
  it.each([
    { present: 17, required: 20, target: atLeast(85), says: 'met' }, // the floor itself counts
    { present: 17, required: 20, target: above(85), says: 'missed' },
    { present: 18, required: 20, target: above(85), says: 'met' },
    { present: 9, required: 10, target: atLeast(90), says: 'met' },
    { present: 28, required: 33, target: atLeast(85), says: 'missed' }, // 84.85%, which rounds to 85
    { present: 1699, required: 2000, target: atLeast(85), says: 'missed' }, // 84.95%, which is shown as 85
    { present: 0, required: 1, target: atLeast(85), says: 'missed' },
    { present: 0, required: 0, target: atLeast(85), says: 'no-base' },
  ])('$present of $required against $target is $says', ({ present, required, target, says }) => {
    expect(judgeAttendance({ present, required }, target)).toBe(says);
  });

  it('refuses more present than required', () => {
    expect(() => judgeAttendance({ present: 21, required: 20 }, atLeast(85))).toThrow(
      new RangeError('21 present of 20 required'),
    );
  });

  it('never throws for a report that the form takes', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const says = judgeAttendance({ present: report.present, required: requiredOf(report) }, atLeast(90));
        expect(says === 'no-base').toBe(requiredOf(report) === 0);
      }),
    );
  });
});

describe('reaches', () => {
  const percents = fc.integer({ min: 1, max: 100 });
  const bases = fc.integer({ min: 1, max: 5000 });

  it('differs between >= and > at the floor itself and nowhere else', () => {
    fc.assert(
      fc.property(percents, bases, fc.nat(5000), (percent, denominator, numerator) => {
        const fraction = { numerator, denominator };
        const atFloor = BigInt(numerator) * 100n === BigInt(denominator) * BigInt(percent);
        expect(reaches(fraction, atLeast(percent)) !== reaches(fraction, above(percent))).toBe(atFloor);
      }),
    );
  });

  it('counts the floor itself for every target: percent of a hundred, any number of times', () => {
    fc.assert(
      fc.property(percents, fc.integer({ min: 1, max: 1000 }), (percent, times) => {
        const floor = { numerator: percent * times, denominator: 100 * times };
        expect(reaches(floor, atLeast(percent))).toBe(true);
        expect(reaches(floor, above(percent))).toBe(false);
        expect(reaches({ ...floor, numerator: floor.numerator - 1 }, atLeast(percent))).toBe(false);
        expect(reaches({ ...floor, numerator: floor.numerator + 1 }, above(percent))).toBe(true);
      }),
    );
  });
});

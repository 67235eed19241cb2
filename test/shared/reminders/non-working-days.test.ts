import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/period.ts';
import { beginsWeek, isNonWorking, workingDayBefore } from '#shared/reminders/non-working-days.ts';
import { day, days } from '#test/shared/samples.ts';

describe('a quiet day', () => {
  it.each([
    ['2026-11-21', true], // a Saturday
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['2026-11-24', true], // the day of culture, since 2026
    ['2025-11-24', false],
    ['2026-01-01', true],
    ['2026-04-30', true],
    ['2026-09-01', true],
    ['2026-09-04', false],
    ['2026-02-13', false],
    ['2026-02-16', true], // the eve of the year of the horse
    ['2026-02-20', true],
    ['2026-02-23', false],
    ['2027-02-04', true], // a Thursday, two days before Tết
    ['2025-04-07', true], // giỗ Tổ
  ])('%s: %s', (date, quiet) => {
    expect(isNonWorking(day(date))).toBe(quiet);
  });
});

describe('working days', () => {
  it('the one before is none that is quiet, and all between are', () => {
    fc.assert(
      fc.property(days, (date) => {
        const before = workingDayBefore(date);
        expect(isNonWorking(before)).toBe(false);
        for (let between = addDays(before, 1); between < date; between = addDays(between, 1)) {
          expect(isNonWorking(between)).toBe(true);
        }
      }),
    );
  });

  it('a week begins at most once', () => {
    fc.assert(
      fc.property(days, (date) => {
        const monday = addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
        const week = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count));
        expect(week.filter(beginsWeek)).toEqual(week.filter((each) => !isNonWorking(each)).slice(0, 1));
      }),
    );
  });

  it('after Tết the week begins with its first working day', () => {
    expect(beginsWeek(day('2025-02-03'))).toBe(true);
    expect(beginsWeek(day('2026-05-04'))).toBe(true);
    expect(beginsWeek(day('2026-09-04'))).toBe(false);
  });
});

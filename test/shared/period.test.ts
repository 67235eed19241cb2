import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayAt,
  endOfDayAfter,
  lastMonthOf,
  monthAt,
  monthOf,
  monthsBetween,
  monthsOf,
  type Period,
  parseDay,
  parseMonth,
  parsePeriod,
  parseTypedMonth,
  periodsAround,
  shiftPeriod,
  standsIn,
  yearBefore,
} from '#shared/period.ts';
import { days, month, months } from '#test/shared/samples.ts';

describe('parseDay', () => {
  it.each([
    ['2021-02-03', '2021-02-03'],
    ['03/02/2021', '2021-02-03'],
    ['3/2/2021', '2021-02-03'],
    ['3-2-2021', '2021-02-03'],
    ['03.02.2021', '2021-02-03'],
    ['  03/02/2021 ', '2021-02-03'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2000', '2000-02-29'],
    ['31/12/2025', '2025-12-31'],
  ])('reads %j as %s', (typed, expected) => {
    expect(parseDay(typed)).toBe(expected);
  });

  it.each([
    '2021-02-31',
    '31/02/2021',
    '29/02/2021',
    '29/02/1900',
    '31/04/2021',
    '02/13/2021', // month and day changed places
    '00/02/2021',
    '03/00/2021',
    '03/02/21',
    '2021-2-3',
    '2021/02/03',
    '03/02/0021',
    '44230', // a serial number of a spreadsheet
    'ngày 3 tháng 2',
    '2021-02-03T00:00:00Z',
    '',
  ])('refuses %j', (typed) => {
    expect(parseDay(typed)).toBeUndefined();
  });

  it('reads a day alike in both ways of writing it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, number, date] = day.split('-');
        expect(parseDay(day)).toBe(day);
        expect(parseDay(`${date}/${number}/${year}`)).toBe(day);
        expect(parseDay(`${Number(date)}/${Number(number)}/${year}`)).toBe(day);
      }),
    );
  });
});

describe('parseMonth', () => {
  it.each(['2021-02', '1999-12', '2025-10'])('reads %s', (typed) => {
    expect(parseMonth(typed)).toBe(typed);
  });

  it.each(['2021-13', '2021-00', '2021-2', '02/2021', '2021-02-03', ' 2021-02', '3021-02', ''])(
    'refuses %j',
    (typed) => {
      expect(parseMonth(typed)).toBeUndefined();
    },
  );
});

describe('the calendar in Vietnam', () => {
  it.each([
    ['2021-02-28T16:59:59.999Z', '2021-02-28', '2021-02'],
    ['2021-02-28T17:00:00.000Z', '2021-03-01', '2021-03'],
    ['2020-12-31T17:00:00.000Z', '2021-01-01', '2021-01'],
    ['2024-02-28T17:00:00.000Z', '2024-02-29', '2024-02'],
  ])('%s is %s there', (instant, day, in_) => {
    expect(dayAt(instant)).toBe(day);
    expect(monthAt(instant)).toBe(in_);
  });

  it('is the one that the time zone database has for Asia/Ho_Chi_Minh', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayAt(instant.toISOString())).toBe(calendar.format(instant));
      }),
    );
  });
});

describe('addMonths', () => {
  it.each([
    ['2021-01', -1, '2020-12'],
    ['2020-12', 1, '2021-01'],
    ['2021-02', -12, '2020-02'],
    ['2021-02', 0, '2021-02'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(month(from), count)).toBe(to);
  });

  const counts = fc.integer({ min: -500, max: 500 });

  it('is undone by the opposite count', () => {
    fc.assert(
      fc.property(months, counts, (from, count) => {
        expect(addMonths(addMonths(from, count), -count)).toBe(from);
      }),
    );
  });

  it('keeps the order in which texts sort', () => {
    fc.assert(
      fc.property(months, counts, (from, count) => {
        expect(Math.sign(count)).toBe(Number(addMonths(from, count) > from) - Number(addMonths(from, count) < from));
      }),
    );
  });
});

describe('endOfDayAfter', () => {
  it.each([
    ['2021-02', 5, '2021-03-05T16:59:59.999Z'],
    ['2020-12', 10, '2021-01-10T16:59:59.999Z'],
    ['2021-01', 28, '2021-02-28T16:59:59.999Z'],
  ])('of %s and day %i is %s', (of, dayOfNextMonth, instant) => {
    expect(endOfDayAfter(month(of), dayOfNextMonth)).toBe(instant);
  });

  it('is the last millisecond of that day in Vietnam', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 28 }), (of, dayOfNextMonth) => {
        const end = endOfDayAfter(of, dayOfNextMonth);
        const next = new Date(Date.parse(end) + 1).toISOString();
        expect(monthAt(end)).toBe(addMonths(of, 1));
        expect(Number(dayAt(end).slice(8))).toBe(dayOfNextMonth);
        expect(dayAt(next)).not.toBe(dayAt(end));
      }),
    );
  });
});

describe('standsIn', () => {
  it.each([
    [{ from: '2020-01' }, '2019-12', false],
    [{ from: '2020-01' }, '2020-01', true],
    [{ from: '2020-01' }, '2090-01', true],
    [{ from: '2020-01', to: '2020-03' }, '2020-03', true],
    [{ from: '2020-01', to: '2020-03' }, '2020-04', false],
  ] as [{ from: string; to?: string }, string, boolean][])('%j stands in %s: %s', ({ from, to }, in_, stands) => {
    expect(standsIn(month(in_), { from: month(from), ...(to && { to: month(to) }) })).toBe(stands);
  });
});

it('monthOf is the month of the day', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(day.startsWith(`${monthOf(day)}-`)).toBe(true);
    }),
  );
});

describe('parseTypedMonth', () => {
  it.each([
    ['2021-02', '2021-02'],
    ['02/2021', '2021-02'],
    [' 2/2021 ', '2021-02'],
    ['12.2020', '2020-12'],
  ])('reads %j as %s', (typed, expected) => {
    expect(parseTypedMonth(typed)).toBe(expected);
  });

  it.each(['13/2021', '0/2021', '2021', '2021/02', '02/21', '3/2/2021', ''])('refuses %j', (typed) => {
    expect(parseTypedMonth(typed)).toBeUndefined();
  });
});

describe('monthsBetween', () => {
  it('has every month once, both ends included', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 40 }), (from, more) => {
        const all = monthsBetween(from, addMonths(from, more));
        expect(all).toEqual(Array.from({ length: more + 1 }, (_, at) => addMonths(from, at)));
      }),
    );
  });

  it('has none where it ends before it begins', () => {
    expect(monthsBetween(month('2021-02'), month('2021-01'))).toEqual([]);
  });
});

describe('a longer period', () => {
  const period = (text: string) => text as Period;

  it.each([
    ['2021-02', '2021-02', '2021-02', 1],
    ['2021-Q1', '2021-01', '2021-03', 3],
    ['2021-Q4', '2021-10', '2021-12', 3],
    ['2021-H2', '2021-07', '2021-12', 6],
    ['2021', '2021-01', '2021-12', 12],
  ])('%s goes from %s to %s', (text, first, last, count) => {
    const months = monthsOf(period(text));
    expect([months[0], lastMonthOf(period(text)), months.length]).toEqual([first, last, count]);
  });

  it.each(['2021-Q5', '2021-Q0', '2021-H3', '21', '2021-13', '2021-q1', '2021-Q1-02', ''])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('is found around each of its months, and begins where the one before it ends', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -9, max: 9 }), (of, count) => {
        for (const each of periodsAround(of)) {
          expect(parsePeriod(each)).toBe(each);
          expect(monthsOf(each)).toContain(of);
          expect(addMonths(lastMonthOf(shiftPeriod(each, -1)), 1)).toBe(monthsOf(each)[0]);
          expect(shiftPeriod(shiftPeriod(each, count), -count)).toBe(each);
          expect(monthsOf(yearBefore(each))).toEqual(monthsOf(each).map((month) => addMonths(month, -12)));
        }
      }),
    );
  });
});

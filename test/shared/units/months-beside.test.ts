import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, standsIn } from '#shared/period.ts';
import { monthsBeside, nearestMonth } from '#shared/units/months-beside.ts';
import { month } from '#test/shared/samples.ts';

const months = fc.integer({ min: -20, max: 20 }).map((count) => addMonths(month('2021-06'), count));
const spans = fc.record({ from: months, to: months }, { requiredKeys: ['from'] });

describe('the months beside one', () => {
  it.each([
    { of: '2021-06', from: '2021-01', to: undefined, says: { previousMonth: '2021-05', nextMonth: '2021-07' } },
    { of: '2021-06', from: '2021-06', to: undefined, says: { nextMonth: '2021-07' } },
    { of: '2021-06', from: '2021-01', to: '2021-06', says: { previousMonth: '2021-05' } },
    { of: '2021-08', from: '2021-01', to: undefined, says: { previousMonth: '2021-07' } }, // the last that there is
    { of: '2019-03', from: '2018-01', to: undefined, says: { nextMonth: '2019-04' } }, // no regime judges the one before
  ])('of $of, standing from $from to $to', ({ of, from, to, says }) => {
    const unit = { from: month(from), ...(to && { to: month(to) }) };
    expect(monthsBeside(month(of), unit, month('2021-08'))).toEqual(says);
  });

  it('are only such in which the unit stands', () => {
    fc.assert(
      fc.property(months, spans, months, (of, unit, last) => {
        for (const beside of Object.values(monthsBeside(of, unit, last))) expect(standsIn(beside, unit)).toBe(true);
      }),
    );
  });
});

describe('the nearest month', () => {
  it('is one in which all stand, and the very month where they do', () => {
    fc.assert(
      fc.property(months, fc.array(spans, { maxLength: 3 }), (of, units) => {
        const standing = (each: typeof of) => units.every((unit) => standsIn(each, unit));
        const found = nearestMonth(of, units);
        if (standing(of)) expect(found).toBe(of);
        const all = Array.from({ length: 81 }, (_, at) => addMonths(month('2018-01'), at));
        if (all.some(standing)) expect(standing(found)).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount, parsePoints, percentOf } from '#shared/input/numbers.ts';

describe('parseCount', () => {
  it.each([
    ['0', 0],
    ['18', 18],
    ['018', 18],
    [' 18 ', 18],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u00a0234', 1234], // the space that spreadsheets put there
    ['12.345.678', 12345678],
  ])('reads %j as %i', (typed, count) => {
    expect(parseCount(typed)).toBe(count);
  });

  it.each([
    '',
    ' ',
    '-1',
    '+1',
    '1.5',
    '1,5',
    '0.123', // a fraction, not a thousand
    '00.123',
    '1.23',
    '1234.567',
    '1,234',
    '1e3',
    '0x10',
    'mười',
    '18/18',
    '１８', // full-width digits
    '1234567890',
  ])('refuses %j', (typed) => {
    expect(parseCount(typed)).toBeUndefined();
  });

  it('reads every number, with its thousands parted or not', () => {
    const parted = new Intl.NumberFormat('vi-VN');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (count) => {
        expect(parseCount(String(count))).toBe(count);
        expect(parseCount(parted.format(count))).toBe(count);
      }),
    );
  });
});

describe('parsePoints', () => {
  it.each([
    ['85,7', 85.7],
    ['85.75', 85.75],
    ['0', 0],
    ['4,05', 4.05],
    ['100', 100],
  ])('reads %j as %d', (typed, points) => {
    expect(parsePoints(typed)).toBe(points);
  });

  it.each(['', '-1', '4,555', '4,', ',5', '1.234', '4,5 điểm', '1e1', '５'])('refuses %j', (typed) => {
    expect(parsePoints(typed)).toBeUndefined();
  });
});

describe('percentOf', () => {
  it.each([
    [28, 33, 84.8], // 84.848…
    [17, 20, 85],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 2000, 0.1], // 0.05 exactly: up
    [999, 1000, 99.9],
    [1999, 2000, 100], // 99.95 exactly: up
    [0, 7, 0],
  ])('%i of %i is %d', (numerator, denominator, percent) => {
    expect(percentOf(numerator, denominator)).toBe(percent);
  });

  it('is null without a base, not 0', () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it('is at most half a tenth away from the exact value, and up at the half', () => {
    const bases = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(bases, fc.nat(1_000_000), (denominator, numerator) => {
        const tenths = BigInt(Math.round((percentOf(numerator, denominator) as number) * 10));
        // -0.5 < tenths - exact <= 0.5, on whole numbers
        const twice = 2n * (tenths * BigInt(denominator) - 1000n * BigInt(numerator));
        expect(twice > -BigInt(denominator) && twice <= BigInt(denominator)).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { formatMonth, formatNumber, formatPercent, formatPeriod, monthDigits } from '#shared/language/format.ts';
import { langs } from '#shared/language/lang.ts';
import { languageNames } from '#shared/language/languages.ts';
import type { Month, Period } from '#shared/period.ts';

describe('numbers and periods as people read them', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [1234567.891, '1.234.567,89', '1,234,567.89'],
    [-0.5, '−0,5', '−0.5'],
  ])('%d is %s in Vietnamese, %s in English', (value, vi, en) => {
    expect([formatNumber(value, 'vi'), formatNumber(value, 'en')]).toEqual([vi, en]);
    expect([formatPercent(value, 'vi'), formatPercent(value, 'en')]).toEqual([`${vi}%`, `${en}%`]);
  });

  it.each([
    ['2021-02', 'tháng 02/2021', '02/2021'],
    ['2021-Q1', 'quý I/2021', 'Q1 2021'],
    ['2021-Q4', 'quý IV/2021', 'Q4 2021'],
    ['2021-H1', '6 tháng đầu năm 2021', 'first half of 2021'],
    ['2021-H2', '6 tháng cuối năm 2021', 'second half of 2021'],
    ['2021', 'năm 2021', '2021'],
  ])('%s is %s in Vietnamese, %s in English', (period, vi, en) => {
    expect([formatPeriod(period as Period, 'vi'), formatPeriod(period as Period, 'en')]).toEqual([vi, en]);
  });

  it('a month in digits is the same in every language, and within its words in each', () => {
    expect(monthDigits('2021-02' as Month)).toBe('02/2021');
    for (const lang of langs) expect(formatMonth('2021-02' as Month, lang)).toContain('02/2021');
  });
});

it('every language has a name of its own', () => {
  expect(new Set(langs.map((lang) => languageNames[lang])).size).toBe(langs.length);
});

import { describe, expect, it } from 'vitest';
import { textCell } from '#shared/input/lists/list-file.ts';
import { hasMonthFirst, readListMonth } from '#shared/input/lists/list-month.ts';

const cell = (text: string) => textCell(text, [{ text }]);
const number = (value: number, isDay = false) => ({
  text: '',
  raw: '',
  number: value,
  ...(isDay && { isDay: true as const }),
});

describe('a month in a list', () => {
  it.each([
    '2024-03',
    '2024/3',
    '03/2024',
    '3/2024',
    '3-2024',
    '3.2024',
    'T3/2024',
    'T3.2024',
    'Th3-2024',
    'Thg 3 2024',
    'tháng 3/2024',
    'Tháng 03 năm 2024',
    'tháng 3 năm 2024',
    'THANG 3 NAM 2024',
    '15/03/2024',
    '15 / 3 / 2024',
    '15-03-2024',
    '1.3.2024',
    '03/04/2024'.replace('04', '03'),
    '2024-03-31',
    '2024-03-01 00:00:00',
    '2024-03-01T00:00:00',
    'ngày 5 tháng 3 năm 2024',
    'Ngày 05 tháng 03, năm 2024',
    'Mar-24',
    'Thg3-24',
    'March 2024',
    '5 Mar 2024',
    '05-Mar-24',
    'March 5, 2024',
    '45352',
    '202403',
    '032024',
    '03/15/2024',
  ])('%j is March 2024', (text) => {
    expect(readListMonth(cell(text), false)).toBe('2024-03');
  });

  it('is a serial number of Excel, with the format of a day or without', () => {
    expect(readListMonth(number(45352), false)).toBe('2024-03');
    expect(readListMonth(number(45352.75, true), false)).toBe('2024-03');
    expect(readListMonth(number(34, true), false)).toBe('1900-02');
    expect(readListMonth(number(34), false)).toBe('no-month');
  });

  it.each([
    ['2019', 'year-only'],
    ['năm 2019', 'year-only'],
    ['12/26', 'short-year'],
    ['1/3/24', 'short-year'],
    ['31/02/2024', 'no-month'],
    ['13/2024', 'no-month'],
    ['2024-13', 'no-month'],
    ['quý 1/2024', 'no-month'],
    ['sắp tới', 'no-month'],
  ])('%j is none: %s', (text, fault) => {
    expect(readListMonth(cell(text), false)).toBe(fault);
  });

  it('is a day first, unless the column has months before days somewhere', () => {
    const [either, sure] = [cell('03/04/2024'), cell('03/25/2024')];
    expect(readListMonth(either, hasMonthFirst([either, cell('25/03/2024')]))).toBe('2024-04');
    expect(hasMonthFirst([either, sure])).toBe(true);
    expect(readListMonth(either, true)).toBe('day-or-month');
    expect(readListMonth(sure, true)).toBe('2024-03');
    expect(readListMonth(cell('04/04/2024'), true)).toBe('2024-04');
  });

  it('is none where nothing stands', () => {
    expect(readListMonth(undefined, false)).toBeUndefined();
    expect(readListMonth(cell('\u200b '), false)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { readDay } from '#shared/input/read-day.ts';
import { readDueDay } from '#shared/input/read-due-day.ts';
import { readMinutes } from '#shared/input/read-minutes.ts';
import { readScore } from '#shared/input/read-score.ts';
import { readShare } from '#shared/input/read-share.ts';
import { readTime } from '#shared/input/read-time.ts';
import { formatDay } from '#shared/language/format.ts';
import { type Day, monthOf } from '#shared/period.ts';
import { day, month } from '#test/shared/samples.ts';

const context = { month: month('2026-11'), today: day('2026-11-27') };

/** What is asked back is marked by a question mark. */
function said(reading: Reading<unknown>): unknown {
  return reading instanceof Doubt ? `${reading.understood}?` : reading;
}

describe('the day of a meeting, on a form of November 2026', () => {
  it.each([
    ['3/11', '2026-11-03'],
    ['3.11', '2026-11-03'],
    ['03-11', '2026-11-03'],
    ['3 . 11', '2026-11-03'],
    ['3 11 2026', '2026-11-03'],
    ['03-11-26', '2026-11-03'],
    ['3-11-2026', '2026-11-03'],
    ['3–11–2026', '2026-11-03'],
    ['3/11/2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['2026-11-03 00:00:00', '2026-11-03'],
    ['ngày 3 tháng 11', '2026-11-03'],
    ['Ngày 03 tháng 11 năm 2026', '2026-11-03'],
    ['ngày mùng 3 tháng 11', '2026-11-03'],
    ['Thứ ba, 3/11', '2026-11-03'],
    ['3-Nov', '2026-11-03'],
    ['3-Thg11-26', '2026-11-03'],
    ['３／１１', '2026-11-03'],
    ['٣/١١', '2026-11-03'],
    ['3\u00a0/\u00a011', '2026-11-03'],
    // Of another month: read as what it says, and refused by the form.
    ['3/10', '2026-10-03'],
    ['11/3/2026', '2026-03-11'],
    ['28/12', '2026-12-28'],
    // What most likely is meant is asked back.
    ['3', '03/11/2026?'],
    ['mùng 3', '03/11/2026?'],
    ['0311', '03/11/2026?'],
    ['03112026', '03/11/2026?'],
    ['26-11-03', '03/11/2026?'],
    ['31/11', undefined],
    ['13/13', undefined],
    ['3/11/226', undefined],
    ['hôm qua', undefined],
  ])('%j is %s', (text, is) => {
    expect(said(readDay(text.normalize('NFKC'), context))).toBe(is);
  });

  it('a short writing is asked back where the month is not known', () => {
    const { today } = context;
    expect(said(readDay('3/11', { today }))).toBe('03/11/2026?');
    expect(said(readDay('30/11', { today }))).toBe('30/11/2025?');
    expect(said(readDay('3/11/26', { today }))).toBe('03/11/2026?');
    expect(said(readDay('3/11/2026', { today }))).toBe('2026-11-03');
    expect(said(readDay('3', { today }))).toBe(undefined);
  });
});

describe('the day by which something is due, said in November 2026', () => {
  it.each([
    ['15/12', '2026-12-15'],
    ['30.11', '2026-11-30'],
    ['15-12-26', '2026-12-15'],
    ['1/3/2027', '2027-03-01'],
    ['5/1', '05/01/2027?'],
    ['15', '15/11/2026?'],
    ['cuối tháng', '30/11/2026?'],
    ['hết tháng 12', '31/12/2026?'],
    ['tháng 12', '31/12/2026?'],
    ['12/2026', '31/12/2026?'],
    ['hết tháng 1', '31/01/2027?'],
    ['31/02', undefined],
    ['thường xuyên', undefined],
  ])('%j is %s', (text, is) => {
    expect(said(readDueDay(text, context))).toBe(is);
  });
});

describe('a time of day', () => {
  it.each([
    ['19h', '19:00'],
    ['19H30', '19:30'],
    ['19 giờ 30', '19:30'],
    ['19 giờ 30 phút', '19:30'],
    ['19g30', '19:30'],
    ['19:30', '19:30'],
    ['19:30:00', '19:30'],
    ['19.30', '19:30'],
    ['lúc 19h', '19:00'],
    ['7h30', '07:30'],
    ['7h tối', '19:00'],
    ['7 giờ rưỡi tối', '19:30'],
    ['7h30 sáng', '07:30'],
    ['2 giờ chiều', '14:00'],
    ['8h kém 15', '07:45'],
    ['7 pm', '19:00'],
    ['19', '19:00?'],
    ['1930', '19:30?'],
    ['19h5', '19:05?'],
    ['19h-20h45', '19:00?'],
    ['19.5', undefined],
    ['12h đêm', undefined],
    ['19h60', undefined],
    ['24h', undefined],
    ['8 giờ kém 75', undefined],
  ])('%j is %s', (text, is) => {
    expect(said(readTime(text))).toBe(is);
  });
});

describe('how long a meeting took', () => {
  it.each([
    ['95', 95],
    ['1.234', 1234],
    ["90'", 90],
    ['90’', 90],
    ['90 phút', 90],
    ['90p', 90],
    ['1h30', 90],
    ["1h30'", 90],
    ['1 giờ 30 phút', 90],
    ['1g30', 90],
    ['1h', 60],
    ['2 tiếng', 120],
    ['1 tiếng rưỡi', 90],
    ['một tiếng rưỡi', 90],
    ['1,5 giờ', 90],
    ['19h-20h45', 105],
    ['từ 19h đến 20 giờ 45', 105],
    ['7h30 – 9h', 90],
    ['1:30', '90?'],
    ['1,5', '90?'],
    ['1h3', '63?'],
    ['22h-0h30', '150?'],
    ['11h-1h', '120?'],
    ['1h90', undefined],
    ['90"', undefined],
    ['lâu', undefined],
    ['30h', undefined],
  ])('%j is %s', (text, is) => {
    expect(said(readMinutes(text))).toBe(is);
  });
});

describe('how many', () => {
  it.each([
    ['21', { count: 21 }],
    ['２１', { count: 21 }],
    ['21,0', { count: 21 }],
    ['1.234', { count: 1234 }],
    ['18 đ/c', { count: 18 }],
    ['18 đồng chí', { count: 18 }],
    ['18đv', { count: 18 }],
    ['21/21', { count: 21, of: 21 }],
    ['27 / 29 đồng chí', { count: 27, of: 29 }],
    ['14 (100%)', { count: 14, percent: 100 }],
    ['18/18 (Đạt 100%)', { count: 18, of: 18, percent: 100 }],
    ['36/38 (94,7%)', { count: 36, of: 38, percent: 94.7 }],
    ['1,234', '1234?'],
    ['-', '0?'],
    ['100%', undefined],
    ['21,5', undefined],
    ['khoảng 20', undefined],
    ['20-21', undefined],
    ['20+1', undefined],
    ['-1', undefined],
    ['2O', undefined],
  ])('%j is %j', (text, is) => {
    expect(said(readShare(text.normalize('NFKC')))).toEqual(is);
  });
});

it.each([
  ['4,5', 4.5],
  ['4.5đ', 4.5],
  ['4,5 điểm', 4.5],
  ['4,5/5', 4.5],
  ['4,5/10', undefined],
  ['4½', undefined],
])('points of a line of 5: %j is %s', (text, is) => {
  expect(readScore(text, 5)).toBe(is);
});

const days = fc.date({ min: new Date('2019-03-01'), max: new Date('2099-12-31'), noInvalidDate: true });

it('what the pages show of a day is read as that day, and so is each usual way to write it', () => {
  fc.assert(
    fc.property(days, (date) => {
      const is = date.toISOString().slice(0, 10) as Day;
      const [year, m, d] = is.split('-').map(Number) as [number, number, number];
      const near = { month: monthOf(is), today: is };
      const short = String(year % 100).padStart(2, '0');
      for (const text of [formatDay(is), is, `${d}/${m}`, `${d}.${m}.${short}`, `ngày ${d} tháng ${m} năm ${year}`]) {
        expect(readDay(text, near)).toBe(is);
      }
      expect(readDay(formatDay(is), { today: is })).toBe(is);
      expect(readDueDay(formatDay(is), near)).toBe(is);
    }),
  );
});

it('what the pages show of a time, a length or a count is read as that', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
      const time = `${String(hours).padStart(2, '0')}:${rest}`;
      for (const text of [time, `${hours}h${rest}`, `${hours} giờ ${rest}`]) expect(readTime(text)).toBe(time);
      for (const text of [String(minutes), `${minutes}'`]) expect(readMinutes(text)).toBe(minutes);
      expect(readShare(String(minutes))).toEqual({ count: minutes });
    }),
  );
});

it('what was understood is itself read without a question, and any text is read at all', () => {
  const readers = [
    (text: string) => readDay(text, context),
    (text: string) => readDay(text, { today: context.today }),
    (text: string) => readDueDay(text, context),
    readTime,
    readMinutes,
    readShare,
  ];
  const pieces = fc.constantFrom(...['1', '3', '7', '11', '19', '30', '26', '2026', '/', '-', '.', ',', ':', ' ', 'h']);
  const words = fc.constantFrom('giờ', 'phút', "'", 'tối', 'ngày', 'tháng', 'năm', 'rưỡi', 'đến', '%', '(', ')', 'đ/c');
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(pieces, words), { maxLength: 9 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...readers), (text, read) => {
      const reading = read(text);
      if (reading instanceof Doubt) expect(read(reading.understood)).not.toBeInstanceOf(Doubt);
      if (reading instanceof Doubt) expect(read(reading.understood)).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});

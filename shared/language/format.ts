import type { Lang } from '#shared/language/lang.ts';
import { numberSigns, periodWords } from '#shared/language/languages.ts';
import { type Day, dayAt, type Instant, isMonth, type Month, type Period } from '#shared/period.ts';

/** Vietnam is at UTC+7 all year; see `shared/period.ts`. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/**
 * A number as people read it: `1.234,5` in Vietnamese, `1,234.5` in English. At most two decimals.
 *
 * @param unit one over the smallest part that is shown
 * @example formatNumber(1234.5) //=> '1.234,5'
 */
export function formatNumber(value: number, lang: Lang = 'vi', unit = 100): string {
  const [whole = '0', decimals] = String(Math.round(Math.abs(value) * unit) / unit).split('.');
  const [thousand, point] = numberSigns[lang];
  const parted = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, thousand) : whole;
  return `${value < 0 ? '−' : ''}${parted}${decimals ? point + decimals : ''}`;
}

/** @example formatPercent(84.8) //=> '84,8%' */
export function formatPercent(percent: number, lang: Lang = 'vi', unit = 100): string {
  return `${formatNumber(percent, lang, unit)}%`;
}

/** @example formatDay('2021-02-03') //=> '03/02/2021' */
export function formatDay(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** An instant by the clock in Vietnam: `03/02/2021 14:05`. */
export function formatInstant(instant: Instant): string {
  const time = new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);
  return `${formatDay(dayAt(instant))} ${time}`;
}

/**
 * A month in digits, which can also be typed.
 *
 * @example monthDigits('2021-02') //=> '02/2021'
 */
export function monthDigits(month: Month): string {
  return month.split('-').reverse().join('/');
}

/** @example formatMonth('2021-02') //=> 'tháng 02/2021' */
export function formatMonth(month: Month, lang: Lang = 'vi'): string {
  return periodWords[lang].month(monthDigits(month));
}

/**
 * A month, quarter, half year or year in words.
 *
 * @example formatPeriod('2021-Q1') //=> 'quý I/2021'
 * @example formatPeriod('2021-H2') //=> '6 tháng cuối năm 2021'
 */
export function formatPeriod(period: Period, lang: Lang = 'vi'): string {
  if (isMonth(period)) return formatMonth(period, lang);
  const [year = '', part = ''] = period.split('-');
  const words = periodWords[lang];
  const number = Number(part.charAt(1));
  if (part.startsWith('Q')) return words.quarter(number as 1 | 2 | 3 | 4, year);
  if (part.startsWith('H')) return words.half(number as 1 | 2, year);
  return words.year(year);
}

/** `xã Thanh Vân` at the beginning of a sentence or a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

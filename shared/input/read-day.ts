import { Doubt, type Reading } from '#shared/input/doubt.ts';
import { spelledDay } from '#shared/input/spelled-day.ts';
import { formatDay } from '#shared/language/format.ts';
import { type Day, daysBetween, type Month, monthOf, parseDay } from '#shared/period.ts';

/** What is known of a day before it is read. */
export interface DayContext {
  /** The month in which it is expected: the form's. */
  readonly month?: Month | undefined;
  /** Today in Vietnam. */
  readonly today: Day;
}

/**
 * Reads the day of a meeting as people write it. A day without its year, or with two digits of it, is of the form's
 * month; without a month it is asked back, and so are a day alone and one without separators. Days come before months,
 * as everywhere in Vietnam.
 *
 * @example readDay('3/11', { month: '2026-11', today }) //=> '2026-11-03'
 * @example readDay('0311', { month: '2026-11', today }) //=> new Doubt('03/11/2026')
 * @example readDay('3/11', { today: '2026-11-27' }) //=> new Doubt('03/11/2026')
 */
export function readDay(text: string, { month, today }: DayContext): Reading<Day> {
  const said = spelledDay(text);
  const days = daysOf(said, month ?? monthOf(today));
  const isWhole = /\d{4}/.test(said);
  if (!month) {
    const [day] = isWhole
      ? days
      : days
          .filter((each) => each <= today)
          .sort()
          .slice(-1);
    return isWhole ? day : doubted(day);
  }
  const expected = days.find((day) => monthOf(day) === month);
  if (expected) return expected;
  const [other, ...more] = otherDaysOf(said, month);
  // What is of no month that is expected is read too, so that its writer learns what is wrong with it.
  return other && more.length === 0 ? doubted(other) : nearest(days, month);
}

/** The days that a writing names, day before month; without a year it names one in each of three years. */
export function daysOf(said: string, near: Month): Day[] {
  const [, day = '', month = '', typed] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?$/.exec(said) ?? [];
  const iso = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(said);
  const year = Number(near.slice(0, 4));
  const years = typed ? [fullYear(typed)] : [year - 1, year, year + 1].map(String);
  const days = iso ? [dayOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')] : years.map((each) => dayOf(each, month, day));
  return days.filter((each) => each !== undefined);
}

/** The days of a month that a writing may mean by the day alone, without separators, or by the year first. */
export function otherDaysOf(said: string, month: Month): Day[] {
  const [, alone] = /^(\d{1,2})$/.exec(said) ?? [];
  const [, first = '', second = '', third] = /^(\d\d)(\d\d)(\d{4}|\d\d)?$/.exec(said) ?? [];
  const [, year, middle = '', last = ''] = /^(\d\d)\/(\d{1,2})\/(\d\d)$/.exec(said) ?? [];
  const days = [
    alone && dayOf(month.slice(0, 4), month.slice(5), alone),
    first && dayOf(third ? fullYear(third) : month.slice(0, 4), second, first),
    year && dayOf(fullYear(year), middle, last),
  ];
  return [...new Set(days)].filter((day) => day && monthOf(day as Day) === month) as Day[];
}

/** What its writer has to confirm. */
export function doubted(day: Day | undefined): Doubt | undefined {
  return day && new Doubt(formatDay(day));
}

function fullYear(typed: string): string {
  return typed.length === 2 ? `20${typed}` : typed;
}

function dayOf(year: string, month: string, day: string): Day | undefined {
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function nearest(days: readonly Day[], month: Month): Day | undefined {
  const distance = (day: Day) => Math.abs(daysBetween(day, `${month}-15` as Day));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}

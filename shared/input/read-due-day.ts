import type { Reading } from '#shared/input/doubt.ts';
import { type DayContext, daysOf, doubted, otherDaysOf } from '#shared/input/read-day.ts';
import { spelledDay } from '#shared/input/spelled-day.ts';
import { addDays, type Day, dayAt, endOfMonth, type Month, monthOf, parseMonth } from '#shared/period.ts';

/**
 * Reads the day by which something is due, as people write it. Without its year it is the next such day of the year of
 * the meeting; one of the year after, a day alone and a month alone are asked back.
 *
 * @example readDueDay('15/12', { month: '2026-11', today }) //=> '2026-12-15'
 * @example readDueDay('5/1', { month: '2026-11', today }) //=> new Doubt('05/01/2027')
 * @example readDueDay('cuối tháng', { month: '2026-11', today }) //=> new Doubt('30/11/2026')
 */
export function readDueDay(text: string, { month, today }: DayContext): Reading<Day> {
  const from = month ?? monthOf(today);
  const said = spelledDay(text);
  const last = monthSaid(said, from);
  if (last) return doubted(dayAt(endOfMonth(last)));
  const days = daysOf(said, from);
  if (/\d{4}/.test(said)) return days[0];
  const next = days.find((day) => monthOf(day) >= from);
  if (!next) return doubted(otherDaysOf(said, from)[0]);
  return next.slice(0, 4) === from.slice(0, 4) ? next : doubted(next);
}

/** `cuoi`, `het/12`, `/12`, `12/2026`: the month of the meeting, or the one that is named. */
function monthSaid(said: string, from: Month): Month | undefined {
  const [, word = '', number, year] = /^(het|cuoi|trong|\/)? ?\/?(\d{1,2})?(?:\/(\d{4}))?$/.exec(said) ?? [];
  if (number === undefined) return word === 'het' || word === 'cuoi' || word === 'trong' ? from : undefined;
  if (word === '' && year === undefined) return undefined;
  const named = (each: number) => parseMonth(`${each}-${number.padStart(2, '0')}`);
  const own = named(Number(year ?? from.slice(0, 4)));
  return year === undefined && own && own < from ? named(Number(from.slice(0, 4)) + 1) : own;
}

/** A promise further ahead was mistyped, or is none. */
const LONGEST_PROMISE_DAYS = 366;

/** Whether a day can be promised: from the day of the promise on, within a year. */
export function isPromise(day: Day, on: Day): boolean {
  return day >= on && day <= addDays(on, LONGEST_PROMISE_DAYS);
}

import { type Day, parseDay } from '#shared/period.ts';

/** Excel's day 1 is 1900-01-01, and it has a 1900-02-29 that never was: from March 1900 on, days count from here. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** 1927 to 2064: what is smaller is a count, what is larger no day that anybody enters. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_000, 60_000];

/** Whether a number may be a day as Excel counts them. */
export function isSerial(number: number): boolean {
  return number >= FIRST_SERIAL && number <= LAST_SERIAL;
}

/** The day that a number of Excel stands for; a time of day behind the point goes. @example dayOfSerial(46329) //=> '2026-11-03' */
export function dayOfSerial(number: number): Day | undefined {
  const day = new Date(SERIAL_ZERO + Math.floor(number) * 86_400_000);
  return Number.isNaN(day.getTime()) ? undefined : parseDay(day.toISOString().slice(0, 10));
}

/** The number under which Excel keeps a day. @example serialOf('2026-11-03') //=> 46329 */
export function serialOf(day: Day): number {
  return Math.round((Date.parse(day) - SERIAL_ZERO) / 86_400_000);
}

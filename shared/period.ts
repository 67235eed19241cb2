/** A month, `YYYY-MM`: what is reported, judged and closed together. */
export type Month = string & { readonly __month: unique symbol };
/** A day, ISO 8601 `YYYY-MM-DD`, as the calendar in Vietnam shows it. */
export type Day = string & { readonly __day: unique symbol };
/** A point in time, ISO 8601 in UTC with `Z`. */
export type Instant = string;

/** Vietnam is UTC+7 the year round (Asia/Ho_Chi_Minh has had no daylight saving since 1975). */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** Reads `YYYY-MM`; anything else is `undefined`. */
export function parseMonth(typed: string): Month | undefined {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(typed) ? (typed as Month) : undefined;
}

/**
 * Reads a day as people in Vietnam or a date picker write it; days that do not exist are `undefined`.
 *
 * @example parseDay('3/2/2021') //=> '2021-02-03'
 * @example parseDay('2021-02-31') //=> undefined
 */
export function parseDay(typed: string): Day | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]), Number(local[2]), Number(local[1])]
      : [0, 0, 0];
  if (year < 1930 || year > 2999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as Day) : undefined;
}

/**
 * Reads a time of day as it is written in Vietnam.
 *
 * @example parseTime('7h30') //=> '07:30'
 */
export function parseTime(typed: string): string | undefined {
  const parts = /^(\d{1,2})[:hg](\d\d)$/i.exec(typed.trim());
  return parts && Number(parts[1]) < 24 && Number(parts[2]) < 60
    ? `${parts[1]?.padStart(2, '0')}:${parts[2]}`
    : undefined;
}

/** The day on a calendar in Vietnam at an instant. */
export function dayAt(instant: Instant): Day {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** The month on a calendar in Vietnam at an instant. */
export function monthAt(instant: Instant): Month {
  return monthOf(dayAt(instant));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** @example addMonths('2021-01', -1) //=> '2020-12' */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7) as Month;
}

/** @example quarterOf('2021-02') //=> '2021-Q1' */
export function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/**
 * The months of a quarter before the given one, oldest first.
 *
 * @example earlierInQuarter('2021-03') //=> ['2021-01', '2021-02']
 */
export function earlierInQuarter(month: Month): Month[] {
  const before = (Number(month.slice(5)) - 1) % 3;
  return Array.from({ length: before }, (_, at) => addMonths(month, at - before));
}

/** Whether a month is the last of its quarter. */
export function endsQuarter(month: Month): boolean {
  return Number(month.slice(5)) % 3 === 0;
}

/**
 * The last instant of the given day of the month after `month`, in Vietnam.
 *
 * @param dayOfNextMonth 1 to 28
 * @example endOfDayAfter('2021-02', 5) //=> '2021-03-05T16:59:59.999Z'
 */
export function endOfDayAfter(month: Month, dayOfNextMonth: number): Instant {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, dayOfNextMonth + 1) - OFFSET_MS - 1).toISOString();
}

/** Whether a thing that stands from one month to another (both included, open where absent) stands in `month`. */
export function standsIn(month: Month, span: { readonly from: Month; readonly to?: Month }): boolean {
  return span.from <= month && (span.to === undefined || month <= span.to);
}

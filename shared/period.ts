/** A month, `YYYY-MM`: what is reported, judged and closed together. */
export type Month = string & { readonly __month: unique symbol };
/** A day, ISO 8601 `YYYY-MM-DD`, as the calendar in Vietnam shows it. */
export type Day = string & { readonly __day: unique symbol };
/** A point in time, ISO 8601 in UTC with `Z`. */
export type Instant = string;

/** Vietnam is at UTC+7 all year (Asia/Ho_Chi_Minh has had no daylight saving since 1975). */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** Reads `YYYY-MM`; anything else is `undefined`. */
export function parseMonth(typed: string): Month | undefined {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(typed) ? (typed as Month) : undefined;
}

/**
 * Reads a month as people in Vietnam or a month picker write it.
 *
 * @example parseTypedMonth('2/2021') //=> '2021-02'
 */
export function parseTypedMonth(typed: string): Month | undefined {
  const text = typed.trim();
  const local = /^(\d{1,2}) ?[/.-] ?(\d{4})$/.exec(text);
  return parseMonth(local ? `${local[2]}-${local[1]?.padStart(2, '0')}` : text);
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
  const local = iso ? null : /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]), Number(local[2]), Number(local[1])]
      : [0, 0, 0];
  if (year < 1930 || year > 2999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists) return undefined;
  return (iso ? text : date.toISOString().slice(0, 10)) as Day;
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
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${padded(Math.floor(months / 12), 4)}-${padded((months % 12) + 1, 2)}` as Month;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/**
 * Every month of a span, both ends included, oldest first; none if it ends before it begins.
 *
 * @example monthsBetween('2020-12', '2021-02') //=> ['2020-12', '2021-01', '2021-02']
 */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** @example addDays('2021-02-26', 7) //=> '2021-03-05' */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10) as Day;
}

/** The number of days from one day to another; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000));
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
  const before = placeInQuarter(month) - 1;
  return Array.from({ length: before }, (_, at) => addMonths(month, at - before));
}

/** Whether a month is the last of its quarter. */
export function endsQuarter(month: Month): boolean {
  return placeInQuarter(month) === 3;
}

/** @example placeInQuarter('2021-11') //=> 2 */
export function placeInQuarter(month: Month): number {
  return ((Number(month.slice(5)) - 1) % 3) + 1;
}

/**
 * The last instant of the given day of the month after `month`, in Vietnam.
 *
 * @param dayOfNextMonth 1 to 28; 0 for the last day of `month` itself
 * @example endOfDayAfter('2021-02', 5) //=> '2021-03-05T16:59:59.999Z'
 */
export function endOfDayAfter(month: Month, dayOfNextMonth: number): Instant {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, dayOfNextMonth + 1) - OFFSET_MS - 1).toISOString();
}

/** The last instant of a day, in Vietnam. */
export function endOfDay(day: Day): Instant {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000 - OFFSET_MS - 1).toISOString();
}

/**
 * An instant as it is typed by the clock in Vietnam; anything else is `undefined`.
 *
 * @example parseMoment('2026-11-29 02:00') //=> '2026-11-28T19:00:00.000Z'
 */
export function parseMoment(typed: string): Instant | undefined {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)[ T]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(typed) ?? [];
  const day = parseDay(date);
  return day && new Date(Date.parse(`${day}T${time}Z`) - OFFSET_MS).toISOString();
}

/** The last instant of a month, in Vietnam. */
export function endOfMonth(month: Month): Instant {
  return endOfDayAfter(month, 0);
}

/** Whether something exists in `month`, given its first and last month (both included; an absent end is open). */
export function standsIn(month: Month, span: { readonly from: Month; readonly to?: Month }): boolean {
  return span.from <= month && (span.to === undefined || month <= span.to);
}

/** What a scorecard covers: one month, or several merged: `2021-Q1`, `2021-H2` (half a year), `2021`. */
export type Period = Month | (string & { readonly __period: unique symbol });

/** Reads a period as addresses name it; anything else is `undefined`. */
export function parsePeriod(text: string): Period | undefined {
  const month = parseMonth(text);
  if (month) return month;
  return /^(19|20)\d\d(-Q[1-4]|-H[12])?$/.test(text) ? (text as Period) : undefined;
}

export function isMonth(period: Period): period is Month {
  return parseMonth(period) !== undefined;
}

/**
 * The months of a period, oldest first.
 *
 * @example monthsOf('2021-Q1') //=> ['2021-01', '2021-02', '2021-03']
 */
export function monthsOf(period: Period): Month[] {
  if (isMonth(period)) return [period];
  const [year, part = 'Y1'] = period.split('-');
  const length = lengths[part.charAt(0) as keyof typeof lengths];
  const first = addMonths(`${year}-01` as Month, (Number(part.slice(1)) - 1) * length);
  return Array.from({ length }, (_, at) => addMonths(first, at));
}

const lengths = { Q: 3, H: 6, Y: 12 } as const;

export function lastMonthOf(period: Period): Month {
  return monthsOf(period).at(-1) as Month;
}

/** The periods that a month is in, shortest first: itself, its quarter, its half year, its year. */
export function periodsAround(month: Month): readonly [Month, Period, Period, Period] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  return [month, quarterOf(month) as Period, `${year}-H${number <= 6 ? 1 : 2}` as Period, year as Period];
}

/**
 * The period of the same length that is `count` periods later.
 *
 * @example shiftPeriod('2021-Q1', -1) //=> '2020-Q4'
 */
export function shiftPeriod(period: Period, count: number): Period {
  const months = monthsOf(period);
  const first = addMonths(months[0] as Month, count * months.length);
  return periodsAround(first).find((each) => monthsOf(each).length === months.length) as Period;
}

/** The same period one year earlier. */
export function yearBefore(period: Period): Period {
  return shiftPeriod(period, -12 / monthsOf(period).length);
}

import { addDays, type Day, type Month, parseDay, parseMonth } from '#shared/period.ts';

/**
 * How far somebody has read the changes of a district. It says no more than its reader has seen, and is not signed: what
 * it names is asked for with the reader's own rights.
 */
export interface Cursor {
  /** Of each day that is still looked at, the number of the last entry that was read. */
  readonly days: Readonly<Record<Day, number>>;
  /** Of each month that is watched, in the order in which they are looked at, what its scorecards were when they were last told, and until which day it is. */
  readonly months: Readonly<Record<Month, { readonly seen: string; readonly until: Day }>>;
}

/**
 * So many days back an entry of the record may still come: what a change owes is written within minutes, by the night at
 * the latest, and what is owed for over a day raises an alarm.
 */
export const HORIZON_DAYS = 7;
/** So many days back a reader may begin. */
export const MOST_DAYS_BACK = 31;

/** Where a reader begins who has read nothing yet. */
export function cursorFrom(day: Day, today: Day): Cursor {
  const days: Record<Day, number> = {};
  for (let each = day; each <= today; each = addDays(each, 1)) days[each] = 0;
  return { days, months: {} };
}

/** A cursor on a later day: it takes up the days since, and lets go of those of which nothing can come any more. */
export function movedTo(today: Day, { days, months }: Cursor): Cursor {
  const known = Object.keys(days).toSorted() as Day[];
  const oldest = addDays(today, -HORIZON_DAYS);
  const moved = cursorFrom(known[0] ?? oldest, today).days as Record<Day, number>;
  for (const day of known) moved[day] = days[day] ?? 0;
  return { days: moved, months };
}

/** Lets go of days that are read and past the horizon. */
export function forgetDays({ days, months }: Cursor, today: Day): Cursor {
  const oldest = addDays(today, -HORIZON_DAYS);
  const kept = Object.entries(days).filter(([day]) => day >= oldest);
  return { days: Object.fromEntries(kept), months };
}

/**
 * @example spellCursor({ days: { '2026-11-27': 12 }, months: {} }) //=> '2026-11-27.12'
 */
export function spellCursor({ days, months }: Cursor): string {
  const read = Object.entries(days)
    .toSorted(byKey)
    .map(([day, number]) => `${day}.${number}`);
  const watched = Object.entries(months).map(([month, { seen, until }]) => `${month}.${seen}.${until}`);
  return [...read, ...watched].join('~');
}

/** @returns `undefined` for what is no cursor, or begins too far back */
export function parseCursor(text: string, today: Day): Cursor | undefined {
  const days: Record<Day, number> = {};
  const months: Record<Month, { seen: string; until: Day }> = {};
  const parts = text.split('~');
  if (parts.length > MOST_DAYS_BACK + MOST_MONTHS) return undefined;
  for (const part of parts) {
    const [name = '', said = '', until] = part.split('.');
    const [day, month, end] = [parseDay(name), parseMonth(name), parseDay(until ?? '')];
    if (day && day === name && /^\d{1,6}$/.test(said) && until === undefined) days[day] = Number(said);
    else if (month && /^[0-9a-f]{0,16}$/.test(said) && end) months[month] = { seen: said, until: end };
    else return undefined;
  }
  const known = Object.keys(days).toSorted();
  const isOurs =
    known.length > 0 && (known[0] ?? '') >= addDays(today, -MOST_DAYS_BACK) && (known.at(-1) ?? '') <= today;
  return isOurs ? { days, months } : undefined;
}

/** So many months may be watched at a time. */
export const MOST_MONTHS = 120;

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

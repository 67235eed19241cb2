import { addDays, type Day } from '#shared/period.ts';

interface Holiday {
  /** The years in which the day is a holiday. */
  readonly from: number;
  /** Month and day of every year, or full dates for days of the lunar calendar. */
  readonly on: readonly string[];
}

/** The first day of the lunar year and the 10th of its third month (giỗ Tổ Hùng Vương), in the calendar of UTC+7. */
const lunarDays: Readonly<Record<number, readonly [newYear: Day, kings: Day]>> = {
  2019: ['2019-02-05' as Day, '2019-04-14' as Day],
  2020: ['2020-01-25' as Day, '2020-04-02' as Day],
  2021: ['2021-02-12' as Day, '2021-04-21' as Day],
  2022: ['2022-02-01' as Day, '2022-04-10' as Day],
  2023: ['2023-01-22' as Day, '2023-04-29' as Day],
  2024: ['2024-02-10' as Day, '2024-04-18' as Day],
  2025: ['2025-01-29' as Day, '2025-04-07' as Day],
  2026: ['2026-02-17' as Day, '2026-04-26' as Day],
  2027: ['2027-02-06' as Day, '2027-04-16' as Day],
  2028: ['2028-01-26' as Day, '2028-04-04' as Day],
  2029: ['2029-02-13' as Day, '2029-04-23' as Day],
  2030: ['2030-02-02' as Day, '2030-04-12' as Day],
  2031: ['2031-01-23' as Day, '2031-04-01' as Day],
};

/**
 * Tết is five days; each year the government decides how many come before the new year. No mail is sent in either usual
 * choice: from two days before to four after. National Day's second day is before or after it; both are kept free.
 *
 * @see Bộ luật Lao động 45/2019/QH14 (20/11/2019), Điều 112; 80-NQ/TW (07/01/2026) for the day of culture
 */
const holidays: readonly Holiday[] = [
  { from: 2019, on: ['01-01', '04-30', '05-01', '09-01', '09-02', '09-03'] },
  { from: 2026, on: ['11-24'] },
  {
    from: 2019,
    on: Object.values(lunarDays).flatMap(([newYear, kings]) => [
      ...[-2, -1, 0, 1, 2, 3, 4].map((count) => addDays(newYear, count)),
      kings,
    ]),
  },
];

/** Whether a day is a weekend or public holiday, on which nobody gets mail. */
export function isNonWorking(day: Day): boolean {
  const [year, weekday] = [Number(day.slice(0, 4)), weekdayOf(day)];
  if (weekday > 5) return true;
  return holidays.some(({ from, on }) => year >= from && (on.includes(day) || on.includes(day.slice(5))));
}

/** The last working day before a day. */
export function workingDayBefore(day: Day): Day {
  let before = addDays(day, -1);
  while (isNonWorking(before)) before = addDays(before, -1);
  return before;
}

/** Whether a day is the first working day of its week. */
export function beginsWeek(day: Day): boolean {
  return !isNonWorking(day) && workingDayBefore(day) < addDays(day, 1 - weekdayOf(day));
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

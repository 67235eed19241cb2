import { randomFrom } from '#infra/demo/random.ts';
import type { Instant, Month } from '#shared/period.ts';
import {
  type PlannedTheme,
  type QuarterNumber,
  quarterNumbers,
  type ThemePlanRevision,
  yearOf,
} from '#shared/theme-plan.ts';
import { type Theme, themeCodes } from '#shared/themes.ts';
import { parentOf, type Unit } from '#shared/units.ts';

/** The plans of made-up cells, entered by their communes in each year's January; most quarters have a subject. */
export function demoThemePlans(cells: readonly Unit[], months: readonly Month[], now: Instant): ThemePlanRevision[] {
  return [...new Set(months.map(yearOf))].flatMap((year) =>
    cells.flatMap(({ id: cell }): ThemePlanRevision[] => {
      const random = randomFrom(`themes ${cell} ${year}`);
      const commune = parentOf(cell) ?? cell;
      const at = `${year}-01-08T02:00:00.000Z`;
      const quarters = quarterNumbers
        .filter(() => random.chance(0.92))
        .map((number): [QuarterNumber, PlannedTheme] => [number, plannedIn(number, random.pick(themeCodes))]);
      if (at > now || random.chance(0.08)) return [];
      const by = { user: commune.slice(commune.indexOf('.') + 1), role: 'commune', unit: commune } as const;
      return [{ cell, year, quarters: Object.fromEntries(quarters), revision: 1, by, at }];
    }),
  );
}

/** Each year begins with the subject that every cell studies. */
function plannedIn(number: QuarterNumber, theme: Theme): PlannedTheme {
  if (number === '1') return { theme: 'HCM', title: 'Mỗi đảng viên đăng ký một việc làm theo' };
  return { theme: theme === 'KHAC' ? 'XDD' : theme };
}

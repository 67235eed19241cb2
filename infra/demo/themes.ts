import { sharedNotes } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import { addDays, type Instant, type Month } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import type { SharedRevision } from '#shared/themes/shared-meeting.ts';
import {
  type PlannedTheme,
  type QuarterNumber,
  quarterNumbers,
  type ThematicPlanRevision,
  yearOf,
} from '#shared/themes/thematic-plan.ts';
import { type Theme, themeCodes } from '#shared/themes/themes.ts';
import { districtOf, fullName, parentOf, type Unit } from '#shared/units/units.ts';

/** The thematic plans of made-up cells, entered by their communes each January; most quarters have a subject. */
export function demoThematicPlans(
  cells: readonly Unit[],
  months: readonly Month[],
  now: Instant,
): ThematicPlanRevision[] {
  return [...new Set(months.map(yearOf))].flatMap((year) =>
    cells.flatMap(({ id: cell }): ThematicPlanRevision[] => {
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

/** Each year's first quarter has the subject that every cell studies. */
function plannedIn(number: QuarterNumber, theme: Theme): PlannedTheme {
  if (number === '1') return { theme: 'HCM', title: 'Mỗi đảng viên đăng ký một việc làm theo' };
  return { theme: theme === 'KHAC' ? 'XDD' : theme };
}

/** Some thematic meetings of made-up cells, shared as examples by the commune or the district a week later. */
export function demoShared(reports: readonly Revision[], units: readonly Unit[], now: Instant): SharedRevision[] {
  const named = new Map(units.map((unit) => [unit.id, fullName(unit)]));
  return reports.flatMap(({ id: report, report: { cell, date, kind } }) => {
    const random = randomFrom(`shared ${report}`);
    const at = `${addDays(date, 7)}T03:00:00.000Z`;
    if (kind !== 'thematic' || at > now || !random.chance(0.01)) return [];
    const commune = parentOf(cell) ?? cell;
    const by = random.chance(0.5)
      ? ({ user: 'district', role: 'district', unit: districtOf(cell) } as const)
      : ({ user: commune.slice(commune.indexOf('.') + 1), role: 'commune', unit: commune } as const);
    const name = `${named.get(cell)}, ${named.get(commune)}`;
    const [theme, note] = random.pick(sharedNotes);
    return [{ report, cell, name, date, theme, note, revision: 1, by, at }];
  });
}

import { randomFrom } from '#infra/demo/random.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { ResultUnit } from '#shared/reports/result-units.ts';
import { type TargetId, targetIdOf } from '#shared/reports/target-id.ts';
import type { Target, TargetPlanRevision } from '#shared/targets/target-plan.ts';
import { type QuarterNumber, quarterNumbers, type Year, yearOf } from '#shared/themes/thematic-plan.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** What made-up cells resolve to do in a year: the unit, what, and how much in a quarter. */
const kinds: readonly (readonly [ResultUnit, string, number, number])[] = [
  ['road', 'Mở rộng, cứng hóa đường thôn', 50, 300],
  ['workdays', 'Ngày công vệ sinh môi trường, nạo vét kênh', 40, 200],
  ['dong', 'Ủng hộ quỹ vì người nghèo', 2, 9],
];
/** In which all of them are told apart from money, which is told in millions. */
const MILLION = 1_000_000;
/** Congresses of cells were in 2025, and are every five years. */
const TERM = 5;

/** The made-up targets of some cells: of each year, and of their congress. */
export function demoTargets(cells: readonly Unit[], months: readonly Month[], now: Instant): TargetPlanRevision[] {
  return [...new Set(months.map(yearOf))].flatMap((year) =>
    cells.flatMap(({ id: cell }): TargetPlanRevision[] => {
      const at = `${year}-01-12T02:00:00.000Z`;
      const targets = targetsOf(cell, year);
      if (targets.length === 0 || at > now) return [];
      const commune = parentOf(cell) ?? cell;
      const by = { user: commune.slice(commune.indexOf('.') + 1), role: 'commune', unit: commune } as const;
      return [{ cell, year, targets, lastRow: targets.length, revision: 1, by, at }];
    }),
  );
}

/** The target of a cell's year that results in a unit count for, if it has one. */
export function demoTargetFor(cell: UnitId, month: Month, unit: ResultUnit): TargetId | undefined {
  const year = yearOf(month);
  const found = targetsOf(cell, year).find((target) => target.unit === unit);
  return found && targetIdOf({ cell, year }, found.row);
}

function targetsOf(cell: UnitId, year: Year): readonly Target[] {
  const random = randomFrom(`targets ${cell} ${year}`);
  if (cell !== 'hiep-hoa.thanh-van.thanh-binh' && !random.chance(0.3)) return [];
  const own = kinds.map(([unit, what, least, most], at): Target => {
    const quarters = quarterNumbers.map((number): [QuarterNumber, number] => {
      return [number, random.between(least, most) * (unit === 'dong' ? MILLION : 1)];
    });
    const quantity = quarters.reduce((sum, [, amount]) => sum + amount, 0);
    return { row: at + 1, what, unit, quantity, quarters: Object.fromEntries(quarters) };
  });
  const ofCongress: Target = {
    row: own.length + 1,
    what: 'Hộ đạt gia đình văn hóa, nhiệm kỳ của đại hội',
    unit: 'households',
    quantity: random.between(60, 180),
    quarters: {},
    until: String(Number(year) + TERM) as Year,
  };
  return Number(year) % TERM === 0 ? [...own, ofCongress] : own;
}

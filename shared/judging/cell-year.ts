import { type Grade, type Regime, yearRules } from '#shared/norms/regimes.ts';
import { type Month, quarterOf } from '#shared/period.ts';

/** What a cell's year needs to know of a month. */
export interface MonthOfYear {
  readonly month: Month;
  readonly regime: Regime;
  /** The grade of the regular meeting; absent if there was no meeting, or it has no points yet. */
  readonly grade?: Grade;
  readonly thematics: number;
}

/** A quarter's thematic meetings compared with the number that the regime requires. */
export interface CellQuarter {
  readonly quarter: string;
  readonly thematics: number;
  readonly required: number;
  readonly met: boolean;
}

/** The quarters of a cell's months, oldest first. A quarter is judged by the regime of its last month. */
export function quartersOf(months: readonly MonthOfYear[]): CellQuarter[] {
  return [...Map.groupBy(inOrder(months), ({ month }) => quarterOf(month))].map(([quarter, of]) => {
    const thematics = of.reduce((sum, each) => sum + each.thematics, 0);
    const { regime } = of.at(-1) as MonthOfYear;
    const required = regime.thematicsAQuarter;
    return { quarter, thematics, required, met: thematics >= required };
  });
}

function inOrder(months: readonly MonthOfYear[]): MonthOfYear[] {
  return [...months].sort((a, b) => a.month.localeCompare(b.month));
}

/** A cell's year of meetings. It is not the yearly rating of the cell's work, which has levels of its own. */
export interface CellYear {
  /** The graded regular meetings, and the months in which the cell was due. */
  readonly held: number;
  readonly due: number;
  readonly good: number;
  /** Absent if the regime has no such rule, or the year is below its last step. */
  readonly grade?: Grade;
}

const better: readonly Grade[] = ['good', 'fair', 'average', 'poor'];

/**
 * Grades a year by its regular meetings under the rule of the last month's regime.
 *
 * "100% of the regular meetings" means all that were due: a year reaches no step if one month has no meeting or no
 * report.
 *
 * @param months every month of the year in which the cell was due
 * @see Đảng ủy Khối các cơ quan tỉnh Phú Thọ: Tốt if all are at least Khá and at least 7 are Tốt
 */
export function gradeYear(months: readonly MonthOfYear[]): CellYear {
  const grades = months.flatMap(({ grade }) => grade ?? []);
  const good = grades.filter((grade) => grade === 'good').length;
  const { regime } = inOrder(months).at(-1) ?? {};
  const rule = regime?.year && yearRules[regime.year];
  const step = rule?.steps.find(
    (each) =>
      good >= each.good &&
      grades.length === months.length &&
      grades.every((grade) => better.indexOf(grade) <= better.indexOf(each.each)),
  );
  return { held: grades.length, due: months.length, good, ...(step && { grade: step.grade }) };
}

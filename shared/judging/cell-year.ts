import { type Grade, type Regime, yearRules } from '#shared/norms/regimes.ts';
import { type Month, quarterOf } from '#shared/period.ts';

/** What a cell's year needs of one month. */
export interface MonthOfYear {
  readonly month: Month;
  readonly regime: Regime;
  /** The grade of the regular meeting; absent where there was no meeting, or where nothing is scored. */
  readonly grade?: Grade;
  readonly thematics: number;
}

/** A quarter's thematic meetings against the number that the regime requires. */
export interface CellQuarter {
  readonly quarter: string;
  readonly thematics: number;
  readonly required: number;
  readonly met: boolean;
}

/** The quarters of a cell's months, oldest first. The regime of its last month judges a quarter. */
export function quartersOf(months: readonly MonthOfYear[]): CellQuarter[] {
  const inOrder = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  return Object.entries(Object.groupBy(inOrder, ({ month }) => quarterOf(month))).map(([quarter, of = []]) => {
    const thematics = of.reduce((sum, each) => sum + each.thematics, 0);
    const required = of.at(-1)?.regime.thematicsAQuarter ?? 0;
    return { quarter, thematics, required, met: thematics >= required };
  });
}

/** A cell's year of meetings. It is not the yearly rating of the cell's work, which has levels of its own. */
export interface CellYear {
  /** Regular meetings with a grade, in the months in which the cell was due. */
  readonly held: number;
  readonly due: number;
  readonly good: number;
  /** Absent where the regime has no rule for a year, or where the year reaches none of its steps. */
  readonly grade?: Grade;
}

const better: readonly Grade[] = ['good', 'fair', 'average', 'poor'];

/**
 * Grades a year by its regular meetings. The rule is that of the last month's regime.
 *
 * "100% of the regular meetings" means 100% of the meetings that were due. A year with a month without a meeting, or
 * without a report, reaches no step.
 *
 * @param months every month of the year in which the cell was due
 * @see Đảng ủy Khối các cơ quan tỉnh Phú Thọ: Tốt where all are at least Khá and at least 7 are Tốt
 */
export function gradeYear(months: readonly MonthOfYear[]): CellYear {
  const grades = months.flatMap(({ grade }) => grade ?? []);
  const good = grades.filter((grade) => grade === 'good').length;
  const last = [...months].sort((a, b) => (a.month < b.month ? -1 : 1)).at(-1);
  const rule = last?.regime.year && yearRules[last.regime.year];
  const step = rule?.steps.find(
    (each) =>
      good >= each.good &&
      grades.length === months.length &&
      grades.every((grade) => better.indexOf(grade) <= better.indexOf(each.each)),
  );
  return { held: grades.length, due: months.length, good, ...(step && { grade: step.grade }) };
}

import { monthOf, quarterOf } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { quantityOf, stepsOf } from '#shared/reports/result-units.ts';
import { type TargetId, targetIdOf } from '#shared/reports/target-id.ts';
import { isOfYear, type Target, type TargetPlan } from '#shared/targets/target-plan.ts';
import { type QuarterNumber, quarterIn, quarterNumbers, type Year } from '#shared/themes/thematic-plan.ts';

/** A report as far as progress needs it. */
type Serving = Pick<ReportFigures, 'date' | 'serves' | 'results'>;

/** A target of a year, and what reports say was brought about for it. */
export interface TargetProgress {
  readonly id: TargetId;
  readonly target: Target;
  /** The year in which it was entered. */
  readonly since: Year;
  /** In each quarter of the year. */
  readonly byQuarter: Readonly<Record<QuarterNumber, number>>;
  /** In the year, or of a target of the congress since it was entered. */
  readonly done: number;
  /** How many meetings say that they serve it. */
  readonly meetings: number;
}

/**
 * The targets of a year with their progress by quarter: of each report that serves a target the results in its unit count,
 * those in other units do not.
 *
 * @param plans all years of a cell and of those that it carries on
 * @param reports the newest revision of each report since the first of these plans
 */
export function progressOf(
  plans: readonly TargetPlan[],
  reports: readonly Serving[],
  year: Year,
): readonly TargetProgress[] {
  const serving = Map.groupBy(reports, ({ serves }) => serves);
  return plans.flatMap((plan) =>
    plan.targets.flatMap((target): TargetProgress[] => {
      if (!isOfYear(plan, target, year)) return [];
      const id = targetIdOf(plan, target.row);
      const own = serving.get(id) ?? [];
      const sum = (of: readonly Serving[]) =>
        quantityOf(
          of.reduce((total, report) => total + stepsIn(report, target), 0),
          target.unit,
        );
      const quarter = (number: QuarterNumber) =>
        own.filter(({ date }) => quarterOf(monthOf(date)) === quarterIn(year, number));
      const byQuarter = Object.fromEntries(quarterNumbers.map((number) => [number, sum(quarter(number))]));
      const meetings = own.length;
      return [
        { id, target, since: plan.year, byQuarter: byQuarter as TargetProgress['byQuarter'], done: sum(own), meetings },
      ];
    }),
  );
}

function stepsIn({ results = [] }: Serving, { unit }: Target): number {
  return results.reduce((sum, result) => sum + (result.unit === unit ? stepsOf(result.quantity, unit) : 0), 0);
}

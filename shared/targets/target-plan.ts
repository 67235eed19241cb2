import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import type { ResultUnit } from '#shared/reports/result-units.ts';
import type { QuarterNumber, Year } from '#shared/themes/thematic-plan.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What a cell wants to bring about, in numbers. */
export interface Target {
  readonly row: number;
  readonly what: string;
  readonly unit: ResultUnit;
  /** For the year, or for the whole term. */
  readonly quantity: number;
  /** How much of it in a quarter, where that was set. */
  readonly quarters: Readonly<Partial<Record<QuarterNumber, number>>>;
  /** Of a target of the congress: the last year of the term. Absent: the target is the year's own. */
  readonly until?: Year;
}

/** The yearly resolution of a cell in numbers, with the targets of its congress that were entered in that year. */
export interface TargetPlan {
  readonly cell: UnitId;
  readonly year: Year;
  readonly targets: readonly Target[];
}

/** A plan as it was entered. Revisions are only ever added. */
export interface TargetPlanRevision extends TargetPlan {
  /** From 1. */
  readonly revision: number;
  /** The highest row so far. */
  readonly lastRow: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** A target as it is typed: one that has no row yet is new. */
export type TypedTarget = Omit<Target, 'row'> & { readonly row?: number };

/** Whether a target is one of a year: its own year's, or of a term in which the year lies. */
export function isOfYear(plan: Pick<TargetPlan, 'year'>, { until }: Pick<Target, 'until'>, year: Year): boolean {
  return plan.year <= year && (until ?? plan.year) >= year;
}

/** Gives new targets the next rows; those that the newest revision has keep theirs. */
export function numberTargets(
  targets: readonly TypedTarget[],
  newest: Pick<TargetPlanRevision, 'targets' | 'lastRow'> | undefined,
): Pick<TargetPlanRevision, 'targets' | 'lastRow'> {
  const left = new Set(newest?.targets.map(({ row }) => row));
  let lastRow = newest?.lastRow ?? 0;
  const numbered = targets.map((target): Target => {
    const isKnown = target.row !== undefined && left.delete(target.row);
    if (!isKnown) lastRow += 1;
    return { ...target, row: isKnown ? (target.row as number) : lastRow };
  });
  return { targets: numbered, lastRow };
}

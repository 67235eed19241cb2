import type { CriterionResult } from '#shared/judging/judgement.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { ReportOutline } from '#shared/reports/outline.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A report with all that sentinels compare it with. */
export interface ComparedReport {
  readonly report: ReportFigures;
  readonly passages: readonly string[];
  /** The lines of its sheet with the cell's own points. */
  readonly criteria: readonly CriterionResult[];
  /** How many members were required to attend. */
  readonly required: number;
  /** The cell's reports of the months before, newest first. */
  readonly before: readonly ReportOutline[];
  readonly neighbours: Neighbours;
}

/** What the reports of other cells say in the same month. */
export interface Neighbours {
  /** The cells whose reports have a passage. */
  readonly cellsBy: ReadonlyMap<string, ReadonlySet<UnitId>>;
  /** Every result by its unit. */
  readonly quantitiesBy: ReadonlyMap<string, readonly { readonly of: ReportId; readonly quantity: number }[]>;
}

/** Lays out a month's reports, so that each is compared with all others at once. */
export function neighboursOf(
  reports: readonly {
    readonly id: ReportId;
    readonly passages?: readonly string[];
    readonly report: Pick<ReportFigures, 'cell' | 'results'>;
  }[],
): Neighbours {
  const cellsBy = new Map<string, Set<UnitId>>();
  const quantitiesBy = new Map<string, { of: ReportId; quantity: number }[]>();
  for (const { id, passages = [], report } of reports) {
    for (const passage of passages) cellsBy.set(passage, (cellsBy.get(passage) ?? new Set()).add(report.cell));
    for (const { unit, quantity } of report.results ?? []) {
      quantitiesBy.set(unit, [...(quantitiesBy.get(unit) ?? []), { of: id, quantity }]);
    }
  }
  return { cellsBy, quantitiesBy };
}

import { changeOf } from '#shared/scorecards/change-of.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { mainFigures } from '#shared/scorecards/main-figures.ts';
import { byNeed, type Need, needOf } from '#shared/scorecards/need.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { bandOf } from '#shared/scorecards/target-band.ts';
import { compareUnits, type UnitId } from '#shared/units/units.ts';

/** One figure of one unit. */
export interface MatrixCell {
  readonly id: IndicatorId;
  /** Absent where the unit was not counted by it. */
  readonly figure?: Indicator;
  /** `null` without a target or a base. */
  readonly band: ReturnType<typeof bandOf>;
  /** Since the period before, in percentage points or points; `null` where there is nothing to compare. */
  readonly change: number | null;
}

export interface MatrixRow {
  readonly unit: UnitId;
  readonly name: string;
  readonly cells: readonly MatrixCell[];
}

/** The units of a scorecard by its main figures, who needs help most first; each row's cells in the order of the columns. */
export interface Matrix {
  readonly columns: readonly IndicatorId[];
  readonly rows: readonly MatrixRow[];
  /** The unit itself. */
  readonly total: readonly MatrixCell[];
}

/**
 * A scorecard as a matrix. Its rows have one order, whatever order the units come in: equal need is listed by name, and
 * equal names by id.
 */
export function matrixOf(scorecard: Pick<Scorecard, 'month' | 'regime' | 'indicators' | 'children'>): Matrix {
  const { indicators, children } = scorecard;
  const bands = regimeOf(scorecard).targetBands;
  // A target that is not due in this month has no column.
  const columns = mainFigures.filter((id) => !ruleOf(id).target || findIndicator(indicators, id)?.target);
  const cellsOf = (figures: readonly Indicator[]) => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    return columns.map((id): MatrixCell => {
      const figure = byId.get(id);
      if (!figure) return { id, band: null, change: null };
      return { id, figure, band: bandOf(figure, bands), change: changeOf(figure, figure.previousMonth) };
    });
  };
  const rows = children
    .map((child) => needOf(child, bands))
    .sort((a, b) => byNeed(a, b) || compareUnits(named(a), named(b)))
    .map(({ child: { unit, name, indicators: figures } }) => ({ unit, name, cells: cellsOf(figures) }));
  return { columns, rows, total: cellsOf(indicators) };
}

const named = ({ child: { unit: id, name } }: Need) => ({ id, name });

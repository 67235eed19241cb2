import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { ScorecardChild } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A commune to be called, and the cells of which no report has come. */
export interface Call {
  readonly unit: UnitId;
  readonly name: string;
  readonly missing: number;
  /** How many cells it has. */
  readonly of: number;
  readonly cells: readonly { readonly unit: UnitId; readonly name: string }[];
}

/** The cells of a commune's scorecard of which no report has come. */
export function silentIn(cells: readonly ScorecardChild[]): Call['cells'] {
  return cells
    .filter(({ indicators }) => partsOf(indicators, 'reported').numerator === 0)
    .map(({ unit, name }) => ({ unit, name }));
}

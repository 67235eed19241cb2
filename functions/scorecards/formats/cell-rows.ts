import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import { type Instant, isMonth, lastMonthOf, type Month, monthsOf } from '#shared/period.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Indicator, Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';

export interface CellsDeps {
  readonly scorecards: Pick<ScorecardStore, 'asOf' | 'between'>;
}

/** What the files need of a figure. Of 10,000 cells nothing more is kept in memory. */
export type CellFigure = Pick<Indicator, 'id' | 'numerator' | 'denominator' | 'value' | 'verdict'>;

/** A cell's month, or longer period, beside the commune it stands under. */
export type CellRow = Omit<ScorecardChild, 'indicators'> & {
  readonly indicators: readonly CellFigure[];
  readonly commune: { readonly unit: UnitId; readonly name: string };
  /** Why it is below the norm; empty where it is not. */
  readonly reasons: readonly Flag[];
};

/** How many communes are read at once. */
const AT_ONCE = 10;

/** Every cell of a unit, commune by commune in the order of the scorecard: none is left out, however many there are. */
export async function loadCells(scorecard: Scorecard, now: Instant, deps: CellsDeps): Promise<readonly CellRow[]> {
  if (parentOf(scorecard.unit) !== undefined) return rowsOf(scorecard);
  const rows: CellRow[] = [];
  const keep = keepOnce();
  const { children } = scorecard;
  for (let at = 0; at < children.length; at += AT_ONCE) {
    const some = children.slice(at, at + AT_ONCE).map(({ unit }) => ofCommune(unit, scorecard, now, deps));
    for (const commune of await Promise.all(some)) if (commune) rows.push(...cellsOf(commune, keep));
  }
  return rows;
}

/** A commune's scorecard as it counted when the district's was made. */
async function ofCommune(
  unit: UnitId,
  { month, generatedAt }: Scorecard,
  now: Instant,
  { scorecards }: CellsDeps,
): Promise<Scorecard | undefined> {
  if (isMonth(month)) return scorecards.asOf(unit, month, generatedAt);
  return mergeMonths(month, await scorecards.between(unit, monthsOf(month)[0] as Month, lastMonthOf(month)), { now });
}

/** Figures of single cells are small numbers, the same again and again: of 10,000 cells each is kept in memory once. */
export function keepOnce(): (figure: CellFigure) => CellFigure {
  const kept = new Map<string, CellFigure>();
  return ({ id, numerator, denominator, value, verdict }) => {
    const key = `${id} ${numerator} ${denominator} ${value} ${verdict}`;
    const figure = kept.get(key) ?? { id, numerator, denominator, value, verdict };
    kept.set(key, figure);
    return figure;
  };
}

/** The cells of a commune's scorecard. */
export function rowsOf(scorecard: Scorecard): CellRow[] {
  return cellsOf(scorecard, keepOnce());
}

function cellsOf({ unit, name, children, belowNorm }: Scorecard, keep: ReturnType<typeof keepOnce>): CellRow[] {
  const reasons = new Map(belowNorm.map((each) => [each.cell, each.reasons]));
  const commune = { unit, name };
  return children.map((cell) => ({
    ...cell,
    commune,
    reasons: reasons.get(cell.unit) ?? [],
    indicators: cell.indicators.map(keep),
  }));
}

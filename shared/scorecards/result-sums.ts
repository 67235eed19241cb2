import { quantityOf, type ResultUnit, resultUnitCodes, stepsOf } from '#shared/reports/result-units.ts';
import type { ResultSums, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

/** The results of a tally, unit by unit; a unit that nobody named is absent. */
export function resultSumsOf(tally: Tally): Pick<Scorecard, 'results'> {
  return sumsOf((unit) => ({ steps: tally[`result:${unit}`] ?? 0, results: tally[`results:${unit}`] ?? 0 }));
}

/** Adds up the results of several months or units, in any order. */
export function mergeResults(parts: readonly Pick<Scorecard, 'results'>[]): Pick<Scorecard, 'results'> {
  return sumsOf((unit) => {
    const own = parts.flatMap(({ results }) => results?.[unit] ?? []);
    return {
      steps: own.reduce((sum, { quantity }) => sum + stepsOf(quantity, unit), 0),
      results: own.reduce((sum, { results }) => sum + results, 0),
    };
  });
}

function sumsOf(
  count: (unit: ResultUnit) => { readonly steps: number; readonly results: number },
): Pick<Scorecard, 'results'> {
  const sums: [ResultUnit, { quantity: number; results: number }][] = resultUnitCodes.flatMap((unit) => {
    const { steps, results } = count(unit);
    return results > 0 ? [[unit, { quantity: quantityOf(steps, unit), results }]] : [];
  });
  return sums.length > 0 ? { results: Object.fromEntries(sums) as ResultSums } : {};
}

import type { BandSteps, Regime, Target } from '#shared/norms/regimes.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';

/** How a figure stands to its target, best first: a near miss is no collapse. */
export const targetBands = ['met', 'near', 'missed', 'far'] as const;
export type TargetBand = (typeof targetBands)[number];

/**
 * The band of a figure. In an open month a missed figure has the band of the best that can still come of it, so that
 * no report makes it better than what is said.
 *
 * @param bands the steps of the regime by which the figure was judged
 * @returns `open` while reports may turn the verdict, `null` without a target or a base
 */
export function bandOf(figure: Indicator, bands: Regime['targetBands']): TargetBand | 'open' | null {
  const { id, verdict, target } = figure;
  if (verdict !== 'missed' || !target) return verdict;
  return missBand(bestOf(figure), target, stepsOf(id, bands));
}

/** The steps by which a figure is told apart: how many a cell adds is not known where members are counted. */
export function stepsOf(id: IndicatorId, bands: Regime['targetBands']): BandSteps {
  return bands[ruleOf(id).pending?.size === 'unknown' ? 'members' : 'cells'];
}

/** The band of a share that is below its target, on whole numbers: each lower end belongs to the better band. */
function missBand({ numerator, denominator }: Fraction, { percent }: Target, { near, far }: BandSteps): TargetBand {
  const isFrom = (floor: number) => numerator * 100 >= floor * denominator;
  if (isFrom(percent - near)) return 'near';
  return isFrom(percent - far) ? 'missed' : 'far';
}

function bestOf({ pending, ...figure }: Indicator): Fraction {
  if (!pending?.cells) return figure;
  const { settled, cells } = pending;
  return { numerator: settled.numerator + cells, denominator: settled.denominator + cells };
}

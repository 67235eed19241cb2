import type { Flag } from '#shared/judging/judgement.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';

/**
 * For what a cell is not counted in a target: each cell that misses one shows a reason of it. Only of attendance by
 * members, to which no cell belongs as a whole, a cell's reason is a guess.
 */
export const reasonsOf: { readonly [id in IndicatorId]?: readonly Flag[] } = {
  reported: ['missing'],
  onTime: ['missing', 'late'],
  met: ['missing', 'no-regular'],
  attendance: ['below-attendance'],
  attendanceCells: ['missing', 'below-attendance', 'unexcused-absence'],
  resolution: ['missing', 'no-resolution'],
  preparation: ['missing', 'papers-late', 'committee-not-met', 'preparation-unsaid'],
  duration: ['missing', 'too-short'],
  thematicQuarter: ['missing', 'no-thematic'],
};

import { type IndicatorId, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';

/** Without a target, and yet asked about first: how good the meetings were, and what was done of what they resolved. */
const besides: readonly IndicatorId[] = ['score', 'tasksDone', 'mattersOverdue'];

/** The figures that a reader looks at first, in the order in which they are shown. */
export const mainFigures = indicatorIds.filter((id) => ruleOf(id).target !== undefined || besides.includes(id));

import type { LostPoints } from '#shared/briefings/lost-points.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/** What a briefing is made of. */
export interface BriefingFacts {
  readonly scorecard: Scorecard;
  readonly lost: LostPoints;
}

/** How many cells have each reason to be listed as below the norm, most first. */
export function reasonCounts(cells: Scorecard['belowNorm']): readonly (readonly [Flag, number])[] {
  const counts = new Map<Flag, number>();
  for (const { reasons } of cells) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The figures that miss their targets for good. */
export function missedOf({ indicators }: Pick<Scorecard, 'indicators'>): readonly Indicator[] {
  return indicators.filter(({ verdict }) => verdict === 'missed');
}

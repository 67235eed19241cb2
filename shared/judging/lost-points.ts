import type { CriterionResult, Judgement } from '#shared/judging/judgement.ts';

/** The lines of a sheet that have not all their points, those first that would win most; lines without points are none. */
export function lostPoints({ criteria }: Pick<Judgement, 'criteria'>): CriterionResult[] {
  const lost = ({ points = 0, max }: CriterionResult) => max - points;
  return criteria
    .filter((line) => line.points !== undefined && lost(line) > 0)
    .sort((a, b) => lost(b) - lost(a) || (a.id < b.id ? -1 : 1));
}

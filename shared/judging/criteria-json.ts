import type { CriterionResult } from '#shared/judging/judgement.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { reasonsVi } from '#shared/judging/texts/reasons-vi.ts';

/** The lines of a score sheet as JSON has them: why is a Vietnamese sentence there, whoever asks. */
export function criteriaJson(criteria: readonly CriterionResult[]) {
  return criteria.map((line) => {
    const { id, points, max, how, group } = line;
    return { id, ...(points !== undefined && { points }), max, how, why: reasonWords(line, reasonsVi), group };
  });
}

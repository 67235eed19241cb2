import type { CriterionResult } from '#shared/judging/judgement.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { reasonsVi } from '#shared/judging/texts/reasons-vi.ts';

/** The lines of a score sheet in JSON: `why` is always a Vietnamese sentence, in every language of the reader. */
export function criteriaJson(criteria: readonly CriterionResult[]) {
  return criteria.map((line) => {
    const { id, points, max, how, group } = line;
    return { id, ...(points !== undefined && { points }), max, how, why: reasonWords(line, reasonsVi), group };
  });
}

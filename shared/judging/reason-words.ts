import type { CriterionResult } from '#shared/judging/judgement.ts';
import type { ReasonWords } from '#shared/judging/reason.ts';

/** Why a line of the score sheet has its points, in one sentence. */
export function reasonWords(
  { why: [code, ...facts], points, max, raisedFrom }: CriterionResult,
  words: ReasonWords,
): string {
  const sentence = (words[code] as (...facts: readonly unknown[]) => string)(...facts);
  // A line outside the total has no points to explain.
  if (points === undefined || max === 0) return sentence;
  return sentence + (raisedFrom === undefined ? '' : words.raised(raisedFrom, max)) + words.points(points, max);
}

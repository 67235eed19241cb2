import { errorSentences } from '#shared/input/texts/errors.ts';
import type { ErrorCode } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';

/** What can be seen to be wrong with a field by itself, before the form is sent. */
const typingMistakes = ['not-a-count', 'not-points', 'not-a-day', 'not-a-time'] as const satisfies readonly ErrorCode[];
export type TypingMistake = (typeof typingMistakes)[number];

/** Their sentences in one language, as the form hands them to its script. */
export function typingSentences(lang: Lang): Readonly<Record<TypingMistake, string>> {
  const sentences = typingMistakes.map((code) => [code, errorSentences[lang][code]]);
  return Object.fromEntries(sentences) as Record<TypingMistake, string>;
}

import { errorSentences } from '#shared/input/texts/errors.ts';
import type { ErrorCode } from '#shared/input/typed.ts';
import { monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';

/** The mistakes that can be found in a single field before the form is sent. */
const typingMistakes = ['not-a-count', 'not-points', 'not-a-day', 'not-a-time'] as const satisfies readonly ErrorCode[];
export type TypingMistake = (typeof typingMistakes)[number];

/** Their messages in one language, which the form passes to its script. */
export function typingSentences(lang: Lang, month: Month): Readonly<Record<TypingMistake, string>> {
  const sentences = typingMistakes.map((code) => [
    code,
    errorSentences[lang][code].replace('{example}', `03/${monthDigits(month)}`),
  ]);
  return Object.fromEntries(sentences) as Record<TypingMistake, string>;
}

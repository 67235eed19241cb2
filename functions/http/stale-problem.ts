import type { Lang } from '#shared/language/lang.ts';
import { mergeTexts } from '#shared/reports/texts/form.ts';

/** The problem document for a write whose base is no longer the newest revision (stale). */
export function staleProblem(lang: Lang): Readonly<Record<string, unknown>> {
  return {
    type: 'urn:problem:stale',
    title: mergeTexts[lang].title,
    status: 409,
  };
}

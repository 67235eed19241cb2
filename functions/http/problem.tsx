import type { Answer } from '#functions/http/answer.ts';
import type { ProblemCode } from '#shared/access/texts/problems.ts';
import type { Lang } from '#shared/language/lang.ts';
import { ProblemPage } from '#web/problem-page.tsx';

const statuses = {
  'bad-request': 400,
  'bad-token': 401,
  forged: 403,
  'not-allowed': 403,
  'own-entry': 403,
  'not-attended': 403,
  'not-found': 404,
  'no-scorecard': 404,
  'not-standing': 404,
  'no-decision': 404,
  'words-gone': 410,
  returned: 409,
  'month-closed': 409,
  'month-open': 409,
  full: 409,
  'too-large': 413,
  unread: 422,
  'too-many': 429,
  fault: 500,
  unreadable: 500,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** A page and a problem document (RFC 9457) that say the same. */
export function problem(code: ProblemCode, lang: Lang): Answer {
  const status = statuses[code];
  return {
    status,
    page: async (context) => <ProblemPage context={context} status={status} {...(await wordsOf(code, context.lang))} />,
    json: async () => {
      const { title, sentence } = await wordsOf(code, lang);
      return { type: `urn:problem:${code}`, title, status, detail: sentence };
    },
  };
}

async function wordsOf(code: ProblemCode, lang: Lang) {
  const { problemSentences, problemTitles } = await import('#shared/access/texts/problems.ts');
  return { title: problemTitles[lang][code], sentence: problemSentences[lang][code] };
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Answer } from '#functions/http/answer.ts';
import { isSameOrigin } from '#functions/http/cookies.ts';
import { keptFields } from '#functions/http/kept-form.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import { isJsonType, typedBody } from '#functions/http/typed-body.ts';
import { takesList } from '#shared/access/routes.ts';

/** Shorter answers are soon typed again. In characters. */
const WORTH_KEEPING = 1000;
/** Lambda answers with at most 6 MB. In characters, of which some have three bytes. */
const MOST_SHOWN = 1_500_000;

/**
 * Refuses a form that is larger than its route takes, and shows what was typed to be copied: nothing of it is stored.
 * A file is still its sender's.
 */
export function tooLarge({ body = '', isBase64Encoded, headers }: APIGatewayProxyEventV2, request: Request): Answer {
  const answer = problem('too-large', request.lang);
  const type = headers['content-type'] ?? '';
  if (isJsonType(type) || takesList(request.route) || !isSameOrigin(request)) return answer;
  const texts = longTexts(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), type);
  if (texts.length === 0) return answer;
  return {
    ...answer,
    page: async (context) => (await import('#web/too-large-page.tsx')).TooLargePage({ context, texts }),
  };
}

/** The longest first, as many as an answer may have. */
function longTexts(body: Buffer, type: string): readonly string[] {
  const all = Object.values(fieldsOf(body, type)).filter((text) => text.length >= WORTH_KEEPING);
  const shown: string[] = [];
  let length = 0;
  for (const text of all.sort((a, b) => b.length - a.length)) {
    length += text.length;
    if (length <= MOST_SHOWN) shown.push(text);
  }
  return shown;
}

function fieldsOf(body: Buffer, type: string) {
  try {
    return keptFields(typedBody(body, type, false));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

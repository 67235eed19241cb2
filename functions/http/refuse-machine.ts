import type { Answer } from '#functions/http/answer.ts';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import type { TokenRefusal } from '#functions/http/tokens.ts';
import { tokenScopeOf } from '#shared/access/routes.ts';

/** Refuses a program, and says in the headers what it lacks (RFC 6750, 3). */
export function refuseMachine(why: TokenRefusal, { route, lang }: Request): Answer {
  if (why === 'too-many') return { ...problem(why, lang), headers: { 'retry-after': '60' } };
  if (why === 'bad-token')
    return { ...problem(why, lang), headers: { 'www-authenticate': challenge('invalid_token') } };
  const scope = tokenScopeOf(route);
  const needed = scope ? `, scope="${scope}"` : '';
  return {
    ...problem('not-allowed', lang),
    headers: { 'www-authenticate': `${challenge('insufficient_scope')}${needed}` },
  };
}

const challenge = (error: string) => `Bearer realm="so-chi-bo", error="${error}"`;

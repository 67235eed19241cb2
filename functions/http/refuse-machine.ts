import type { Answer } from '#functions/http/answer.ts';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import type { Refused, TokenRefusal } from '#functions/http/tokens.ts';
import { type RouteKey, tokenScopeOf } from '#shared/access/routes.ts';

/** Refuses a program, and says in the headers what it lacks (RFC 6750, 3). */
export function refuseMachine({ refused, record }: Refused, { route, lang }: Request): Answer {
  const audit = record && { audit: [{ kind: 'token' as const, ...record }] };
  return {
    ...problem(refused === 'beyond-scope' ? 'not-allowed' : refused, lang),
    headers: said(refused, route),
    ...audit,
  };
}

function said(refused: TokenRefusal, route: RouteKey): Record<string, string> {
  if (refused === 'too-many') return { 'retry-after': '60' };
  if (refused === 'bad-token') return { 'www-authenticate': challenge('invalid_token') };
  const scope = tokenScopeOf(route);
  return { 'www-authenticate': `${challenge('insufficient_scope')}${scope ? `, scope="${scope}"` : ''}` };
}

const challenge = (error: string) => `Bearer realm="so-chi-bo", error="${error}"`;

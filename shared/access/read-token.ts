import { type ApiToken, MOST_TOKEN_DAYS } from '#shared/access/api-token.ts';
import { type TokenScope, tokenScopes } from '#shared/access/routes.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

const LONGEST_NAME = 100;
const DAY_MS = 24 * 60 * 60_000;

type ReadToken =
  | ({ readonly ok: true } & Pick<ApiToken, 'name' | 'scopes' | 'units' | 'until'>)
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads the form by which a district makes a machine token. Without a commune it is for the whole district; but what
 * writes names its communes.
 *
 * @param communes those that the district may name
 */
export function readToken(
  typed: Typed,
  {
    district,
    communes,
    now,
  }: { readonly district: UnitId; readonly communes: readonly UnitId[]; readonly now: Instant },
): ReadToken {
  const errors: FieldError[] = [];
  const name = (typed['name'] ?? '').trim();
  if (name === '') errors.push({ field: 'name', code: 'required' });
  if (name.length > LONGEST_NAME) errors.push({ field: 'name', code: 'too-long', params: { max: LONGEST_NAME } });
  const chosen = <Code extends string>(list: string, offered: readonly Code[]): Code[] => {
    const codes = Object.entries(typed).filter(([field, code]) => field.startsWith(`${list}[`) && code !== '');
    const unknown = codes.find(([, code]) => !offered.includes(code as Code));
    if (unknown) errors.push({ field: unknown[0], code: 'not-a-choice' });
    return offered.filter((each) => codes.some(([, code]) => code === each));
  };
  const scopes = chosen('scopes', Object.keys(tokenScopes) as TokenScope[]);
  const named = chosen('units', communes);
  if (scopes.length === 0 && !errors.some(({ field }) => field.startsWith('scopes'))) {
    errors.push({ field: 'scopes[0]', code: 'required' });
  }
  if (
    scopes.includes('reports:write') &&
    named.length === 0 &&
    !errors.some(({ field }) => field.startsWith('units'))
  ) {
    errors.push({ field: 'units[0]', code: 'required' });
  }
  const days = parseCount((typed['days'] ?? '').trim());
  if (!days) errors.push({ field: 'days', code: 'not-a-count' });
  else if (days > MOST_TOKEN_DAYS) errors.push({ field: 'days', code: 'too-large', params: { max: MOST_TOKEN_DAYS } });
  if (errors.length > 0 || !days) return { ok: false, errors };
  const until = new Date(Date.parse(now) + days * DAY_MS).toISOString();
  return { ok: true, name, scopes, units: named.length > 0 ? named : [district], until };
}

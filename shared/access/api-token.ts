import { type RouteKey, type TokenScope, tokenScopeOf, tokenScopes } from '#shared/access/routes.ts';
import type { Actor, Session } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** At most a year: a machine whose keeper has left is found out by then. */
export const MOST_TOKEN_DAYS = 365;
/** So many requests of a token are answered in a minute. */
export const MOST_USES_A_MINUTE = 120;
/** A district's tokens are numbered to here. */
export const MOST_TOKENS = 9999;

/** A revision of a machine token of a district. Of its secret only the digest is kept. */
export interface ApiToken {
  readonly district: UnitId;
  /** In the district, from 1. */
  readonly number: number;
  /** 1 as it was made, 2 as it was taken back. */
  readonly revision: number;
  /** Which program it is for. */
  readonly name: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly digest: string;
  readonly scopes: readonly TokenScope[];
  /** The district, or some of its communes. */
  readonly units: readonly UnitId[];
  readonly until: Instant;
  readonly revoked?: true;
  readonly by: Actor;
  readonly at: Instant;
}

/** By what name a token is known in the record. No account is called so: their names have no `#`. */
export function tokenName({ district, number }: Pick<ApiToken, 'district' | 'number'>): string {
  return `${district}#${number}`;
}

/** A token as its program sends it. */
export interface SentToken extends Pick<ApiToken, 'district' | 'number'> {
  readonly secret: string;
}

/**
 * Writes a token as a program sends it. It begins with letters that tell searchers of leaked secrets what it is.
 *
 * @param secret 43 characters of base64url: 256 bits
 */
export function spellToken({ district, number, secret }: SentToken): string {
  return `sochibo_${district}_${number}_${secret}`;
}

export function parseToken(sent: string): SentToken | undefined {
  const [, district, number, secret] = /^sochibo_([a-z0-9-]{1,100})_([1-9]\d{0,3})_([\w-]{43})$/.exec(sent) ?? [];
  return district && number && secret ? { district: district as UnitId, number: Number(number), secret } : undefined;
}

/** Whether a token still counts. */
export function tokenCounts({ revoked, until }: Pick<ApiToken, 'revoked' | 'until'>, now: Instant): boolean {
  return !revoked && now < until;
}

/**
 * As whom a token uses a route; `undefined` where none of its scopes is for that route.
 *
 * Whoever writes is the commune of the cell that is named, if the token is for it: what a commune may not do, such as
 * changing a month that is closed, no machine does either.
 *
 * @param cell the cell that the request names, if any
 */
export function sessionOf(token: ApiToken, route: RouteKey, cell: string | undefined): Session | undefined {
  const scope = tokenScopeOf(route);
  if (!scope || !token.scopes.includes(scope)) return undefined;
  const role = tokenScopes[scope];
  const user = tokenName(token);
  if (role === 'district') return { user, role, unit: token.district, within: token.units };
  const unit = token.units.find((each) => cell !== undefined && isWithin(cell as UnitId, each)) ?? token.units[0];
  return unit === undefined ? undefined : { user, role, unit };
}

import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { Role } from '#shared/access/routes.ts';
import { SESSION_HOURS, type Session } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import { isUnitId } from '#shared/units/units.ts';

const roles: readonly Role[] = ['district', 'group', 'commune', 'cell'];

/** Tells whose id token this is and when it expires; `undefined` if it is forged, of another pool, or long expired. */
export type VerifyToken = (
  token: string,
) => Promise<{ readonly session: Session; readonly expiresAt: Instant } | undefined>;

/**
 * Verifies id tokens of the user pool.
 *
 * @param endpoint where to fetch the user pool's keys, if not from Amazon: the value of the SDK's own variable
 * @throws {Error} if the keys cannot be fetched: then nobody can be let in, but nobody is signed out either
 */
export function tokenVerifier(userPoolId: string, clientId: string, endpoint?: string): VerifyToken {
  const fetcher = {
    async fetch(uri: string): Promise<ArrayBuffer> {
      const response = await fetch(endpoint ? endpoint + new URL(uri).pathname : uri, {
        signal: AbortSignal.timeout(3000),
      });
      if (!response.ok) throw new FetchError(uri, `status ${response.status}`);
      return response.arrayBuffer();
    },
  };
  const verifier = CognitoJwtVerifier.create(
    // A token that expired during its session still identifies its user: the session's item decides.
    { userPoolId, clientId, tokenUse: 'id', graceSeconds: SESSION_HOURS * 60 * 60 },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  return async (token) => {
    try {
      const claims = await verifier.verify(token);
      const session = sessionOf(claims);
      return session && { session, expiresAt: new Date(claims.exp * 1000).toISOString() };
    } catch (error) {
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return undefined;
      throw error;
    }
  };
}

/** The session in an id token's claims; `undefined` for an account without a known role and unit. */
function sessionOf(claims: Readonly<Record<string, unknown>>): Session | undefined {
  const groups = claims['cognito:groups'];
  const role = roles.find((each) => Array.isArray(groups) && groups.includes(each));
  const unit = claims['custom:unit'];
  const user = claims['cognito:username'];
  const group = Number(claims['custom:group']);
  if (!role || typeof user !== 'string' || typeof unit !== 'string' || !isUnitId(unit)) return undefined;
  if (role !== 'group') return { user, role, unit };
  return Number.isInteger(group) && group > 0 ? { user, role, unit, group } : undefined;
}

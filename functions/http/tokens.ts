import { isSameSecret } from '#functions/http/is-same-secret.ts';
import type { Request } from '#functions/http/request.ts';
import { secretDigest, type TokenStore } from '#functions/store/token-store.ts';
import type { TokenUseStore } from '#functions/store/token-use-store.ts';
import {
  type ApiToken,
  MOST_USES_A_MINUTE,
  parseToken,
  sessionOf,
  tokenCounts,
  tokenName,
} from '#shared/access/api-token.ts';
import { tokenScopeOf } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

interface Deps {
  readonly store: Pick<TokenStore, 'find'>;
  readonly uses: Pick<TokenUseStore, 'take' | 'isFirstRefusal'>;
}

export type Tokens = ReturnType<typeof tokensWith>;

/** Why a program is not let in. */
export type TokenRefusal = 'bad-token' | 'too-many' | 'beyond-scope';

/** What a program is told, and, the first time that day, what goes on record about a token that there is. */
export interface Refused {
  readonly refused: TokenRefusal;
  readonly record?: { readonly district: UnitId; readonly of: string };
}

/** What a program is let in as, or why it is not. */
type Admitted = { readonly session: Session } | Refused;

/** The same for the record: the board is told what the program is not, which of three a bad token is. */
type Why = Exclude<TokenRefusal, 'bad-token'> | 'wrong-secret' | 'revoked' | 'expired';

/**
 * Lets programs in by machine tokens (RFC 6750). A token is looked up with each request, so that one that is taken back
 * is gone with the next; a route that lets no token in looks nothing up.
 *
 * A refused use of a token that there is goes on its district's record, once a day and reason: whoever sends it a
 * thousand times fills no record.
 */
export function tokensWith({ store, uses }: Deps) {
  async function refuse(refused: TokenRefusal, why: Why, token: ApiToken, now: Instant): Promise<Refused> {
    if (!(await uses.isFirstRefusal(token, why, now))) return { refused };
    return { refused, record: { district: token.district, of: `refuse ${tokenName(token)} ${why}` } };
  }

  return {
    async admit(request: Request, bearer: string): Promise<Admitted> {
      const { route, now, body, query } = request;
      if (!tokenScopeOf(route)) return { refused: 'beyond-scope' };
      const sent = parseToken(bearer);
      const token = sent && (await store.find(sent.district, sent.number));
      if (!token) return { refused: 'bad-token' };
      if (!isSameSecret(secretDigest(sent.secret), token.digest))
        return refuse('bad-token', 'wrong-secret', token, now);
      if (!tokenCounts(token, now)) return refuse('bad-token', token.revoked ? 'revoked' : 'expired', token, now);
      if (!(await uses.take(token, MOST_USES_A_MINUTE, now))) return refuse('too-many', 'too-many', token, now);
      const session = sessionOf(token, route, body['cell'] ?? query['cell'] ?? query['amend']?.split('_')[0]);
      return session ? { session } : refuse('beyond-scope', 'beyond-scope', token, now);
    },
  };
}

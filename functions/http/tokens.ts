import { timingSafeEqual } from 'node:crypto';
import type { Request } from '#functions/http/request.ts';
import { secretDigest, type TokenStore } from '#functions/store/token-store.ts';
import type { TokenUseStore } from '#functions/store/token-use-store.ts';
import {
  type ApiToken,
  MOST_USES_A_MINUTE,
  parseToken,
  type SentToken,
  sessionOf,
  tokenCounts,
} from '#shared/access/api-token.ts';
import { tokenScopeOf } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';

interface Deps {
  readonly store: Pick<TokenStore, 'find'>;
  readonly uses: Pick<TokenUseStore, 'take'>;
}

export type Tokens = ReturnType<typeof tokensWith>;

/** Why a program is not let in. */
export type TokenRefusal = 'bad-token' | 'too-many' | 'beyond-scope';

/** What a program is let in as, or why it is not. */
type Admitted = { readonly session: Session } | { readonly refused: TokenRefusal };

/**
 * Lets programs in by machine tokens (RFC 6750). A token is looked up with each request, so that one that is taken back
 * is gone with the next; a route that lets no token in looks nothing up.
 */
export function tokensWith({ store, uses }: Deps) {
  async function find(sent: SentToken | undefined): Promise<ApiToken | undefined> {
    const token = sent && (await store.find(sent.district, sent.number));
    if (!sent || !token) return undefined;
    const [given, kept] = [secretDigest(sent.secret), token.digest].map((digest) => Buffer.from(digest));
    return given && kept && given.length === kept.length && timingSafeEqual(given, kept) ? token : undefined;
  }

  return {
    async admit(request: Request, bearer: string): Promise<Admitted> {
      const { route, now, body, query } = request;
      if (!tokenScopeOf(route)) return { refused: 'beyond-scope' };
      const token = await find(parseToken(bearer));
      if (!token || !tokenCounts(token, now)) return { refused: 'bad-token' };
      if (!(await uses.take(token, MOST_USES_A_MINUTE, now))) return { refused: 'too-many' };
      const session = sessionOf(token, route, body['cell'] ?? query['cell'] ?? query['amend']?.split('_')[0]);
      return session ? { session } : { refused: 'beyond-scope' };
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { RefreshTokens, Tokens } from '#functions/cognito/refresh-tokens.ts';
import type { VerifyToken } from '#functions/cognito/tokens.ts';
import { endSession, sessionCookie, startSession } from '#functions/http/cookies.ts';
import type { Request } from '#functions/http/request.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import { isDueToNote, isOpen, type Session } from '#shared/access/session.ts';

/** The session of a request. */
export interface OpenSession {
  /** Known to its browser alone: forms prove by it that they are ours. */
  readonly id: string;
  readonly session: Session;
  /** To be set: the session is new, or its token was renewed. */
  readonly cookie?: string;
}

interface Deps {
  readonly verifyToken: VerifyToken;
  readonly store: SessionStore;
  readonly tokens: RefreshTokens;
}

export type Sessions = ReturnType<typeof sessionsWith>;

type SessionRequest = Pick<Request, 'cookies' | 'secure' | 'now'>;

/**
 * Opens, finds and ends sessions. A session is a cookie with its id and an id token of the user pool, and an item of
 * ours: the token says who it is, the item that it was not ended. Either alone opens nothing.
 */
export function sessionsWith({ verifyToken, store, tokens }: Deps) {
  /** A new token in place of one that has run out; none for an account that was disabled. */
  async function renewed(refreshToken: string): Promise<{ token: string; session: Session } | undefined> {
    const token = await tokens.renew(refreshToken);
    const verified = token && (await verifyToken(token));
    return token && verified ? { token, session: verified.session } : undefined;
  }

  return {
    async find(request: SessionRequest): Promise<OpenSession | undefined> {
      const { id, token } = sessionCookie(request) ?? {};
      const verified = token && (await verifyToken(token));
      if (!id || !verified) return undefined;
      const { session, expiresAt } = verified;
      const { now } = request;
      try {
        const stored = await store.find(session.user, id);
        if (!stored || !isOpen(stored, now)) return undefined;
        if (isDueToNote(stored, now)) await store.touch(session.user, id, { ...stored, seenAt: now });
        if (expiresAt > now) return { id, session };
        const fresh = await renewed(stored.refreshToken);
        return fresh && { id, session: fresh.session, cookie: startSession({ id, token: fresh.token }, request) };
      } catch (error) {
        // While nothing can be read nothing can be shown or changed either; but what was typed can be handed back.
        if (isUnavailable(error) && expiresAt > now) return { id, session };
        throw error;
      }
    },

    /** Who it is that the user pool gave a token to; nobody for an account without a role or a unit. */
    async whose(token: string): Promise<Session | undefined> {
      return (await verifyToken(token))?.session;
    },

    /** Begins a session; none for an account without a role or a unit. */
    async start(
      { token, refreshToken }: Pick<Tokens, 'token' | 'refreshToken'>,
      request: SessionRequest,
    ): Promise<OpenSession | undefined> {
      const verified = await verifyToken(token);
      if (!verified) return undefined;
      const id = randomBytes(16).toString('base64url');
      const { now } = request;
      await store.start(verified.session.user, id, { startedAt: now, seenAt: now, refreshToken });
      return { id, session: verified.session, cookie: startSession({ id, token }, request) };
    },

    /** Ends a session for every copy of its cookie, and gives what takes the cookie from the browser. */
    async end({ id, session }: OpenSession, request: SessionRequest): Promise<string> {
      const stored = await store.find(session.user, id);
      await store.end(session.user, id);
      if (stored) await tokens.revoke(stored.refreshToken);
      return endSession(request);
    },
  };
}

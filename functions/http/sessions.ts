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
  /** Only its browser knows it: our forms prove their origin by it. */
  readonly id: string;
  readonly session: Session;
  /** The cookie to set, if the session is new or its token was renewed. */
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
 * Opens, finds and ends sessions. A session needs both: a cookie with its id and an id token of the user pool, which
 * says who the user is, and an item of ours, which says that the session was not ended.
 */
export function sessionsWith({ verifyToken, store, tokens }: Deps) {
  /** Gets a new id token for one that has expired; `undefined` if the account was disabled. */
  async function renewed(user: string, refreshToken: string): Promise<{ token: string; session: Session } | undefined> {
    const token = await tokens.renew(user, refreshToken);
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
        const fresh = await renewed(session.user, stored.refreshToken);
        return fresh && { id, session: fresh.session, cookie: startSession({ id, token: fresh.token }, request) };
      } catch (error) {
        // During an outage nothing can be shown or changed, but the page can give back what was typed.
        if (isUnavailable(error) && expiresAt > now) return { id, session };
        throw error;
      }
    },

    /** Whose token this is; `undefined` for an account without a role or a unit. */
    async whose(token: string): Promise<Session | undefined> {
      return (await verifyToken(token))?.session;
    },

    /** Starts a session; `undefined` for an account without a role or a unit. */
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

    /** Ends a session for every copy of its cookie, and returns the header that deletes the cookie. */
    async end({ id, session }: OpenSession, request: SessionRequest): Promise<string> {
      const stored = await store.find(session.user, id);
      await store.end(session.user, id);
      if (stored) await tokens.revoke(stored.refreshToken);
      return endSession(request);
    },
  };
}

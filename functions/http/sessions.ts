import { randomBytes } from 'node:crypto';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { logFault } from '#functions/fault.ts';
import { endSession, sessionCookie, startSession } from '#functions/http/cookies.ts';
import type { Request } from '#functions/http/request.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { RightsStore } from '#functions/store/rights-store.ts';
import type { SessionStore, StoredSession } from '#functions/store/session-store.ts';
import { rightsOf, sameRights } from '#shared/access/accounts.ts';
import { isDueToCheck, isDueToNote, isOpen, type Session, secondsLeft, uncheckedAt } from '#shared/access/session.ts';

/** The session of a request. */
export interface OpenSession {
  /** Only its browser knows it: our forms prove their origin by it. */
  readonly id: string;
  readonly session: Session;
  /** In how many seconds it ends if nothing more is asked for: then the device closes what it keeps of it. */
  readonly secondsLeft: number;
  /** The cookie to set, if the session is new. */
  readonly cookie?: string;
}

interface Deps {
  readonly store: Pick<SessionStore, 'find' | 'start' | 'touch' | 'end'>;
  readonly rights: Pick<RightsStore, 'isCurrent'>;
  readonly accounts: Pick<Accounts, 'find'>;
}

export type Sessions = ReturnType<typeof sessionsWith>;

type SessionRequest = Pick<Request, 'cookies' | 'secure' | 'now' | 'route'>;

/** Opens, finds and ends sessions. The cookie names an account and a session; all else stands in the session's item. */
export function sessionsWith({ store, rights, accounts }: Deps) {
  /** Whether the user pool still gives the account these rights; `undefined` if it cannot be asked. */
  async function hasStill(session: Session, { route }: SessionRequest): Promise<boolean | undefined> {
    try {
      const now = rightsOf(await accounts.find(session.user));
      return now !== undefined && sameRights(now, session);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      logFault('rights not checked', route, error);
      return undefined;
    }
  }

  return {
    /** @throws during an outage: whoever is not known to be signed in is shown nothing and changes nothing */
    async find(request: SessionRequest): Promise<OpenSession | undefined> {
      const { user, id } = sessionCookie(request) ?? {};
      const { now } = request;
      const stored = user && id ? await store.find(user, id, now) : undefined;
      if (!user || !id || !stored || !isOpen(stored, now)) return undefined;
      const { role, unit, group } = stored;
      const session = { user, role, unit, ...(group !== undefined && { group }) };
      let noted: StoredSession = isDueToNote(stored, now) ? { ...stored, seenAt: now } : stored;
      if (isDueToCheck(stored, now)) {
        const has = await hasStill(session, request);
        if (has === false) {
          await store.end(user, id);
          return undefined;
        }
        noted = { ...noted, checkedAt: has ? now : uncheckedAt(now) };
      }
      if (noted !== stored) await store.touch(user, id, noted);
      return { id, session, secondsLeft: secondsLeft(noted, now) };
    },

    /**
     * Starts a session.
     *
     * @param version of the account's rights before its sign-in began
     * @returns `undefined` if the rights have changed since: whoever signs in must do so again
     */
    async start(session: Session, version: string, request: SessionRequest): Promise<OpenSession | undefined> {
      const id = randomBytes(16).toString('base64url');
      const { now } = request;
      const { user, ...rest } = session;
      const stored = { ...rest, startedAt: now, seenAt: now, checkedAt: now, rights: version };
      await store.start(user, id, stored);
      if (await rights.isCurrent(user, version)) {
        return { id, session, secondsLeft: secondsLeft(stored, now), cookie: startSession({ user, id }, request) };
      }
      await store.end(user, id);
      return undefined;
    },

    /** Ends a session for every copy of its cookie, and returns the header that deletes the cookie. */
    async end({ id, session }: OpenSession, request: SessionRequest): Promise<string> {
      await store.end(session.user, id);
      return endSession(request);
    },
  };
}

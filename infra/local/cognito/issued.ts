import { NotAuthorizedError } from 'cognito-local/lib/errors.js';

interface Reply {
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly AuthenticationResult?: { readonly AccessToken?: string };
}

/**
 * What the pool has given out and still accepts. cognito-local accepts any text as the session of a challenge, and every
 * access token for ever; Amazon binds a session to its user and its challenge, and takes it once, and an administrator
 * can revoke tokens. A restart forgets all, as if it were revoked.
 */
export class Issued {
  private readonly sessions = new Map<string, string>();
  private readonly tokens = new Map<string, Set<string>>();

  note(user: string, reply: Reply): void {
    const { ChallengeName, Session, AuthenticationResult } = reply;
    if (ChallengeName && Session) this.sessions.set(Session, `${ChallengeName} ${user}`);
    const token = AuthenticationResult?.AccessToken;
    if (!token) return;
    const { username, jti } = claimsOf(token);
    this.tokens.set(username, (this.tokens.get(username) ?? new Set()).add(jti));
  }

  /** @throws {NotAuthorizedError} for a session of another user or another challenge, or one that was used */
  checkSession(user: string, { ChallengeName, Session = '' }: Reply): void {
    if (this.sessions.get(Session) !== `${ChallengeName} ${user}`) {
      throw new NotAuthorizedError('Invalid session for the user.');
    }
  }

  use({ Session = '' }: Reply): void {
    this.sessions.delete(Session);
  }

  /** @throws {NotAuthorizedError} for a token that was revoked */
  checkToken(token: string): void {
    const { username, jti } = claimsOf(token);
    if (!this.tokens.get(username)?.has(jti)) throw new NotAuthorizedError('Access Token has been revoked');
  }

  revoke(user: string): void {
    this.tokens.delete(user);
  }
}

function claimsOf(token: string): { readonly username: string; readonly jti: string } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    throw new NotAuthorizedError('Invalid Access Token');
  }
}

import { createHash } from 'node:crypto';
import { isSameSecret } from '#functions/http/is-same-secret.ts';
import type { Request } from '#functions/http/request.ts';
import { DEVICE_DAYS, MOST_ACCOUNTS } from '#shared/access/devices.ts';
import { SESSION_HOURS } from '#shared/access/session.ts';

/** Browsers send a `__Host-` cookie only to this host and over TLS; without TLS they would reject it. */
const nameOf = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

/** The content of a session's cookie. It says nothing about rights: those stand in the session's item alone. */
export interface SessionCookie {
  readonly user: string;
  readonly id: string;
}

export function sessionCookie({ cookies, secure }: Pick<Request, 'cookies' | 'secure'>): SessionCookie | undefined {
  const [, user, id] = /^([\w-]{1,700})\.([\w-]{22})$/.exec(cookies[nameOf('session', secure)] ?? '') ?? [];
  return user && id ? { user: Buffer.from(user, 'base64url').toString('utf8'), id } : undefined;
}

export function startSession({ user, id }: SessionCookie, { secure }: Pick<Request, 'secure'>): string {
  const name = Buffer.from(user, 'utf8').toString('base64url');
  return `${nameOf('session', secure)}=${name}.${id}; Max-Age=${SESSION_HOURS * 60 * 60}${attributes(secure)}`;
}

export function endSession({ secure }: Pick<Request, 'secure'>): string {
  return `${nameOf('session', secure)}=; Max-Age=0${attributes(secure)}`;
}

/** The secrets by which accounts know this device, one for each; the account that signed in last has the first. */
export function deviceSecrets({ cookies, secure }: Pick<Request, 'cookies' | 'secure'>): readonly string[] {
  const secrets = (cookies[nameOf('device', secure)] ?? '').split('.');
  return secrets.filter((secret) => /^[\w-]{22}$/.test(secret)).slice(0, MOST_ACCOUNTS);
}

export function keepDevice(secrets: readonly string[], { secure }: Pick<Request, 'secure'>): string {
  const kept = secrets.slice(0, MOST_ACCOUNTS).join('.');
  return `${nameOf('device', secure)}=${kept}; Max-Age=${DEVICE_DAYS * 24 * 60 * 60}${attributes(secure)}`;
}

export function keepLang({ lang, secure }: Pick<Request, 'lang' | 'secure'>): string {
  return `${secure ? '__Host-lang' : 'lang'}=${lang}; Max-Age=${365 * 24 * 60 * 60}${attributes(secure)}`;
}

/** Marks a browser that has something to go back to: what was typed is looked for only where it stands. */
export function hasTyped(request: Pick<Request, 'cookies' | 'secure' | 'path'>): boolean {
  return request.cookies[nameOf(markOf(request), request.secure)] !== undefined;
}

export function markTyped(isKept: boolean, request: Pick<Request, 'secure' | 'path'>): string {
  const content = isKept ? `1; Max-Age=${24 * 60 * 60}` : '; Max-Age=0';
  return `${nameOf(markOf(request), request.secure)}=${content}${attributes(request.secure)}`;
}

/** What is typed in a practice month is kept there: a form taken in it leaves what waits for the real ones. */
function markOf({ path }: Pick<Request, 'path'>): string {
  return path.startsWith('/practice') ? 'typed-practice' : 'typed';
}

function attributes(secure: boolean): string {
  return `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The CSRF token of a form: nobody can make it without the session's id. */
export function formToken(sessionId: string): string {
  return createHash('sha256').update(`form ${sessionId}`).digest('hex').slice(0, 32);
}

/**
 * Whether a POST comes from a page of ours: no browser says that it came from another site, and the form has the token
 * of the session. What stands behind the token says whose form it is (`form-owner.ts`).
 */
export function isOurForm(request: Request, sessionId: string): boolean {
  const expected = formToken(sessionId);
  const sent = request.body['csrf'] ?? request.headers['x-csrf-token'] ?? '';
  return isSameOrigin(request) && isSameSecret(sent.slice(0, expected.length), expected);
}

/**
 * Whether the request came from our own pages, by the word of the browser: `Sec-Fetch-Site`, before it `Origin`, before
 * that `Referer`. What hides its origin (`Origin: null`) is not ours. Where a browser sends none of the three, only the
 * form's token decides.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const sender = headers['origin'] ?? headers['referer'];
  if (sender === undefined) return true;
  const from = URL.parse(sender);
  const protocol = headers['x-forwarded-proto'];
  // CloudFront calls the API under the API's own name and passes on the host of the address bar.
  return !!from?.host && from.host === headers['x-forwarded-host'] && (!protocol || from.protocol === `${protocol}:`);
}

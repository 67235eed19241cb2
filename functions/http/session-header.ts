import { createHash } from 'node:crypto';
import { endSession, isSameOrigin } from '#functions/http/cookies.ts';
import type { Request } from '#functions/http/request.ts';
import type { OpenSession } from '#functions/http/sessions.ts';

/** Who sent a request. `unknown`: it could not be found out, as during an outage. */
export type Sender = OpenSession | 'nobody' | 'unknown';

/**
 * Tells the service worker in which session an answer was given and in how many seconds that ends, or that nobody is
 * signed in: then it closes what the device keeps of the session before. The mark tells sessions apart and opens none.
 *
 * A browser sends no cookie with a form of another site: what such a form is answered says nothing of the session.
 */
export function sessionHeader(
  sender: Sender,
  cookies: readonly string[],
  request: Request,
): Readonly<Record<string, string>> {
  const isForeign = request.route.startsWith('POST ') && !isSameOrigin(request);
  if (sender === 'unknown' || isForeign) return {};
  if (sender === 'nobody' || cookies.includes(endSession(request))) return { 'x-session': 'none' };
  const mark = createHash('sha256').update(`device ${sender.id}`).digest('hex').slice(0, 16);
  return { 'x-session': `${mark} ${sender.secondsLeft}` };
}

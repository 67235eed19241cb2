import { beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '#functions/http/request.ts';
import { type Sessions, sessionsWith } from '#functions/http/sessions.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import type { Session } from '#shared/access/session.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const commune: Session = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' };
const at = (hour: number, minute = 0) =>
  `2026-11-24T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

/** What the user pool would say: a token is good for the hour that stands in it. */
let disabled: boolean;
let revoked: string[];
const userPool = {
  verifyToken: async (token: string) =>
    token.startsWith('hour-') ? { session: commune, expiresAt: at(Number(token.slice(5)) + 1) } : undefined,
  tokens: {
    renew: async () => (disabled ? undefined : `hour-${clock}`),
    revoke: async (token: string) => void revoked.push(token),
  },
};
let clock: number;
let sessions: Sessions;

beforeEach(() => {
  disabled = false;
  revoked = [];
  sessions = sessionsWith({ ...userPool, store: sessionStore(database().db, database().transient) });
});

function ask(cookie: string | undefined, now: string): Pick<Request, 'cookies' | 'secure' | 'now'> {
  clock = Number(now.slice(11, 13));
  return { cookies: { session: /^session=([^;]*)/.exec(cookie ?? '')?.[1] }, secure: false, now };
}

async function signedIn(): Promise<string> {
  const opened = await sessions.start({ token: 'hour-1', refreshToken: 'next' }, ask(undefined, at(1)));
  return opened?.cookie ?? '';
}

describe('a session', () => {
  it('gets a new token when its hour is over, without anybody noticing, and its forms stay good', async () => {
    const cookie = await signedIn();
    const before = await sessions.find(ask(cookie, at(1, 30)));
    expect(before).toEqual({ id: expect.any(String), session: commune });
    const after = await sessions.find(ask(cookie, at(2, 30)));
    expect(after?.id).toBe(before?.id);
    expect(after?.cookie).toContain('.hour-2;');
    expect(await sessions.find(ask(after?.cookie, at(2, 40)))).toEqual(before);
  });

  it('is over when its account was disabled, at the latest with its token', async () => {
    const cookie = await signedIn();
    disabled = true;
    expect(await sessions.find(ask(cookie, at(2, 30)))).toBeUndefined();
  });

  it('is over two hours after it was last used, and twelve after it began', async () => {
    expect(await sessions.find(ask(await signedIn(), at(3)))).toBeUndefined();
    const busy = await signedIn();
    for (let hour = 2; hour <= 12; hour += 1) expect(await sessions.find(ask(busy, at(hour)))).toBeDefined();
    expect(await sessions.find(ask(busy, at(13)))).toBeUndefined();
  });

  it('is over for every copy of its cookie once it was ended, and its refresh token is revoked', async () => {
    const cookie = await signedIn();
    const open = await sessions.find(ask(cookie, at(1, 10)));
    if (!open) throw new Error('not signed in');
    expect(await sessions.end(open, ask(cookie, at(1, 10)))).toMatch(/^session=; Max-Age=0/);
    expect(revoked).toEqual(['next']);
    expect(await sessions.find(ask(cookie, at(1, 11)))).toBeUndefined();
  });

  it('does not begin for an account without a role', async () => {
    expect(await sessions.start({ token: 'other', refreshToken: 'next' }, ask(undefined, at(1)))).toBeUndefined();
  });
});

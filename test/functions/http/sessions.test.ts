import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '#functions/http/request.ts';
import { type Sessions, sessionsWith } from '#functions/http/sessions.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import type { Account } from '#shared/access/accounts.ts';
import { NEVER_CHANGED } from '#shared/access/rights.ts';
import type { Session } from '#shared/access/session.ts';
import { onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const commune: Session = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' };
const at = (hour: number, minute = 0) =>
  `2026-11-24T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

/** What the user pool would say of the account, and how often it was asked. */
let account: Account | undefined;
let isAway: boolean;
let asked: number;
const accounts = {
  async find() {
    asked += 1;
    if (isAway) throw Object.assign(new Error('The pool is away'), { name: 'TimeoutError' });
    return account;
  },
};
let sessions: Sessions;

beforeEach(() => {
  account = { ...commune, enabled: true, mustChoose: false };
  isAway = false;
  asked = 0;
  const { db, transient } = database();
  sessions = sessionsWith({ store: sessionStore(db, transient), rights: rightsStore(db, transient), accounts });
});
afterEach(() => vi.restoreAllMocks());

function ask(cookie: string | undefined, now: string): Pick<Request, 'cookies' | 'secure' | 'now' | 'route'> {
  return { cookies: { session: /^session=([^;]*)/.exec(cookie ?? '')?.[1] }, secure: false, now, route: 'GET /' };
}

async function signedIn(): Promise<string> {
  const opened = await sessions.start(commune, NEVER_CHANGED, ask(undefined, at(1)));
  return opened?.cookie ?? '';
}

describe('a session', () => {
  it('is compared with the user pool once an hour, without anybody noticing, and its forms stay good', async () => {
    const cookie = await signedIn();
    const before = await sessions.find(ask(cookie, at(1, 30)));
    expect(before).toEqual({ id: expect.any(String), session: commune, secondsLeft: 2 * 60 * 60 });
    expect(asked).toBe(0);
    for (const minute of [5, 30, 55]) {
      const found = await sessions.find(ask(cookie, at(2, minute)));
      expect({ ...found, secondsLeft: 0 }).toEqual({ ...before, secondsLeft: 0 });
    }
    expect(asked).toBe(1);
  });

  it.each<[string, Partial<Account> | undefined]>([
    ['disabled', { enabled: false }],
    ['given a one-time password', { mustChoose: true }],
    ['given another role', { role: 'cell' }],
    ['moved', { unit: 'hiep-hoa.thai-son' }],
    ['taken away', undefined],
  ])('is over for ever when its account was %s past these functions, at the latest after an hour', async (_, now) => {
    const cookie = await signedIn();
    const { account: was } = { account };
    account = now && was && { ...was, ...now };
    expect(await sessions.find(ask(cookie, at(2, 30)))).toBeUndefined();
    account = was;
    expect(await sessions.find(ask(cookie, at(2, 31)))).toBeUndefined();
  });

  it('goes on while the user pool is away, which is logged and tried again soon', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const cookie = await signedIn();
    isAway = true;
    expect(await sessions.find(ask(cookie, at(2, 30)))).toBeDefined();
    expect(await sessions.find(ask(cookie, at(2, 32)))).toBeDefined();
    expect(asked).toBe(1);
    expect(log.mock.calls.join()).toContain('rights not checked');
    isAway = false;
    account = undefined;
    expect(await sessions.find(ask(cookie, at(2, 36)))).toBeUndefined();
  });

  it('is over two hours after it was last used, and twelve after it began', async () => {
    expect(await sessions.find(ask(await signedIn(), at(3)))).toBeUndefined();
    const busy = await signedIn();
    for (let hour = 2; hour <= 12; hour += 1) expect(await sessions.find(ask(busy, at(hour)))).toBeDefined();
    expect(await sessions.find(ask(busy, at(13)))).toBeUndefined();
  });

  it('is over for every copy of its cookie once it was ended', async () => {
    const cookie = await signedIn();
    const open = await sessions.find(ask(cookie, at(1, 10)));
    if (!open) throw new Error('not signed in');
    expect(await sessions.end(open, ask(cookie, at(1, 10)))).toMatch(/^session=; Max-Age=0/);
    expect(await sessions.find(ask(cookie, at(1, 11)))).toBeUndefined();
  });

  it('does not begin for an account whose rights have changed since the sign-in began', async () => {
    expect(await sessions.start(commune, 'another', ask(undefined, at(1)))).toBeDefined(); // no change is known
    const { db, transient } = database();
    const rights = rightsStore(db, transient);
    await rights.end(commune.user, await rights.begin(commune.user, true), true);
    expect(await sessions.start(commune, NEVER_CHANGED, ask(undefined, at(1)))).toBeUndefined();
    expect(await sessionStore(db, transient).ofUser(commune.user, at(1))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeChange } from '#functions/cognito/make-change.ts';
import type { SignInOutcome } from '#functions/cognito/sign-in.ts';
import type { Request } from '#functions/http/request.ts';
import { sessionsWith } from '#functions/http/sessions.ts';
import { deviceStore } from '#functions/store/device-store.ts';
import { guessStore } from '#functions/store/guess-store.ts';
import { pendingStore } from '#functions/store/pending-store.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { signIn } from '#functions/web/access/sign-in.tsx';
import { type Account, type AccountChange, rightsOf, sameRights } from '#shared/access/accounts.ts';
import { CHANGE_SECONDS } from '#shared/access/rights.ts';
import type { Session } from '#shared/access/session.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { Turns } from '#test/functions/web/access/turns.ts';

const database = onDynalite();
const began = Date.parse('2026-11-24T01:00:00.000Z');
const board: Session = { user: 'board', role: 'district', unit: 'hiep-hoa' };
const [given, oneTime] = ['Cua-toi-2026', 'Mot-lan-2026'];

/** A user pool of one account, as far as rights go: each of its calls is a step of its own. */
function poolOf(user: string) {
  const state = {
    account: { ...board, user, enabled: true, mustChoose: false } as Account | undefined,
    password: given,
  };
  const set = (changes: Partial<Account>) => {
    if (state.account) state.account = { ...state.account, ...changes };
  };
  return {
    state,
    proof: {
      async signIn(_: string, password: string): Promise<SignInOutcome> {
        const isRight = state.account?.enabled && password === state.password;
        return isRight ? { kind: 'in', accessToken: 'token' } : { kind: 'refused' };
      },
      unitOf: async () => 'hiep-hoa',
    },
    accounts: {
      find: async () => state.account,
      signOut: async () => undefined,
      add: async () => undefined,
      setEmail: async () => undefined,
      enable: async () => set({ enabled: true }),
      disable: async () => set({ enabled: false }),
      move: async (to: Session) => set({ role: to.role, unit: to.unit }),
      async reset(_: string, password: string) {
        state.password = password;
        set({ mustChoose: true });
      },
    },
  };
}

let users = 0;

/** One account, somebody who signs in to it, and an administrator who changes it. */
function scene() {
  users += 1;
  const user = `board-${users}`;
  const { db, transient } = database();
  let now = began;
  const clock = () => new Date(now).toISOString();
  const pool = poolOf(user);
  const rights = rightsStore(db, transient, clock);
  const openSessions = sessionStore(db, transient);
  const cookies: string[] = [];
  const request = {
    body: { user, password: given },
    cookies: {},
    headers: {},
    query: {},
    address: user,
    secure: false,
  };
  const turns = new Turns();

  /** Signs in, a step being what another process may come before. */
  const enter = (steps: <T extends object>(functions: T) => T) => async () => {
    const deps = {
      signIn: steps(pool.proof),
      accounts: steps(pool.accounts),
      rights: steps(rights),
      sessions: sessionsWith({ store: steps(openSessions), rights: steps(rights), accounts: pool.accounts }),
      pending: pendingStore(db, transient),
      guesses: guessStore(db, transient),
      devices: deviceStore(db, transient),
      directory: { asksForCode: async () => false },
      openSessions,
      secondFactor: {},
    };
    const answer = await signIn({ ...request, now: clock() } as unknown as Request, deps as never);
    const cookie = /^session=([^;]*)/.exec(answer.opened?.cookie ?? '')?.[1];
    if (cookie) cookies.push(cookie);
  };

  const sessions = sessionsWith({ store: openSessions, rights, accounts: pool.accounts });
  return {
    user,
    pool,
    turns,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    signIn: (name: string) =>
      turns.start(
        name,
        enter((functions) => turns.steps(name, functions)),
      ),
    signInAlone: enter((functions) => functions),
    change(change: AccountChange) {
      const steps = <T extends object>(functions: T) => turns.steps('change', functions);
      const deps = {
        accounts: steps(pool.accounts),
        rights: steps(rights),
        openSessions: steps(openSessions),
        mailChoices: { choose: async () => undefined },
        devices: deviceStore(db, transient),
        recoveries: { forget: async () => undefined },
      };
      turns.start('change', () => makeChange(change, deps, oneTime));
    },
    /** The sessions that a cookie still opens. */
    async open(): Promise<Session[]> {
      const found = cookies.map((session) =>
        sessions.find({ cookies: { session }, secure: false, now: clock(), route: 'GET /' }),
      );
      return (await Promise.all(found)).flatMap((each) => (each ? [each.session] : []));
    },
  };
}

const changes: Readonly<Record<string, (user: string) => AccountChange>> = {
  move: (user) => ({ kind: 'move', account: { user, role: 'commune', unit: 'hiep-hoa.thanh-van' } }),
  disable: (user) => ({ kind: 'disable', user }),
  reset: (user) => ({ kind: 'reset', user }),
};

/** The sessions that may do what their account may not do any more. */
async function wrong({ open, pool }: ReturnType<typeof scene>): Promise<Session[]> {
  const may = rightsOf(pool.state.account);
  return (await open()).filter((session) => !may || !sameRights(may, session));
}

const order = fc.array(fc.constantFrom('early', 'change', 'late'), { minLength: 12, maxLength: 30 });

describe.each(Object.entries(changes))('a %s', (_, changeOf) => {
  it('that is made beside sign-ins leaves no session with the rights from before', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (next) => {
        const each = scene();
        each.signIn('early');
        each.change(changeOf(each.user));
        each.signIn('late');
        await each.turns.run(next);
        expect(await wrong(each)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('that dies before any of its steps leaves none either, and is given up a minute later', async () => {
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 0, max: 4 }), async (next, step) => {
        const each = scene();
        each.signIn('early');
        each.change(changeOf(each.user));
        each.signIn('late');
        await each.turns.run(next, { change: step });
        expect(await wrong(each)).toEqual([]);
        each.pass(CHANGE_SECONDS + 1);
        expect(await wrong(each)).toEqual([]);
        const before = (await each.open()).length;
        await each.signInAlone();
        const may = rightsOf(each.pool.state.account);
        expect(await wrong(each)).toEqual([]);
        expect((await each.open()).length).toBe(before + (may ? 1 : 0));
      }),
      { numRuns: 30 },
    );
  });
});

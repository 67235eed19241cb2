import { NotAuthorizedError } from 'cognito-local/lib/errors.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '#functions/store/device-store.ts';
import { guessStore } from '#functions/store/guess-store.ts';
import { throttled } from '#functions/web/access/throttled.ts';
import { Lockout } from '#infra/local/cognito/lockout.ts';
import { limits } from '#shared/access/guesses.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { howMany } from '#test/how-many.ts';

const database = onDynalite();
const start = Date.parse('2026-11-24T01:00:00.000Z');
let accounts = 0;

/** An account with an owner's device, strangers, the pool's lock, and a clock of its own. */
async function newAccount() {
  accounts += 1;
  const user = `account-${accounts}`;
  const { db, transient } = database();
  const [guesses, devices] = [guessStore(db, transient), deviceStore(db, transient)];
  const pool = new Lockout();
  let seconds = 0;
  const now = () => new Date(start + seconds * 1000).toISOString();
  const ask = async (isRight: boolean) => {
    try {
      return await pool.during(user, async () => {
        if (!isRight) throw new NotAuthorizedError('Incorrect username or password.');
        return { kind: 'in', AuthenticationResult: {} } as const;
      });
    } catch (error) {
      if (!(error instanceof NotAuthorizedError)) throw error;
      return { kind: error.message === 'Password attempts exceeded' ? 'locked' : 'refused' } as const;
    }
  };
  const secrets = (await devices.remember(user, [], now())).join('.');
  const attempt = async (isRight: boolean, address: string, device = '') => {
    const request = { address, cookies: { device }, secure: false, now: now() };
    return (await throttled(user, request, { guesses, devices }, () => ask(isRight))).kind;
  };
  return {
    pass(more: number) {
      seconds += more;
      pool.turnClock(more);
    },
    stranger: (address: string, isRight = false) => attempt(isRight, address),
    owner: (isRight: boolean) => attempt(isRight, '203.0.113.1', secrets),
  };
}

/** As many addresses as an attacker likes. */
const address = fc.oneof(
  fc.nat({ max: 0xffffff }).map((n) => `198.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`),
  fc
    .tuple(fc.nat({ max: 0xffff }), fc.nat({ max: 0xffff }))
    .map(([net, host]) => `2001:db8:1:${net.toString(16)}::${host.toString(16)}`),
);
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by: fc.constant('stranger' as const), address }) },
  { weight: 2, arbitrary: fc.record({ by: fc.constant('owner' as const), isRight: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ by: fc.constant('time' as const), seconds: fc.nat({ max: 20 * 60 }) }) },
);

describe('the owner of an account that strangers try', () => {
  it('is let in on a known device whenever their own mistakes allow, whatever strangers do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 20, maxLength: 60 }), async (deeds) => {
        const account = await newAccount();
        let mistakes = 0;
        for (const each of deeds) {
          if (each.by === 'time') account.pass(each.seconds);
          // The pool never locks a stranger out: they are stopped before. Else it locks the owner out, too.
          else if (each.by === 'stranger' && mistakes === 0) {
            expect(['refused', 'wait']).toContain(await account.stranger(each.address));
          } else if (each.by === 'stranger') await account.stranger(each.address);
          else {
            const said = await account.owner(each.isRight);
            if (mistakes === 0) expect(said).toBe(each.isRight ? 'in' : 'refused');
            if (said === 'in') mistakes = 0;
            if (said === 'refused') mistakes += 1;
          }
        }
        // After a pause of the owner’s, but not of the strangers’, own mistakes are over.
        for (let minute = 0; minute < 17; minute += 1) {
          account.pass(60);
          await account.stranger(`198.51.100.${minute}`);
        }
        expect(await account.owner(true)).toBe('in');
      }),
      { numRuns: howMany.attackedAccounts },
    );
  });
});

describe('strangers', () => {
  const tried = async (addresses: readonly string[]) => {
    const account = await newAccount();
    const said = await Promise.all(addresses.map((each) => account.stranger(each)));
    return { account, granted: said.filter((each) => each === 'refused').length };
  };
  const ofOneHousehold = Array.from({ length: 12 }, (_, n) => `2001:db8:7:1::${n}`);
  const ofManyHouseholds = Array.from({ length: 12 }, (_, n) => `2001:db8:7:${n}::1`);

  it('with the addresses of one IPv6 network are one, and leave room for others', async () => {
    const { account, granted } = await tried(ofOneHousehold);
    expect(granted).toBe(limits['sign-in by network'].free);
    expect(await account.stranger('203.0.113.9', true)).toBe('in');
  });

  it('with many IPv6 networks have together fewer tries than lock the account', async () => {
    const { account, granted } = await tried(ofManyHouseholds);
    expect(granted).toBe(limits['sign-in by others'].free);
    expect(await account.owner(true)).toBe('in');
  });

  it('with an IPv4 address in both spellings are one', async () => {
    const spellings = Array.from({ length: 12 }, (_, n) => (n % 2 ? '203.0.113.77' : '::ffff:203.0.113.77'));
    expect((await tried(spellings)).granted).toBe(limits['sign-in by network'].free);
  });

  it('are not told that the owner signs in: their wait only gets shorter', async () => {
    const { account } = await tried(ofManyHouseholds);
    for (let minute = 0; minute < 15; minute += 1) {
      account.pass(60);
      expect(await account.owner(true)).toBe('in');
    }
    account.pass(60);
    expect(await account.stranger('203.0.113.9', true)).toBe('in');
  });
});

describe('a try that the pool could not answer', () => {
  it('is nobody’s mistake', async () => {
    const { db, transient } = database();
    const deps = { guesses: guessStore(db, transient), devices: deviceStore(db, transient) };
    const request = { address: '203.0.113.5', cookies: {}, secure: false, now: new Date(start).toISOString() };
    const outage = () => Promise.reject(new Error('outage'));
    for (let n = 0; n < 9; n += 1) await expect(throttled('out', request, deps, outage)).rejects.toThrow('outage');
    expect(await throttled('out', request, deps, async () => ({ kind: 'in' }))).toEqual({ kind: 'in' });
  });
});

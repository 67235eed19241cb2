import { NotAuthorizedError } from 'cognito-local/lib/errors.js';
import { describe, expect, it } from 'vitest';
import { Lockout } from '#infra/local/cognito/lockout.ts';

const wrong = () => Promise.reject(new NotAuthorizedError('Incorrect username or password.'));
const right = async () => ({ AuthenticationResult: {} });

/** What the pool says: `in`, or the reason why not. */
const said = (pool: Lockout, ask: () => Promise<object>) =>
  pool.during('a', ask).then(
    () => 'in',
    (error: Error) => error.message,
  );
const LOCKED = 'Password attempts exceeded';

async function failed(times: number): Promise<Lockout> {
  const pool = new Lockout();
  for (let n = 0; n < times; n += 1) {
    expect(await said(pool, wrong)).toBe('Incorrect username or password.');
    if (n >= 4) pool.turnClock(2 ** (n - 4) + 0.1);
  }
  return pool;
}

describe('the user pool’s lock', () => {
  it('begins with the fifth failure, for a second', async () => {
    expect(await said(await failed(4), right)).toBe('in');
    const pool = await failed(4);
    await said(pool, wrong);
    expect(await said(pool, right)).toBe(LOCKED);
    pool.turnClock(1.1);
    expect(await said(pool, right)).toBe('in');
  });

  it.each([
    [6, 2],
    [7, 4],
    [12, 128],
    [15, 900], // about 15 minutes at most
  ])('doubles: after failure %i it lasts %i seconds, and tries meanwhile do not lengthen it', async (n, seconds) => {
    const pool = await failed(n - 1);
    await said(pool, wrong);
    pool.turnClock(seconds - 1);
    expect(await said(pool, wrong)).toBe(LOCKED);
    pool.turnClock(1.1);
    expect(await said(pool, right)).toBe('in');
  });

  it('is cleared by a sign-in, and by fifteen minutes without a try', async () => {
    const pool = await failed(8);
    expect(await said(pool, right)).toBe('in');
    for (let n = 0; n < 4; n += 1) await said(pool, wrong);
    expect(await said(pool, right)).toBe('in');

    const quiet = await failed(8);
    quiet.turnClock(15 * 60);
    for (let n = 0; n < 4; n += 1) await said(quiet, wrong);
    expect(await said(quiet, right)).toBe('in');
  });

  it('is each account’s own', async () => {
    const pool = await failed(4);
    await said(pool, wrong);
    expect(await pool.during('b', right)).toEqual({ AuthenticationResult: {} });
  });
});

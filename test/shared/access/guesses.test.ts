import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Guesses, guessedOnce, type Limited, limits, poolLock, waitMinutes } from '#shared/access/guesses.ts';

const start = Date.parse('2026-11-24T02:00:00.000Z');
const minute = (n: number) => new Date(start + n * 60_000).toISOString();
const DAY = 24 * 60;

/** So many tries, one right after the other. */
function tries(count: number, of: Limited): Guesses | undefined {
  let guesses: Guesses | undefined;
  for (let n = 0; n < count; n += 1) guesses = guessedOnce(guesses, of, minute(0));
  return guesses;
}

describe('tries at a password', () => {
  it.each<[Limited, number, number]>([
    ['sign-in by device', 0, 0],
    ['sign-in by device', 4, 0],
    ['sign-in by device', 5, 1],
    ['sign-in by device', 6, 2],
    ['sign-in by device', 7, 4],
    ['sign-in by device', 8, 8],
    ['sign-in by device', 9, 16],
    ['sign-in by device', 90, 16], // nobody is locked out for good
    ['sign-in by network', 2, 0],
    ['sign-in by network', 3, 16],
    ['sign-in by network', 90, 16],
    ['sign-in by others', 3, 0],
    ['sign-in by others', 4, 16],
    ['sign-in from network', 199, 0],
    ['sign-in from network', 200, 1],
    ['sign-in from network', 203, 8],
    ['code by network', 3, 60],
    ['code by others', 4, 60],
    ['mail by network', 1, 0],
    ['mail by network', 2, DAY],
    ['mail by others', 3, DAY],
    ['mail from network', 10, DAY],
    ['mail to all', 30, DAY],
  ])('%s: after %i at once the next must wait %i minutes', (of, count, wait) => {
    expect(waitMinutes(tries(count, of), of, minute(0))).toBe(wait);
    expect(waitMinutes(tries(count, of), of, minute(wait))).toBe(0);
  });

  it('are forgotten after a pause that outlasts the user pool’s memory', () => {
    const four = tries(4, 'sign-in by others');
    expect(guessedOnce(four, 'sign-in by others', minute(16))).toMatchObject({ count: 1, since: minute(16) });
    expect(guessedOnce(four, 'sign-in by others', minute(15))).toMatchObject({ count: 5, since: minute(0) });
  });

  it('leave every network less than all strangers have together', () => {
    for (const of of ['sign-in', 'code'] as const) {
      expect(limits[`${of} by network`].free).toBeLessThan(limits[`${of} by others`].free);
    }
    expect(limits['mail by network'].freeADay).toBeLessThan(limits['mail by others'].freeADay);
    expect(limits['sign-in by others'].free).toBeLessThan(poolLock.failures);
  });
});

describe('requests for a mail', () => {
  it('are counted in days that begin with the first, however they are spread', () => {
    let guesses: Guesses | undefined;
    const granted: number[] = [];
    for (let n = 0; n < 3 * DAY; n += 30) {
      if (waitMinutes(guesses, 'mail to all', minute(n)) > 0) continue;
      guesses = guessedOnce(guesses, 'mail to all', minute(n));
      granted.push(n);
    }
    expect(granted).toHaveLength(3 * limits['mail to all'].freeADay);
  });
});

describe('strangers who try whenever they may', () => {
  /** What the pool counts: failures without fifteen minutes of quiet between them. */
  it('never make as many failures as lock an account, and get less than four hundred a day', () => {
    const gap = fc.nat({ max: 20 * 60 });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 50, maxLength: 400 }), (secondsBetween) => {
        let guesses: Guesses | undefined;
        let seconds = 0;
        let last = Number.NEGATIVE_INFINITY;
        let failures = 0;
        for (const gapSeconds of secondsBetween) {
          seconds += gapSeconds;
          const now = new Date(start + seconds * 1000).toISOString();
          if (waitMinutes(guesses, 'sign-in by others', now) > 0) continue;
          guesses = guessedOnce(guesses, 'sign-in by others', now);
          failures = seconds - last >= poolLock.quietMinutes * 60 ? 1 : failures + 1;
          last = seconds;
          expect(failures).toBeLessThan(poolLock.failures);
        }
      }),
    );
    let guesses: Guesses | undefined;
    let made = 0;
    for (let n = 0; n < DAY; n += 1) {
      while (waitMinutes(guesses, 'sign-in by others', minute(n)) === 0) {
        guesses = guessedOnce(guesses, 'sign-in by others', minute(n));
        made += 1;
      }
    }
    expect(made).toBeLessThan(400);
  });
});

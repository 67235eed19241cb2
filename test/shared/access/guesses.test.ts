import { describe, expect, it } from 'vitest';
import { freeGuesses, type Guesses, guessedOnce, waitMinutes } from '#shared/access/guesses.ts';

const start = Date.parse('2026-11-24T02:00:00.000Z');
const minute = (n: number) => new Date(start + n * 60_000).toISOString();

/** So many tries, one right after the other. */
function tries(count: number): Guesses | undefined {
  let guesses: Guesses | undefined;
  for (let n = 0; n < count; n += 1) guesses = guessedOnce(guesses, minute(0));
  return guesses;
}

describe('tries at a password', () => {
  it.each([
    [0, 0],
    [freeGuesses.user - 1, 0],
    [freeGuesses.user, 1],
    [freeGuesses.user + 1, 2],
    [freeGuesses.user + 2, 4],
    [freeGuesses.user + 3, 8],
    [freeGuesses.user + 4, 15],
    [freeGuesses.user + 90, 15], // nobody is locked out for good
  ])('after %i at one account the next must wait %i minutes', (count, wait) => {
    expect(waitMinutes(tries(count), 'user', minute(0))).toBe(wait);
    expect(waitMinutes(tries(count), 'user', minute(wait))).toBe(0);
  });

  it('are counted more freely for an address, which an office shares', () => {
    expect(waitMinutes(tries(freeGuesses.address - 1), 'address', minute(0))).toBe(0);
    expect(waitMinutes(tries(freeGuesses.address), 'address', minute(0))).toBe(1);
  });

  it('are forgotten after a quarter of an hour without one', () => {
    expect(guessedOnce(tries(9), minute(15))).toEqual({ count: 1, at: minute(15) });
    expect(guessedOnce(tries(9), minute(14)).count).toBe(10);
  });

  it('come to at most a hundred and some a day at one account', () => {
    let guesses: Guesses | undefined;
    let made = 0;
    for (let n = 0; n < 24 * 60; n += 1) {
      while (waitMinutes(guesses, 'user', minute(n)) === 0) {
        guesses = guessedOnce(guesses, minute(n));
        made += 1;
      }
    }
    expect(made).toBeLessThan(600);
  });
});

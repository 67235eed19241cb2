import type { Instant } from '#shared/period.ts';

/** Failed attempts at a password, counted for one account or one address. */
export interface Guesses {
  readonly count: number;
  /** When the newest attempt was made. */
  readonly at: Instant;
}

/** How many attempts are free: an office shares one address, and many more people share that of a telephone network. */
export const freeGuesses = { user: 5, address: 200 } as const;
/** Nobody waits longer than this. After as long without an attempt, counting starts again. */
export const LONGEST_WAIT_MINUTES = 15;

/**
 * How many minutes must pass before the next attempt, or 0. Each attempt beyond the free ones doubles the wait.
 *
 * @example waitMinutes({ count: 6, at }, 'user', at) //=> 2
 */
export function waitMinutes(guesses: Guesses | undefined, of: keyof typeof freeGuesses, now: Instant): number {
  const over = (guesses?.count ?? 0) - freeGuesses[of];
  if (!guesses || over < 0) return 0;
  const wait = Math.min(2 ** over, LONGEST_WAIT_MINUTES);
  const left = Date.parse(guesses.at) + wait * 60_000 - Date.parse(now);
  return Math.max(0, Math.ceil(left / 60_000));
}

/** Counts one more attempt. */
export function guessedOnce(guesses: Guesses | undefined, now: Instant): Guesses {
  const isOver = !guesses || Date.parse(guesses.at) + LONGEST_WAIT_MINUTES * 60_000 <= Date.parse(now);
  return { count: isOver ? 1 : guesses.count + 1, at: now };
}

import type { Instant } from '#shared/period.ts';

/** Failed password attempts, counted for one account or one IP address. */
export interface Guesses {
  readonly count: number;
  /** The time of the newest attempt. */
  readonly at: Instant;
}

/** Attempts without a wait. Many people share one IP address: an office, or all phones of a mobile network. */
export const freeGuesses = { user: 5, address: 200 } as const;
/** The longest wait. After as long without an attempt, the count starts again. */
export const LONGEST_WAIT_MINUTES = 15;

/**
 * Minutes until the next attempt is allowed; 0 where it is now. Each attempt beyond the free ones doubles the wait.
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

/** Counts one more failed attempt. */
export function guessedOnce(guesses: Guesses | undefined, now: Instant): Guesses {
  const isOver = !guesses || Date.parse(guesses.at) + LONGEST_WAIT_MINUTES * 60_000 <= Date.parse(now);
  return { count: isOver ? 1 : guesses.count + 1, at: now };
}

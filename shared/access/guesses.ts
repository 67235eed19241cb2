import type { Instant } from '#shared/period.ts';

/** Tries at a password that did not lead in, counted for one account or one address. */
export interface Guesses {
  readonly count: number;
  /** When the newest was made. */
  readonly at: Instant;
}

/** How many tries are free: an office shares one address, and telephones of a network many more people do. */
export const freeGuesses = { user: 5, address: 200 } as const;
/** Nobody waits longer; and after so long without a try, counting begins anew. */
export const LONGEST_WAIT_MINUTES = 15;

/**
 * How many minutes must pass before the next try; 0 where none must. Each try beyond the free ones doubles the wait.
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

/** One try more. */
export function guessedOnce(guesses: Guesses | undefined, now: Instant): Guesses {
  const isOver = !guesses || Date.parse(guesses.at) + LONGEST_WAIT_MINUTES * 60_000 <= Date.parse(now);
  return { count: isOver ? 1 : guesses.count + 1, at: now };
}

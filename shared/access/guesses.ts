import type { Instant } from '#shared/period.ts';

/** Tries at a password or a code, or requests for a code, as one counter counts them. */
export interface Guesses {
  readonly count: number;
  /** When the first of them was made. */
  readonly since: Instant;
  /** When the newest of them was made. */
  readonly at: Instant;
}

/** How many tries are free, and then how many minutes must pass after each. The wait doubles up to the longest. */
interface SlowDown {
  readonly free: number;
  readonly firstWait: number;
  /** After as long without a try, counting starts again. */
  readonly longestWait: number;
}

/** How many tries are free in the 24 hours that begin with the first. */
interface DayBudget {
  readonly freeADay: number;
}

/**
 * Amazon Cognito counts failed sign-ins of an account, whoever makes them: the fifth locks it for a second, each
 * further one for twice as long, up to about 15 minutes, and 15 minutes without a try clear the count.
 *
 * @see Amazon Cognito Developer Guide, "Lockout behavior for failed sign-in attempts"
 */
export const poolLock = { failures: 5, quietMinutes: 15 } as const;

/** Longer than the pool remembers. */
const PAUSE = poolLock.quietMinutes + 1;
/** Cognito may refuse recovery after five requests or wrong codes within an hour (its quotas: 5 to 20). */
const CODE_PAUSE = 60;

/**
 * The counters, by what is counted and for whom. A device that has signed in to the account before has counters of its
 * own: what others do never slows it down. Everybody else is counted by network, and at an account all together, and
 * stops before the user pool would lock its owner out.
 */
export const limits = {
  'sign-in by device': { free: 5, firstWait: 1, longestWait: PAUSE },
  /** One try less than for all others together, so that no single network can take all of them. */
  'sign-in by network': { free: poolLock.failures - 2, firstWait: PAUSE, longestWait: PAUSE },
  'sign-in by others': { free: poolLock.failures - 1, firstWait: PAUSE, longestWait: PAUSE },
  /** At all accounts: an office shares one address, and many more people share that of a telephone network. */
  'sign-in from network': { free: 200, firstWait: 1, longestWait: PAUSE },

  'code by device': { free: 5, firstWait: 1, longestWait: PAUSE },
  'code by network': { free: 3, firstWait: CODE_PAUSE, longestWait: CODE_PAUSE },
  'code by others': { free: 4, firstWait: CODE_PAUSE, longestWait: CODE_PAUSE },
  'code from network': { free: 200, firstWait: 1, longestWait: PAUSE },

  /** Codes of pages for proposals: members of many cells share the address of a telephone network. */
  'proposals from network': { free: 100, firstWait: 1, longestWait: PAUSE },
  /** A hall of people may share one address too. */
  'proposal by network': { free: 20, firstWait: 1, longestWait: PAUSE },
  'proposal by all': { free: 40, firstWait: 1, longestWait: PAUSE },

  'mail by device': { freeADay: 3 },
  'mail by network': { freeADay: 2 },
  'mail by others': { freeADay: 3 },
  'mail from network': { freeADay: 10 },
  /** Cognito's own sender sends 50 a day: the rest is for devices that have signed in before. */
  'mail to all': { freeADay: 30 },
} as const satisfies Readonly<Record<string, SlowDown | DayBudget>>;
export type Limited = keyof typeof limits;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * How many minutes must pass before the next try, or 0.
 *
 * @example waitMinutes({ count: 6, since: at, at }, 'sign-in by device', at) //=> 2
 */
export function waitMinutes(guesses: Guesses | undefined, of: Limited, now: Instant): number {
  if (!guesses || isOver(guesses, of, now)) return 0;
  const limit: SlowDown | DayBudget = limits[of];
  const over = guesses.count - ('free' in limit ? limit.free : limit.freeADay);
  if (over < 0) return 0;
  const end =
    'free' in limit
      ? Date.parse(guesses.at) + Math.min(limit.firstWait * 2 ** over, limit.longestWait) * MINUTE_MS
      : overAt(guesses, of);
  return Math.max(0, Math.ceil((end - Date.parse(now)) / MINUTE_MS));
}

/** Counts one more try. */
export function guessedOnce(guesses: Guesses | undefined, of: Limited, now: Instant): Guesses {
  return !guesses || isOver(guesses, of, now)
    ? { count: 1, since: now, at: now }
    : { count: guesses.count + 1, since: guesses.since, at: now };
}

/** When a counter starts again, in milliseconds of the epoch. */
export function overAt({ since, at }: Guesses, of: Limited): number {
  const limit: SlowDown | DayBudget = limits[of];
  return 'free' in limit ? Date.parse(at) + limit.longestWait * MINUTE_MS : Date.parse(since) + DAY_MS;
}

function isOver(guesses: Guesses, of: Limited, now: Instant): boolean {
  return overAt(guesses, of) <= Date.parse(now);
}

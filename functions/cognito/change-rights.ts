import type { RightsStore } from '#functions/store/rights-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';

export interface RightsDeps {
  readonly rights: Pick<RightsStore, 'begin' | 'end'>;
  readonly openSessions: Pick<SessionStore, 'removeEnded'>;
}

/**
 * Makes a change that takes rights from an account or that ends its sessions. From the first step on nothing that began
 * before counts, no session and no step of a sign-in, and nobody is signed in until the last.
 *
 * A change that fails or dies in the middle leaves the account closed until it is given up, a minute later: the user
 * pool may still be making it.
 *
 * @throws {AccountBusy} if another change of the account takes too long
 */
export async function changeRights<T>(user: string, deps: RightsDeps, change: () => Promise<T>): Promise<T> {
  const held = await deps.rights.begin(user, true);
  const made = await change();
  await deps.rights.end(user, held, true);
  await removeEnded(user, deps);
  return made;
}

interface Attempt<T> {
  /** The version of the rights that must still count, if the proof was begun before. */
  readonly since?: string;
  readonly ask: () => Promise<T>;
  /** Whether the account was changed, so that all that began before ends. */
  readonly isChange: (outcome: T) => boolean;
}

/**
 * Tries something that changes an account only if its proof is right: a code, an old password. Meanwhile, sessions count
 * on and nobody else changes the account; a failed try ends nothing, or anybody could end the sessions of others by it.
 *
 * @returns the outcome, with the version of the rights that counts after it; `undefined` if `since` counts no more
 * @throws {AccountBusy} if another change of the account takes too long
 */
export async function tryChange<T>(
  user: string,
  { since, ask, isChange }: Attempt<T>,
  deps: RightsDeps,
): Promise<{ readonly outcome: T; readonly rights: string } | undefined> {
  const held = await deps.rights.begin(user, false);
  if (since !== undefined && held.version !== undefined && held.version !== since) {
    await deps.rights.end(user, held, false);
    return undefined;
  }
  const outcome = await ask();
  const ends = isChange(outcome);
  const rights = await deps.rights.end(user, held, ends);
  if (ends) await removeEnded(user, deps);
  return { outcome, rights };
}

/** They count no more already; this keeps them out of lists. */
function removeEnded(user: string, { openSessions }: RightsDeps): Promise<void> {
  return openSessions.removeEnded(user, new Date().toISOString());
}

import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import type { AccountMove, ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import type { ReorganisationStore } from '#functions/store/reorganisation-store.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface MoveDeps extends ChangeDeps {
  readonly reorganisations: Pick<ReorganisationStore, 'acts' | 'haveMoved' | 'noteMoved'>;
  /** Puts a move on its district's record before it is made. */
  readonly recordMove: (move: AccountMove, act: ReorganisationAct) => Promise<void>;
}

/**
 * Lets accounts go along with their units, each once its month has begun. An account that somebody has moved elsewhere
 * since stays there. Done again after a crash, it moves those that are left.
 *
 * @param most how many to move now
 */
export async function moveAccounts(
  district: UnitId,
  now: Instant,
  deps: MoveDeps,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  let left = most;
  for (const { act, isUndone } of await waiting(district, now, deps)) {
    for (const move of isUndone ? [] : act.moves) {
      if (left === 0) return;
      if (await makeMove(move, act, deps)) left -= 1;
    }
    await deps.reorganisations.noteMoved(act);
  }
}

/** How many accounts have yet to move, at the most: some of them may have. */
export async function countWaiting(
  district: UnitId,
  now: Instant,
  deps: Pick<MoveDeps, 'reorganisations'>,
): Promise<number> {
  const acts = await waiting(district, now, deps);
  return acts.reduce((sum, { act, isUndone }) => sum + (isUndone ? 0 : act.moves.length), 0);
}

async function waiting(district: UnitId, now: Instant, { reorganisations }: Pick<MoveDeps, 'reorganisations'>) {
  const acts = await reorganisations.acts(district);
  const found: { readonly act: ReorganisationAct; readonly isUndone: boolean }[] = [];
  for (const act of acts) {
    const isUndone = acts.some(({ undoes }) => undoes === act.number);
    const isEarly = act.undoes === undefined && monthAt(now) < act.month;
    if ((!isEarly || isUndone) && !(await reorganisations.haveMoved(act))) found.push({ act, isUndone });
  }
  return found;
}

async function makeMove(move: AccountMove, act: ReorganisationAct, deps: MoveDeps): Promise<boolean> {
  const { from, ...account } = move;
  const found = await deps.accounts.find(account.user);
  if (found?.unit !== from || found.role !== account.role) return false;
  await deps.recordMove(move, act);
  await makeChange({ kind: 'move', account }, deps);
  return true;
}

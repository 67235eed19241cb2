import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import type { AccountMove, ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import type { ReorganisationStore } from '#functions/store/reorganisation-store.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface MoveDeps extends ChangeDeps {
  readonly reorganisations: Pick<ReorganisationStore, 'acts' | 'haveMoved' | 'noteMoved'>;
  /** Puts a move on its district's record before it is made. */
  readonly recordMove: (move: AccountMove) => Promise<void>;
}

/**
 * Lets accounts go along with their units, each once its month has begun. An account that somebody has moved elsewhere
 * since stays there. Done again after a crash, it moves those that are left.
 *
 * @returns how many have moved now
 */
export async function moveAccounts(district: UnitId, now: Instant, deps: MoveDeps): Promise<number> {
  const { reorganisations } = deps;
  const acts = await reorganisations.acts(district);
  let moved = 0;
  for (const act of acts) {
    const isUndone = acts.some(({ undoes }) => undoes === act.number);
    const isEarly = act.undoes === undefined && monthAt(now) < act.month;
    if ((isEarly && !isUndone) || (await reorganisations.haveMoved(act))) continue;
    if (!isUndone) moved += await moveAll(act, deps);
    await reorganisations.noteMoved(act);
  }
  return moved;
}

async function moveAll({ moves }: ReorganisationAct, deps: MoveDeps): Promise<number> {
  let moved = 0;
  for (const move of moves) {
    const { from, ...account } = move;
    const found = await deps.accounts.find(account.user);
    if (found?.unit !== from || found.role !== account.role) continue;
    await deps.recordMove(move);
    await makeChange({ kind: 'move', account }, deps);
    moved += 1;
  }
  return moved;
}

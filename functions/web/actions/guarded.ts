import type { Request } from '#functions/http/request.ts';
import type { Guesser } from '#functions/store/guess-store.ts';
import type { Deps } from '#functions/web/deps.ts';
import type { SignInOutcome } from '#functions/web/sign-in.ts';

/** Too many tries: how many minutes to wait. */
export interface Wait {
  readonly kind: 'wait';
  readonly minutes: number;
}

/**
 * Asks the user pool unless too many tries were made at this account or from this address. A try is counted before it
 * is made and taken off again when it was right, so that many at once are not more than many one by one.
 */
export async function guarded(
  user: string,
  { address, now }: Pick<Request, 'address' | 'now'>,
  { guesses }: Pick<Deps, 'guesses'>,
  ask: () => Promise<SignInOutcome>,
): Promise<SignInOutcome | Wait> {
  const account: Guesser = { of: 'user', name: user };
  const place: Guesser = { of: 'address', name: address };
  // The account first: who waits for it does not use up the tries of the whole office.
  const minutes = (await guesses.take(account, now)) || (await guesses.take(place, now));
  if (minutes > 0) return { kind: 'wait', minutes };
  const outcome = await ask();
  // A right password is no proof while a code is due: who has it must not be given tries at codes without end.
  if (outcome.kind === 'in') await guesses.forget(account);
  else if (outcome.kind !== 'refused') await guesses.giveBack(account);
  if (outcome.kind !== 'refused') await guesses.giveBack(place);
  return outcome;
}

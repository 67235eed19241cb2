import type { Request } from '#functions/http/request.ts';
import type { Guesser, GuessStore } from '#functions/store/guess-store.ts';

export interface ThrottleDeps {
  readonly guesses: Pick<GuessStore, 'take' | 'giveBack' | 'forget'>;
}

/** Too many tries: how many minutes to wait. */
export interface Wait {
  readonly kind: 'wait';
  readonly minutes: number;
}

/**
 * Asks the user pool unless too many tries were made at this account or from this address. A try is counted before it
 * is made and taken off again when it was right, so that many at once are not more than many one by one.
 */
export async function throttled<Outcome extends { readonly kind: string }>(
  user: string,
  { address, now }: Pick<Request, 'address' | 'now'>,
  { guesses }: ThrottleDeps,
  ask: () => Promise<Outcome>,
): Promise<Outcome | Wait> {
  const account: Guesser = { of: 'user', name: user };
  const place: Guesser = { of: 'address', name: address };
  // The account first: who waits for it does not use up the tries of the whole office.
  const minutes = (await guesses.take(account, now)) || (await guesses.take(place, now));
  if (minutes > 0) return { kind: 'wait', minutes };
  const outcome = await ask();
  // A right password is no proof while a code is due: who has it must not be given tries at codes without end.
  const isProof = outcome.kind === 'in' || outcome.kind === 'changed';
  // Each code that is asked for is a try too: mail costs, and its reader is not to be flooded.
  const counts = outcome.kind === 'refused' || outcome.kind === 'asked';
  if (isProof) await Promise.all([guesses.forget(account), guesses.giveBack(place)]);
  else if (!counts) await Promise.all([guesses.giveBack(account), guesses.giveBack(place)]);
  return outcome;
}

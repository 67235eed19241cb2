import type { Request } from '#functions/http/request.ts';
import type { Guesser, GuessStore } from '#functions/store/guess-store.ts';

export interface ThrottleDeps {
  readonly guesses: Pick<GuessStore, 'take' | 'giveBack' | 'forget'>;
}

/** The number of minutes to wait after too many tries. */
export interface Wait {
  readonly kind: 'wait';
  readonly minutes: number;
}

/**
 * Asks the user pool unless there were too many tries at this account or from this address. Each try is counted before
 * it is made and uncounted if it was right, so that parallel tries gain nothing over single ones.
 */
export async function throttled<Outcome extends { readonly kind: string }>(
  user: string,
  { address, now }: Pick<Request, 'address' | 'now'>,
  { guesses }: ThrottleDeps,
  ask: () => Promise<Outcome>,
): Promise<Outcome | Wait> {
  const account: Guesser = { of: 'user', name: user };
  const place: Guesser = { of: 'address', name: address };
  // The account is checked first, so that a user who must wait does not use up the tries of the whole office.
  const minutes = (await guesses.take(account, now)) || (await guesses.take(place, now));
  if (minutes > 0) return { kind: 'wait', minutes };
  const outcome = await ask();
  // While a code is due, a right password proves nothing: its holder must not get endless tries at codes.
  const isProof = outcome.kind === 'in' || outcome.kind === 'changed';
  // Each request for a code counts as a try too, since mail costs money and must not flood its reader.
  const counts = outcome.kind === 'refused' || outcome.kind === 'asked';
  if (isProof) await Promise.all([guesses.forget(account), guesses.giveBack(place)]);
  else if (!counts) await Promise.all([guesses.giveBack(account), guesses.giveBack(place)]);
  return outcome;
}

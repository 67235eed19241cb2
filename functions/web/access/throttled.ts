import { deviceSecrets } from '#functions/http/cookies.ts';
import { networkOf } from '#functions/http/network-of.ts';
import type { Request } from '#functions/http/request.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { Guesser, GuessStore } from '#functions/store/guess-store.ts';
import { accountName } from '#shared/access/accounts.ts';

export interface ThrottleDeps {
  readonly guesses: Pick<GuessStore, 'take' | 'giveBack' | 'note' | 'forget'>;
  readonly devices: Pick<DeviceStore, 'known'>;
}

/** The number of minutes to wait after too many tries. */
export interface Wait {
  readonly kind: 'wait';
  readonly minutes: number;
}

/** What is tried: passwords and codes of the second factor, codes from a mail, or requests for such a mail. */
type Tries = 'sign-in' | 'code' | 'mail';

type Attempt = Pick<Request, 'address' | 'cookies' | 'secure' | 'now'>;

/**
 * Asks the user pool unless there were too many tries. Each try is counted before it is made and uncounted if it was
 * right, so that parallel tries gain nothing over single ones. A name that nobody has is counted as any other.
 *
 * A device that signed in to the account before is counted by itself; everybody else stops before the pool would lock
 * the account (`shared/access/guesses.ts`).
 */
export async function throttled<Outcome extends { readonly kind: string }>(
  user: string,
  request: Attempt,
  { guesses, devices }: ThrottleDeps,
  ask: () => Promise<Outcome>,
  tries: Tries = 'sign-in',
): Promise<Outcome | Wait> {
  const account = accountName(user);
  const { now } = request;
  const device = await devices.known(account, deviceSecrets(request), now);
  const others: Guesser = { of: `${tries} by others`, name: account };
  const counted: Guesser[] = device
    ? [{ of: `${tries} by device`, name: `${device} ${account}` }]
    : [...byNetwork(tries, account, networkOf(request.address)), others];
  const minutes = await guesses.take(counted, now);
  if (minutes > 0) return { kind: 'wait', minutes };

  const outcome = await ask().catch(async (error: unknown) => {
    await guesses.giveBack(counted); // an outage is nobody's mistake
    throw error;
  });
  switch (outcome.kind) {
    case 'in':
    case 'changed':
      await (device ? Promise.all(counted.map(guesses.forget)) : guesses.giveBack(counted));
      return outcome;
    // Each request for a code counts as a try too, since mail costs money and must not flood its reader.
    case 'asked':
      return outcome;
    case 'refused':
    case 'locked':
      if (!device) return outcome;
      // The pool counts the owner's mistakes and others' together: after these, fewer of others' fit in.
      await guesses.note(others, now);
      if (outcome.kind === 'refused') return outcome;
      await guesses.giveBack(counted);
      return { kind: 'wait', minutes: 1 };
    // While a code is due, a right password proves nothing: its holder must not get endless tries at codes.
    default:
      await guesses.giveBack(counted);
      return outcome;
  }
}

function byNetwork(tries: Tries, account: string, network: string): Guesser[] {
  const counters: Guesser[] = [
    { of: `${tries} by network`, name: `${network} ${account}` },
    { of: `${tries} from network`, name: network },
  ];
  return tries === 'mail' ? [...counters, { of: 'mail to all', name: '' }] : counters;
}

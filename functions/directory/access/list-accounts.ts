import type { Accounts } from '#functions/cognito/accounts.ts';
import { reconcileAccounts } from '#functions/cognito/listed-accounts.ts';
import type { AccountListStore } from '#functions/store/account-list-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Instant } from '#shared/period.ts';

interface Deps {
  readonly pool: Pick<Accounts, 'everywhere'>;
  readonly lists: AccountListStore;
  readonly directory: Pick<DirectoryStore, 'districts'>;
}

/** Mends the lists of accounts once a night (by Vietnam's clock), or at once where a district has none yet. */
export async function listAccounts({ pool, lists, directory }: Deps, now: Instant): Promise<void> {
  const districts = await directory.districts();
  const whole = await Promise.all(districts.map((district) => lists.isWhole(district)));
  const isNight = new Date(now).getUTCHours() === NIGHT_UTC;
  if (!isNight && whole.every(Boolean)) return;
  const stopAt = performance.now() + MOST_MS;
  const listed = await reconcileAccounts(pool, lists, districts, now, () => performance.now() < stopAt);
  console.log(JSON.stringify({ message: 'accounts listed', ...listed }));
}

/** The function has 29 seconds: some ten thousand accounts. For more the operator runs `accounts`. */
const MOST_MS = 18_000;

/** One o'clock at night in Vietnam. */
const NIGHT_UTC = 18;

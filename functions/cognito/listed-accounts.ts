import type { Accounts } from '#functions/cognito/accounts.ts';
import type { AccountListStore, Entry, Listed } from '#functions/store/account-list-store.ts';
import type { Account } from '#shared/access/accounts.ts';
import { canonical } from '#shared/digest.ts';
import type { Instant } from '#shared/period.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

/** Of those that wait for their first password a view asks the pool for so many, so many at once. */
const MOST_ASKED = 100;
const AT_ONCE = 10;

/**
 * The accounts of the user pool, with the list of each district kept along.
 *
 * A change is written down as begun, made in the pool, and then what the pool says is written. If any request in between is
 * lost, the entry stays begun, and the next view asks the pool. Of two changes at once, the one that finds the entry
 * changed asks the pool again.
 */
export function listedAccounts(pool: Accounts, lists: AccountListStore) {
  /** Writes what the pool says of an account into its district's list, and takes it from another's. */
  async function settle(user: string, districts: Iterable<UnitId>): Promise<Account | undefined> {
    let account: Account | undefined;
    for (const district of districts) {
      for (;;) {
        const was = await lists.find(district, user);
        account = await pool.find(user);
        const own = account && districtOf(account.unit) === district ? listed(account) : undefined;
        const next = { pending: false, ...(own && { account: own }) };
        if (was && !was.pending && canonical(was.account ?? null) === canonical(own ?? null)) break;
        if (await lists.put(district, user, was, next)) break;
      }
    }
    return account;
  }

  async function begin(user: string, district: UnitId): Promise<void> {
    for (;;) {
      const was = await lists.find(district, user);
      const next = { pending: true, ...(was?.account && { account: was.account }) };
      if (await lists.put(district, user, was, next)) return;
    }
  }

  async function along(user: string, to: UnitId | undefined, change: () => Promise<void>): Promise<void> {
    const was = await pool.find(user);
    const districts = new Set([was?.unit, to].flatMap((unit) => (unit ? districtOf(unit) : [])));
    for (const district of districts) await begin(user, district);
    await change();
    await settle(user, districts);
  }

  /** What the entries say, once the pool was asked about those that do not know. */
  async function known(district: UnitId, entries: readonly Entry[]): Promise<(Listed | Account)[]> {
    const doubted = entries.filter(({ pending, account }) => pending || (account?.mustChoose && account.enabled));
    const asked = new Map<string, Account | undefined>();
    // What was begun and never ended comes first.
    const first = doubted.toSorted((a, b) => Number(b.pending) - Number(a.pending)).slice(0, MOST_ASKED);
    for (let at = 0; at < first.length; at += AT_ONCE) {
      const some = first.slice(at, at + AT_ONCE);
      const found = await Promise.all(some.map(({ user }) => settle(user, [district])));
      for (const [n, { user }] of some.entries()) asked.set(user, found[n]);
    }
    return entries.flatMap(({ user, account }) => {
      const now = asked.has(user) ? asked.get(user) : account;
      return now && districtOf(now.unit) === district ? now : [];
    });
  }

  return {
    ...pool,

    /** The accounts of a unit and of all units below it, by name; without addresses. */
    async within(unit: UnitId): Promise<Account[]> {
      const district = districtOf(unit);
      if (!(await lists.isWhole(district))) return pool.within(unit);
      const isShown = ({ account, pending }: Entry) =>
        pending || (account !== undefined && isWithin(account.unit, unit));
      const accounts = await known(district, (await lists.all(district)).filter(isShown));
      return accounts.filter((account) => isWithin(account.unit, unit)).map(withoutEmail);
    },

    add: (...[account, password, email]: Parameters<Accounts['add']>) =>
      along(account.user, account.unit, () => pool.add(account, password, email)),
    move: (to: Parameters<Accounts['move']>[0]) => along(to.user, to.unit, () => pool.move(to)),
    setEmail: (user: string, email: string) => along(user, undefined, () => pool.setEmail(user, email)),
    reset: (user: string, password: string) => along(user, undefined, () => pool.reset(user, password)),
    disable: (user: string) => along(user, undefined, () => pool.disable(user)),
    enable: (user: string) => along(user, undefined, () => pool.enable(user)),
  };
}

/** The accounts of a district that have an address, as its list says. @throws {Error} if the list is not whole yet */
export async function addressedIn(
  district: UnitId,
  lists: Pick<AccountListStore, 'isWhole' | 'all'>,
): Promise<Listed[]> {
  if (!(await lists.isWhole(district))) throw new Error(`The list of accounts of ${district} is not whole yet.`);
  const entries = await lists.all(district);
  return entries.flatMap(({ account }) => (account?.hasEmail && account.enabled ? account : []));
}

/**
 * Compares the lists with the whole pool and mends them: what was changed at the pool itself, and accounts from before there
 * were lists. Running it again after a stop goes on.
 *
 * @param districts whose lists are whole afterwards
 * @param mayGoOn whether there is time for another account
 * @returns how many accounts were compared, how many entries were mended, and whether it came to the end
 */
export async function reconcileAccounts(
  pool: Pick<Accounts, 'everywhere'>,
  lists: AccountListStore,
  districts: readonly UnitId[],
  now: Instant,
  mayGoOn: () => boolean = () => true,
): Promise<{ readonly accounts: number; readonly mended: number; readonly isWhole: boolean }> {
  const entries = new Map<UnitId, Map<string, Entry>>();
  const counts = { accounts: 0, mended: 0 };
  for await (const account of pool.everywhere()) {
    if (!mayGoOn()) return { ...counts, isWhole: false };
    const district = districtOf(account.unit);
    if (!entries.has(district)) {
      entries.set(district, new Map((await lists.all(district)).map((entry) => [entry.user, entry])));
    }
    counts.accounts += 1;
    const was = entries.get(district)?.get(account.user);
    const own = listed(account);
    if (was && canonical(was.account ?? null) === canonical(own)) continue;
    // Whoever has written since knows better.
    if (await lists.put(district, account.user, was, { pending: was?.pending ?? false, account: own }))
      counts.mended += 1;
  }
  for (const district of districts) await lists.noteWhole(district, now);
  return { ...counts, isWhole: true };
}

function listed({ user, role, unit, group, enabled, mustChoose, email }: Account): Listed {
  const hasEmail = email !== undefined;
  return { user, role, unit, ...(group !== undefined && { group }), enabled, mustChoose, hasEmail };
}

function withoutEmail({ user, role, unit, group, enabled, mustChoose }: Listed | Account): Account {
  return { user, role, unit, ...(group !== undefined && { group }), enabled, mustChoose };
}

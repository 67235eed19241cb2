import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { addressedIn, listedAccounts, reconcileAccounts } from '#functions/cognito/listed-accounts.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import type { Session } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { startPool } from '#test/functions/cognito/pool-server.ts';
import { howMany } from '#test/how-many.ts';

/** All of the trials' accounts are written one by one. */
const LONGEST_MS = 60_000 + 10 * howMany.listedAccounts;
const now = '2026-11-27T03:00:00.000Z';
const database = onDynalite();
let server: Awaited<ReturnType<typeof startPool>>;
beforeAll(async () => {
  server = await startPool();
});
afterAll(() => server.stop());

const cell = (district: string, n: number): Session => ({
  user: `${district}.x.c${n}`,
  role: 'cell',
  unit: `${district}.x${n % 10}.c${n}`,
});

function parts() {
  const pool = accountsIn(server.cognito, 'pool');
  const lists = accountListStore(database().db, database().cells);
  return { pool, lists, accounts: listedAccounts(pool, lists) };
}

describe('a large pool', () => {
  it(
    `of ${howMany.listedAccounts} accounts is listed without paging it`,
    async () => {
      const { pool, lists, accounts } = parts();
      const count = howMany.listedAccounts;
      for (let n = 0; n < count; n += 1) {
        const { user, unit } = cell('to', n);
        const Attributes = new Map([
          ['custom:unit', unit],
          ...(n % 100 === 0 ? ([['email', `${n}@x.example`]] as const) : []),
        ]);
        server.users.set(user, {
          Username: user,
          Enabled: true,
          UserStatus: 'CONFIRMED',
          Attributes,
          groups: new Set(['cell']),
        });
      }
      server.countFromNow();
      const before = await accounts.within('to.x3');
      expect(before).toHaveLength(count / 10);
      const paged = Math.ceil(count / 60) + 3; // and one for each role without accounts
      expect(server.asked()).toBe(paged); // before there is a list
      await expect(addressedIn('to', lists)).rejects.toThrow('not whole');

      server.countFromNow();
      expect(await reconcileAccounts(pool, lists, ['to'], now)).toEqual({
        accounts: count,
        mended: count,
        isWhole: true,
      });
      expect(server.asked()).toBe(paged);

      server.countFromNow();
      expect(await accounts.within('to.x3')).toEqual(before.map(({ email: _, ...rest }) => rest));
      expect((await addressedIn('to', lists)).length).toBe(count / 100);
      expect(server.asked()).toBe(0);
      expect(await reconcileAccounts(pool, lists, ['to'], now)).toMatchObject({ mended: 0 });
    },
    LONGEST_MS,
  );

  it(
    'that was changed past the list is mended, and one that ends too early is not called whole',
    async () => {
      const { pool, lists, accounts } = parts();
      await accounts.add(cell('past', 1), 'mot-lan-2026', '');
      const stopped = await reconcileAccounts(pool, lists, ['past'], now, () => false);
      expect(stopped.isWhole).toBe(false);
      expect(await lists.isWhole('past')).toBe(false);
      await reconcileAccounts(pool, lists, ['past'], now);
      await pool.disable(cell('past', 1).user);
      // It waits for its password, so the pool is asked anyway; one in use is mended by comparing.
      expect(await accounts.within('past')).toMatchObject([{ enabled: false }]);
      const user = server.users.get(cell('past', 1).user);
      if (user) user.Enabled = true;
      expect(await accounts.within('past')).toMatchObject([{ enabled: false }]);
      expect(await reconcileAccounts(pool, lists, ['past'], now)).toMatchObject({ mended: 1 });
      expect(await accounts.within('past')).toMatchObject([{ enabled: true }]);
    },
    LONGEST_MS,
  );
});

describe('a change whose requests are lost', () => {
  const kinds = {
    add: (user: Session, { add }: Changes) => add(user, 'mot-lan-2026', 'a@x.example'),
    move: ({ user, unit }: Session, { move }: Changes) =>
      move({ user, role: 'commune', unit: `${districtOf(unit)}.y` }),
    'to another district': ({ user, unit }: Session, { move }: Changes) =>
      move({ user, role: 'commune', unit: `${districtOf(unit).replace('from', 'to')}.y` }),
    disable: ({ user }: Session, { disable }: Changes) => disable(user),
    email: ({ user }: Session, { setEmail }: Changes) => setEmail(user, 'b@x.example'),
    reset: ({ user }: Session, { reset }: Changes) => reset(user, 'mot-lan-2027'),
  };
  type Changes = ReturnType<typeof listedAccounts>;
  let accountsMade = 1000;

  it.each(Object.entries(kinds))('%s: the next view shows what the pool says', async (kind, change) => {
    const { pool, lists, accounts } = parts();
    for (const after of [false, true]) {
      for (let lose = 1; ; lose += 1) {
        accountsMade += 1;
        // Districts of its own: a view asks for whoever waits in one.
        const account = cell(`from${accountsMade}`, accountsMade);
        const districts = [`from${accountsMade}`, `to${accountsMade}`];
        for (const district of districts) await lists.noteWhole(district, now);
        if (kind !== 'add') {
          await accounts.add(account, 'mot-lan-2026', '');
          // Its owner has chosen a password: nothing but an entry that says so makes anybody ask the pool.
          const stored = server.users.get(account.user);
          if (stored) stored.UserStatus = 'CONFIRMED';
          await accounts.within(districts[0] ?? '');
        }
        server.countFromNow(lose, after);
        const failed = await change(account, accounts).then(
          () => false,
          () => true,
        );
        const isOver = server.asked() < lose;
        server.countFromNow();
        const said = await pool.find(account.user);
        const shown = (await Promise.all(districts.map((district) => accounts.within(district))))
          .flat()
          .filter(({ user }) => user === account.user);
        const { email: _, ...listed } = said ?? { email: '' };
        expect({ kind, lose, after, failed, shown }).toEqual({
          kind,
          lose,
          after,
          failed,
          shown: said ? [listed] : [],
        });
        if (isOver) break;
        if (lose > 30) throw new Error('It never ends');
      }
    }
  });

  it('two at once leave what the pool says', async () => {
    const { pool, lists, accounts } = parts();
    await lists.noteWhole('both', now);
    const account = cell('both', 1);
    await accounts.add(account, 'mot-lan-2026', '');
    const { user } = account;
    await Promise.all([
      accounts.setEmail(user, 'a@x.example'),
      accounts.disable(user),
      accounts.move({ ...account, unit: 'both.z.c1' }),
    ]);
    const [entry] = await lists.all('both');
    const said = await pool.find(user);
    expect(entry).toMatchObject({ pending: false, account: { unit: 'both.z.c1', enabled: false, hasEmail: true } });
    expect(said).toMatchObject({ unit: 'both.z.c1', enabled: false, email: 'a@x.example' });
  });
});

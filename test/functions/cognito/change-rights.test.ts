import { beforeEach, describe, expect, it } from 'vitest';
import { changeRights, tryChange } from '#functions/cognito/change-rights.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { CHANGE_SECONDS, NEVER_CHANGED } from '#shared/access/rights.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

onEachDatabase((database) => {
  let users = 0;
  let user = '';
  let offset = 0;
  const clock = () => new Date(Date.now() + offset).toISOString();
  const rights = () => rightsStore(database().db, database().transient, clock);
  const openSessions = () => sessionStore(database().db, database().transient);
  const deps = () => ({ rights: rights(), openSessions: openSessions() });
  const isOpen = async () => (await openSessions().find(user, 'one', clock())) !== undefined;
  const isChange = (outcome: string) => outcome === 'right';

  beforeEach(async () => {
    users += 1;
    user = `owner-${users}`;
    offset = 0;
    const at = clock();
    const session = {
      startedAt: at,
      seenAt: at,
      checkedAt: at,
      rights: NEVER_CHANGED,
      role: 'cell',
      unit: 'a.b.c',
    } as const;
    await openSessions().start(user, 'one', session);
  });

  describe('a try at a change', () => {
    it('that fails ends nothing, neither meanwhile nor afterwards, and again', async () => {
      for (let n = 0; n < 3; n += 1) {
        const ask = async () => ((await isOpen()) ? 'wrong' : 'ended');
        expect(await tryChange(user, { ask, isChange }, deps())).toEqual({ outcome: 'wrong', rights: NEVER_CHANGED });
      }
      expect(await isOpen()).toBe(true);
    });

    it('that is right ends what began before, and gives the version that counts from then on', async () => {
      const tried = await tryChange(user, { ask: async () => 'right', isChange }, deps());
      expect(await isOpen()).toBe(false);
      expect(await rights().versionOf(user)).toBe(tried?.rights);
      expect(await openSessions().ofUser(user, clock())).toEqual([]);
    });

    it('is not made where the rights have changed since it was begun', async () => {
      const since = await rights().versionOf(user);
      await changeRights(user, deps(), async () => undefined);
      let asked = 0;
      const ask = async () => {
        asked += 1;
        return 'right';
      };
      expect(await tryChange(user, { since, ask, isChange }, deps())).toBeUndefined();
      expect(asked).toBe(0);
      const now = await rights().versionOf(user);
      expect((await tryChange(user, { since: now, ask, isChange }, deps()))?.outcome).toBe('right');
    });

    it('that dies leaves nothing open once it is given up: nobody knows what it has changed', async () => {
      const dying = () => Promise.reject(new Error('killed'));
      await expect(tryChange(user, { ask: dying, isChange }, deps())).rejects.toThrow('killed');
      expect(await isOpen()).toBe(true);
      offset = (CHANGE_SECONDS + 1) * 1000;
      expect(await isOpen()).toBe(false);
      const version = await rights().versionOf(user);
      expect(version).not.toBe(NEVER_CHANGED);
      expect(await rights().isCurrent(user, version)).toBe(true);
      expect(await isOpen()).toBe(false);
    });
  });

  describe('two changes of one account', () => {
    it('are made one after the other', async () => {
      const said: string[] = [];
      const slowly = (name: string) => async () => {
        said.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        said.push(`${name} ends`);
      };
      await Promise.all(['one', 'two', 'three'].map((name) => changeRights(user, deps(), slowly(name))));
      const inTurn = said
        .filter((_, at) => at % 2 === 0)
        .flatMap((begins) => [begins, begins.replace('begins', 'ends')]);
      expect(said).toEqual(inTurn);
    });

    it('are told apart where one takes so long that it is given up: what began meanwhile ends with it', async () => {
      await changeRights(user, deps(), async () => {
        offset = (CHANGE_SECONDS + 1) * 1000;
        const version = await rights().versionOf(user); // somebody signs in, before the pool is changed
        const at = clock();
        const session = {
          startedAt: at,
          seenAt: at,
          checkedAt: at,
          rights: version,
          role: 'cell',
          unit: 'a.b.c',
        } as const;
        await openSessions().start(user, 'two', session);
        expect(await openSessions().find(user, 'two', clock())).toBeDefined();
      });
      expect(await openSessions().find(user, 'two', clock())).toBeUndefined();
      expect(await rights().isCurrent(user, await rights().versionOf(user))).toBe(true);
    });

    it('the second is told of, as an outage is, where the first died a moment ago', async () => {
      await expect(changeRights(user, deps(), () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
      expect(await isOpen()).toBe(false);
      await expect(changeRights(user, deps(), async () => undefined)).rejects.toMatchObject({ name: 'AccountBusy' });
      offset = (CHANGE_SECONDS + 1) * 1000;
      await changeRights(user, deps(), async () => undefined);
    });
  });
});

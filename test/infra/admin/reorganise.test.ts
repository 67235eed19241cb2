import { describe, expect, it } from 'vitest';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { deviceStore } from '#functions/store/device-store.ts';
import { enterUnits } from '#functions/store/enter-units.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { recoveryStore } from '#functions/store/recovery-store.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { enterParent } from '#infra/admin/enter-parent.ts';
import { operatorOf, operatorRecord } from '#infra/admin/operator-record.ts';
import {
  completeReorganisation,
  type ReorganiseDeps,
  reorganiseUnits,
  undoReorganisation,
} from '#infra/admin/reorganise.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import type { Account } from '#shared/access/accounts.ts';
import type { Act } from '#shared/units/reorganise/plan.ts';
import { isWithin, standingIn, type Unit } from '#shared/units/units.ts';
import { credentials, onDynalite, type TestDatabase } from '#test/dynamodb.ts';
import { howMany } from '#test/how-many.ts';
import { aUnit, day, month } from '#test/shared/samples.ts';

const database = onDynalite();
const now = '2021-06-10T00:00:00.000Z';
const from = month('2021-06');
const audit = () => auditStore(database().db, database().audit, 30);

/** Where a process dies: before its nth request goes out, or after it has been answered. */
interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

class Died extends Error {}

/** A process with a client of its own that may die, and a user pool that outlives it. */
function aProcess(pool: Map<string, Account>, death?: Death, clock = now) {
  const { endpoint, ...names }: TestDatabase = database();
  let requests = 0;
  const mortal = async <T>(send: () => Promise<T>): Promise<T> => {
    requests += 1;
    const isLast = requests >= (death?.at ?? Number.POSITIVE_INFINITY);
    if (isLast && (death?.when === 'before' || requests > (death?.at ?? 0))) throw new Died();
    const answer = await send();
    if (isLast) throw new Died();
    return answer;
  };
  const db = documentClient({ endpoint, region, credentials });
  db.middlewareStack.add((next) => (args) => mortal(() => next(args)), { step: 'initialize', priority: 'high' });
  const accounts = {
    find: (user: string) => mortal(async () => pool.get(user)),
    within: (unit: string) => mortal(async () => [...pool.values()].filter((account) => isWithin(account.unit, unit))),
    move: (to) =>
      mortal(async () => {
        pool.set(to.user, { ...(pool.get(to.user) as Account), ...to });
      }),
  } as Pick<Accounts, 'find' | 'within' | 'move'> as ReorganiseDeps['accounts'];
  const deps: ReorganiseDeps = {
    accounts,
    stores: rollUpStores(db, names),
    rights: rightsStore(db, names.transient, () => clock),
    openSessions: sessionStore(db, names.transient),
    devices: deviceStore(db, names.transient),
    mailChoices: mailChoiceStore(db, names.cells),
    recoveries: recoveryStore(db, names.transient),
    record: operatorRecord(auditStore(db, names.audit, 30), now),
  };
  return { deps, requests: () => requests, end: () => db.destroy() };
}

const enteringAt = (at: string, { record }: Pick<ReorganiseDeps, 'record'>) => ({ at, by: operatorOf, record });

let count = 0;
/** A district with three communes, a group and accounts, and a plan that gives one of its communes to a new board. */
async function aDistrict() {
  count += 1;
  const h = `sx-${count}`;
  const units: Unit[] = [aUnit(h), ...['a', 'a.x', 'a.y', 'b', 'b.x', 'c', 'c.z'].map((path) => aUnit(`${h}.${path}`))];
  const pool = new Map<string, Account>();
  const account = (user: string, role: Account['role'], unit: string) =>
    pool.set(`${h}.${user}`, { user: `${h}.${user}`, role, unit, enabled: true, mustChoose: false });
  account('district', 'district', h);
  account('a', 'commune', `${h}.a`);
  account('b', 'commune', `${h}.b`);
  account('x', 'cell', `${h}.b.x`);
  const { deps, end } = aProcess(pool);
  const above = { id: `p-${h}`, name: 'P', children: [h] };
  const groups = new Map([
    [`${h}.a`, 2],
    [`${h}.b`, 1],
    [`${h}.c`, 1],
  ]);
  await enterUnits({ units, groups }, deps.stores, enteringAt('2021-03-01T00:00:00.000Z', deps));
  await enterParent(above, database().db, database().cells, deps.record);
  await deps.stores.directory.askForCode(h, true, '2021-03-01T00:00:00.000Z');
  const acts: Act[] = [
    { what: 'merge', from: `${h}.a`, to: `${h}.n`, name: 'N' },
    { what: 'merge', from: `${h}.b`, to: `${h}.n` },
    { what: 'root', from: h, to: `m-${h}`, name: 'M', kind: 'xã' },
    { what: 'move', from: `${h}.c`, to: `m-${h}` },
  ];
  const here = (text: string) => JSON.parse(text.replaceAll(h, 'h')) as unknown;
  return {
    ...{ h, pool, plan: { month: from, acts } },
    parent: async () => here(JSON.stringify(await deps.stores.directory.parent(above.id))),
    /** All that pages would read of the units. */
    async units() {
      const { directory } = deps.stores;
      const all = [...(await directory.subtree(h)), ...(await directory.subtree(`m-${h}`))];
      for (const unit of all) expect(await directory.unit(unit.id)).toEqual(unit);
      return here(JSON.stringify(all));
    },
    async rest() {
      const { groups, assignments } = (await deps.stores.directory.groupList(h)) ?? {};
      const moved = [...pool.values()].map(({ user, unit }) => [user, unit]);
      const districts = (await deps.stores.directory.districts()).filter((id) => id.endsWith(h));
      return here(JSON.stringify({ groups, assignments, moved, districts }));
    },
    end,
  };
}

const carryOut = ({ plan }: Awaited<ReturnType<typeof aDistrict>>, deps: ReorganiseDeps) =>
  reorganiseUnits(plan, false, undefined, now, deps);
const undo = ({ h }: Awaited<ReturnType<typeof aDistrict>>, deps: ReorganiseDeps) =>
  undoReorganisation(h, 'Nhầm', now, deps);

describe('a reorganisation', () => {
  it('carries out a plan with groups and accounts, and is undone to what was before', async () => {
    const district = await aDistrict();
    const { h, pool, plan } = district;
    const before = [await district.units(), await district.rest()];
    const { deps } = aProcess(pool);
    expect(await reorganiseUnits(plan, true, undefined, now, deps)).toContain('4 chi bộ chuyển theo; 3 tài khoản');
    expect([await district.units(), await district.rest()]).toEqual(before);

    expect(await carryOut(district, deps)).toContain(`${h}#reorganised#1: carried out.`);
    const all = [...(await deps.stores.directory.subtree(h)), ...(await deps.stores.directory.subtree(`m-${h}`))];
    expect(
      standingIn(from, all)
        .map(({ id }) => id.replaceAll(h, 'h'))
        .sort(),
    ).toEqual(['h', 'h.n', 'h.n.x', 'h.n.x-b', 'h.n.y', 'm-h', 'm-h.c', 'm-h.c.z']);
    expect(await district.rest()).toMatchObject({
      moved: [
        ['h.district', 'h'],
        ['h.a', 'h.n'],
        ['h.b', 'h.n'],
        ['h.x', 'h.n.x-b'],
      ],
      districts: ['m-h', 'h'],
    });
    expect(await deps.stores.directory.groups(h, from)).toMatchObject([
      { number: 1, communes: [`${h}.n`] },
      { communes: [] },
    ]);
    expect(await deps.stores.directory.groups(h, month('2021-05'))).toMatchObject([
      { communes: [`${h}.b`, `${h}.c`] },
      { communes: [`${h}.a`] },
    ]);

    expect(await district.parent()).toMatchObject({ children: ['h', 'm-h'] });
    expect(await deps.stores.directory.above(`m-${h}`)).toBe(`p-${h}`);
    expect(await deps.stores.directory.asksForCode(`m-${h}`)).toBe(true);

    expect(await undo(district, deps)).toContain('undone');
    expect([await district.units(), await district.rest()]).toEqual(before);
    await expect(undo(district, deps)).rejects.toThrow('no reorganisation that counts');
    const record = (await audit().day(h, day('2021-06-10'))).map(({ of }) => of);
    expect(record).toEqual(
      expect.arrayContaining([`${h}#reorganised#1`, `${h}#reorganised#2`, `move ${h}.a commune ${h}.n`]),
    );
    expect(await carryOut(district, deps)).toContain('#3: carried out');
  });

  it('is refused line by line where the plan is wrong, and undone no more once new units are reported or changed', async () => {
    const district = await aDistrict();
    const { deps } = aProcess(district.pool);
    const wrong = { month: from, acts: [{ what: 'abolish', from: `${district.h}.q`, line: 2 } as const] };
    await expect(reorganiseUnits(wrong, false, undefined, now, deps)).rejects.toThrow(/line 2: .*q does not stand/);
    await carryOut(district, deps);
    const entered = { units: [aUnit(`${district.h}.n.q`, { from })], groups: new Map() };
    await enterUnits(entered, deps.stores, enteringAt(now, deps));
    await expect(undo(district, deps)).rejects.toThrow(`Changed since, so undoing would lose it: ${district.h}.n.`);
  });

  it('that begins later changes nothing today, and its accounts go along when its month has begun', async () => {
    const district = await aDistrict();
    const { deps } = aProcess(district.pool);
    await reorganiseUnits({ ...district.plan, month: month('2021-08') }, false, undefined, now, deps);
    expect(district.pool.get(`${district.h}.a`)?.unit).toBe(`${district.h}.a`);
    await completeReorganisation(district.h, '2021-08-01T00:00:00.000Z', deps);
    expect(district.pool.get(`${district.h}.a`)?.unit).toBe(`${district.h}.n`);
  });

  it.each<['before' | 'after']>([['before'], ['after']])(
    'is wholly there or not at all wherever a process dies %s a request, and whoever comes next completes it',
    async (when) => {
      const whole = await aDistrict();
      const first = aProcess(whole.pool);
      const old = [await whole.units(), await whole.rest()];
      await carryOut(whole, first.deps);
      const requests = first.requests();
      const done = [await whole.units(), await whole.rest()];
      const second = aProcess(whole.pool);
      await undo(whole, second.deps);
      console.info(`${requests} points of carrying out, ${second.requests()} of undoing`);

      for (const [deed, points, [unitsBefore], after] of [
        [carryOut, requests, old, done],
        [undo, second.requests(), done, old],
      ] as const) {
        for (let at = when === 'before' ? 1 : 5; at <= points; at += howMany.deathsApart) {
          const district = await aDistrict();
          if (deed === undo) await carryOut(district, aProcess(district.pool).deps);
          const mortal = aProcess(district.pool, { at, when });
          await deed(district, mortal.deps).catch((error) => {
            if (!(error instanceof Died)) throw error;
          });
          const seen = await district.units();
          const counts = JSON.stringify(seen) !== JSON.stringify(unitsBefore);
          expect(seen, `${at}`).toEqual(counts ? after[0] : unitsBefore);
          // A change of an account that died is given up after a minute.
          const later = new Date(Date.parse(now) + 120_000).toISOString();
          const next = aProcess(district.pool, undefined, later);
          await completeReorganisation(district.h, later, next.deps);
          if (!counts) await deed(district, next.deps);
          expect([await district.units(), await district.rest()], `${at}`).toEqual(after);
          for (const each of [mortal, next, district]) each.end();
        }
      }
    },
    300_000,
  );
});

import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { unitItems, unitStore } from '#functions/store/unit-store.ts';
import { addMonths, monthAt } from '#shared/period.ts';
import { renamed, unitIn } from '#shared/units/units.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { aUnit, entered, month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const store = () => unitStore(database().db, database().cells);
  const id = (path: string) => `${district}.${path}`;
  const commune = () => [aUnit(id('a')), aUnit(id('a.x'))];
  const save = (units = commune(), base = 0, at = '2021-06-10T00:00:00.000Z') =>
    store().saveUnits(id('a'), units, base, { ...entered, at });

  beforeEach(() => {
    districts += 1;
    district = `su-${districts}`;
  });

  it('keeps every revision with who entered it, when and why, and reads the newest', async () => {
    await save();
    const more = [...commune(), aUnit(id('a.y'))];
    const at = '2021-07-10T00:00:00.000Z';
    await store().saveUnits(id('a'), more, 1, { ...entered, at, reason: 'Tách chi bộ' });
    expect((await store().subtree(id('a'))).map((unit) => unit.id)).toEqual(more.map((unit) => unit.id));
    const [first, second] = await store().unitRevisions(district);
    expect(first).toMatchObject({ commune: id('a'), revision: 1, units: commune() });
    expect(second).toMatchObject({ revision: 2, at, by: entered.by, reason: 'Tách chi bộ' });
    expect(first?.digest).not.toBe(second?.digest);
    expect((await store().newestUnits(district)).get(id('a'))).toEqual(second);
  });

  it('writes nothing for the same units in another order, and nothing over what the writer did not see', async () => {
    expect((await save()).kind).toBe('added');
    expect((await save(commune().reverse())).kind).toBe('same');
    const tries = await Promise.all([save([aUnit(id('a'))], 1), save([aUnit(id('a')), aUnit(id('a.z'))], 1)]);
    expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale']);
    expect(await store().unitRevisions(district)).toHaveLength(2);
  });

  describe('a process lost between the history and its copy', () => {
    /** Puts back what pages read, as it was before the last revision. */
    const lose = async () => {
      await save();
      const more = [...commune(), aUnit(id('a.y'))];
      await save(more, 1);
      const { db, cells: TableName } = database();
      const [, current] = unitItems(commune(), entered);
      await db.send(new PutCommand({ TableName, Item: current }));
      expect(await store().unit(id('a.y'))).toBeUndefined();
      return more;
    };

    it('is made good by the next writer of the same', async () => {
      await save(await lose(), 1);
      expect(await store().unit(id('a.y'))).toBeDefined();
    });

    it('is made good by the night, which writes nothing the night after', async () => {
      await lose();
      expect(await store().settleUnits(district)).toEqual([id('a')]);
      expect(await store().unit(id('a.y'))).toBeDefined();
      expect(await store().settleUnits(district)).toEqual([]);
    });

    it('is made good also where the commune had never been copied', async () => {
      await save();
      const { db, cells: TableName } = database();
      await db.send(new DeleteCommand({ TableName, Key: { pk: district, sk: `units#${id('a')}` } }));
      expect(await store().settleUnits(district)).toEqual([id('a')]);
      expect(await store().unit(id('a.x'))).toBeDefined();
    });

    it('never replaces a later revision by an earlier one', async () => {
      await save();
      await save([...commune(), aUnit(id('a.y'))], 1);
      await Promise.all([save(commune(), 2), store().settleUnits(district), store().settleUnits(district)]);
      await store().settleUnits(district);
      expect(await store().unit(id('a.y'))).toBeUndefined();
    });
  });

  it('calls a unit as today, and as in any month', async () => {
    const today = monthAt(new Date().toISOString());
    const old = aUnit(id('a'), { name: 'Cũ' });
    const now = renamed(old, { name: 'Nay', kind: '' }, addMonths(today, -2));
    const planned = renamed(now, { name: 'Mai', kind: '' }, addMonths(today, 1));
    await save([planned]);
    const read = await store().unit(id('a'));
    expect(read?.name).toBe('Nay');
    const nameIn = (of: string) => read && unitIn(month(of), read).name;
    expect([nameIn('2019-01'), nameIn(addMonths(today, -2)), nameIn(addMonths(today, 1))]).toEqual([
      'Cũ',
      'Nay',
      'Mai',
    ]);
    // As it is stored a unit is always the same text, whatever day it is read and saved again.
    expect(read && (await save([read], 1)).kind).toBe('same');
  });

  it('has a district among the districts when it has been entered', async () => {
    await store().saveUnits(district, [aUnit(district)], 0, entered);
    expect(await store().districts()).toContain(district);
    expect(await store().unit(district)).toEqual(aUnit(district));
  });
});

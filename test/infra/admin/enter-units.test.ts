import { beforeEach, expect, it } from 'vitest';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { importUnits } from '#infra/admin/import-units.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { day, month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const now = '2021-06-10T00:00:00.000Z';
  const directory = () => directoryStore(database().db, database().cells);
  const audit = () => auditStore(database().db, database().audit, 30);
  const recorded = async () => (await audit().day(district, day('2021-06-10'))).map(({ of }) => of);
  /** Enters the district with communes, each with the number of its group; a blank for none. */
  const enter = (groups: Readonly<Record<string, string>>) => {
    const communes = Object.entries(groups).map(
      ([slug, group]) => `${district}.${slug};commune;xã;${slug};;2019-03;;${group}`,
    );
    const text = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;H;;2019-03;;`, ...communes].join(
      '\n',
    );
    const stores = rollUpStores(database().db, database());
    return importUnits(Buffer.from(text), { preview: false }, stores, now, operatorRecord(audit(), now));
  };
  const heldIn = async (of: string) =>
    (await directory().groups(district, month(of))).map(({ number, communes }) => [
      number,
      communes.map((commune) => commune.slice(district.length + 1)),
    ]);

  beforeEach(() => {
    districts += 1;
    district = `nhap-${districts}`;
  });

  it('a new commune has the group of the file from its own first month on', async () => {
    expect(await enter({ a: '2', b: '1', c: '' })).toContain('4 of them new or changed');
    expect(await heldIn('2019-03')).toEqual([
      [1, ['b']],
      [2, ['a']],
    ]);
  });

  it('a commune that was there without a group has it from this month on: months that are over stay as they were', async () => {
    await enter({ a: '1', b: '' });
    await enter({ a: '1', b: '1' });
    expect(await heldIn('2021-05')).toEqual([[1, ['a']]]);
    expect(await heldIn('2021-06')).toEqual([[1, ['a', 'b']]]);
  });

  it('what the district has assigned since is not the file’s matter, and the same file enters nothing anew', async () => {
    await enter({ a: '1', b: '2' });
    await enter({ a: '2', b: '2' });
    expect(await heldIn('2021-06')).toEqual([
      [1, ['a']],
      [2, ['b']],
    ]);
    expect((await directory().groupList(district))?.revision).toBe(1);
  });

  it('what is entered is on record by its operator, and what changes nothing is not', async () => {
    await enter({ a: '1', b: '' });
    const units = `units ${district} ${district}.a ${district}.b`;
    expect(await recorded()).toEqual([units, `${district}#groups#1`]);
    await enter({ a: '1', b: '' });
    expect(await recorded()).toEqual([units, `${district}#groups#1`]);
    await enter({ a: '1', b: '1', c: '' });
    expect((await recorded()).slice(2)).toEqual([`units ${district}.c`, `${district}#groups#2`]);
    const [first] = await audit().day(district, day('2021-06-10'));
    expect(first).toMatchObject({
      kind: 'directory',
      from: 'operator',
      by: { user: 'operator', role: 'district', unit: district },
    });
  });
});

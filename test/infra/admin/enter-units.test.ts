import { beforeEach, expect, it } from 'vitest';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { enterUnits } from '#infra/admin/enter-units.ts';
import { readUnits } from '#infra/admin/read-units.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const now = '2021-06-10T00:00:00.000Z';
  const directory = () => directoryStore(database().db, database().cells);
  /** Enters the district with communes, each with the number of its group; a blank for none. */
  const enter = (groups: Readonly<Record<string, string>>) => {
    const communes = Object.entries(groups).map(
      ([slug, group]) => `${district}.${slug};commune;xã;${slug};;2019-03;;${group}`,
    );
    const text = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;H;;2019-03;;`, ...communes].join(
      '\n',
    );
    return enterUnits(readUnits(text, new Set()), rollUpStores(database().db, database()), now);
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
    expect(await enter({ a: '2', b: '1', c: '' })).toBe(4);
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
});

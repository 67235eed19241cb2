import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DirectoryStore, directoryStore, groupListItem } from '#functions/store/directory-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { communeOf, districtOf, isWithin, type Unit } from '#shared/units/units.ts';
import type { Assignment } from '#shared/visits/groups.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { aUnit, entered, groupList, month } from '#test/shared/samples.ts';

const units: Unit[] = [
  aUnit('hiep-hoa', { name: 'Hiệp Hòa', generated: true }),
  aUnit('hiep-hoa.thanh-van', { name: 'Thanh Vân', to: month('2024-12') }),
  aUnit('hiep-hoa.thanh-van-2', { name: 'Thanh Vân 2' }),
  aUnit('hiep-hoa.dong-tien', {
    name: 'Đồng Tiến',
    from: month('2025-01'),
    predecessors: ['hiep-hoa.thanh-van', 'hiep-hoa.dong-tan'],
  }),
  aUnit('hiep-hoa.thanh-van.thanh-binh', { name: 'Thanh Bình', type: 'thon', to: month('2024-12'), generated: true }),
  aUnit('hiep-hoa-2', { name: 'Hiệp Hòa 2' }),
  aUnit('hiep-hoa-2.thanh-van', { name: 'Thanh Vân' }),
];
const groups = groupList({ 2: ['hiep-hoa.thanh-van'], 10: [] });

onEachDatabase((database) => {
  let store: DirectoryStore;

  beforeAll(async () => {
    const { db, cells } = database();
    store = directoryStore(db, cells);
    const items = [...unitItems(units, entered), groupListItem('hiep-hoa', groups)];
    for (const Item of items) await db.send(new PutCommand({ TableName: cells, Item }));
  });

  it.each(units)('finds $id as it was entered, whenever it stood', async (unit) => {
    expect(await store.unit(unit.id)).toEqual(unit);
  });

  it('finds no unit that was not entered', async () => {
    for (const id of ['hiep-hoa.thanh', 'hiep-hoa.thanh-van.khac', 'hiep', 'districts']) {
      expect(await store.unit(id)).toBeUndefined();
    }
  });

  it('has of a subtree the unit and all below it, and none that only begins alike', async () => {
    const ids = async (id: string) => (await store.subtree(id)).map((unit) => unit.id).sort();
    expect(await ids('hiep-hoa.thanh-van')).toEqual(['hiep-hoa.thanh-van', 'hiep-hoa.thanh-van.thanh-binh']);
    expect(await ids('hiep-hoa')).toHaveLength(5);
    expect(await ids('hiep-hoa-2')).toEqual(['hiep-hoa-2', 'hiep-hoa-2.thanh-van']);
    expect(await ids('hiep-hoa.thanh')).toEqual([]);
  });

  describe('a directory', () => {
    const communes = async (in_: string) =>
      (await store.directory('hiep-hoa', month(in_)))?.communes.map(({ name }) => name);

    it('is that of its month', async () => {
      expect(await communes('2024-12')).toEqual(['Thanh Vân', 'Thanh Vân 2']);
      expect(await communes('2025-01')).toEqual(['Đồng Tiến', 'Thanh Vân 2']);
    });

    it('has the district with its own due day, its cells and its groups', async () => {
      const directory = await store.directory('hiep-hoa', month('2021-02'));
      expect(directory?.district).toEqual(units[0]);
      expect(directory?.cells).toEqual([units[4]]);
      expect(directory?.groups.map(({ number }) => number)).toEqual([2, 10]);
    });

    it('around a unit says of it what the whole says, and nothing of communes that have nothing to do with it', async () => {
      for (const [unit, of] of units.flatMap(({ id }) =>
        ['2024-12', '2025-02'].map((each) => [id, month(each)] as const),
      )) {
        const [around, whole] = [await store.directoryAround(unit, of), await store.directory(districtOf(unit), of)];
        const isNear = ({ id }: Unit) => isWithin(id, communeOf(unit));
        expect(around?.district).toEqual(whole?.district);
        expect(around?.communes.filter(isNear)).toEqual(whole?.communes.filter(isNear));
        expect(around?.cells.filter(isNear)).toEqual(whole?.cells.filter(isNear));
        const heirs = [...(whole?.heirs ?? [])].filter((pair) => pair.some((id) => isWithin(id, communeOf(unit))));
        expect(heirs.map(([id]) => [id, around?.heirs?.get(id)])).toEqual(heirs);
      }
      const alone = await store.directoryAround('hiep-hoa.thanh-van-2', month('2025-02'));
      expect(alone?.communes.map(({ name }) => name)).toEqual(['Thanh Vân 2']);
    });

    it('is none for a district that nobody has entered', async () => {
      expect(await store.directory('viet-yen', month('2021-02'))).toBeUndefined();
      expect(await store.directoryAround('viet-yen.a', month('2021-02'))).toBeUndefined();
    });
  });

  it('keeps every list of working groups, and writes none over what the writer did not see', async () => {
    const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
    const save = (assignments: readonly Assignment[], base: number) =>
      store.saveGroups('huyen', { groups: groups.groups, assignments }, base, { by, at: '2021-02-01T00:00:00.000Z' });
    expect(await store.groups('huyen', month('2021-02'))).toEqual([]);
    expect(await save(groups.assignments, 0)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await save(groups.assignments, 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    const tries = await Promise.all(
      [2, 10].map((group) => save([{ commune: 'huyen.a', group, from: month('2021-02') }], 1)),
    );
    expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale']);
    expect((await store.groupList('huyen'))?.revision).toBe(2);
    expect((await store.groups('huyen', month('2021-01'))).flatMap(({ communes }) => communes)).toEqual([]);
  });

  it('lists every district, and nothing that is none', async () => {
    expect(await store.districts()).toEqual(['hiep-hoa', 'hiep-hoa-2']);
  });
});

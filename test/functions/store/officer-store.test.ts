import { beforeEach, expect, it } from 'vitest';
import { officerStore } from '#functions/store/officer-store.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { day, month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const store = () => officerStore(database().db, database().meetings);
  const append = (commune: string, member: string, base: number, at: string) => {
    const by = { user: 'thanh-van', role: 'commune', unit: `${district}.${commune}` } as const;
    const charges = { [`${district}.${commune}.thanh-binh`]: member };
    return store().append({ commune: `${district}.${commune}`, members: [member], charges }, base, { by, at });
  };

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
  });

  it('every month keeps the list that it had at its end, by the calendar of Vietnam', async () => {
    await append('thanh-van', 'Bí thư', 0, '2021-02-10T00:00:00.000Z');
    await append('thanh-van', 'Trưởng Công an', 1, '2021-02-28T17:00:00.000Z');
    await append('thanh-van-2', 'Phó Bí thư', 0, '2021-02-28T16:59:59.000Z');
    const members = async (of: string) =>
      [...(await store().ofMonth(district, month(of))).values()].map((list) => list.members[0]);
    expect(await members('2021-01')).toEqual([]);
    expect((await members('2021-02')).toSorted()).toEqual(['Bí thư', 'Phó Bí thư']);
    expect((await members('2021-03')).toSorted()).toEqual(['Phó Bí thư', 'Trưởng Công an']);
    expect((await store().newest(`${district}.thanh-van`))?.revision).toBe(2);
  });

  it('writes nothing twice, and not over what the writer did not see', async () => {
    const at = '2021-02-10T00:00:00.000Z';
    expect(await append('thanh-van', 'Bí thư', 0, at)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await append('thanh-van', 'Bí thư', 0, at)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    const tries = ['a', 'b', 'c'].map((member) => append('thanh-van', member, 1, at));
    expect((await Promise.all(tries)).map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale']);
  });

  it('keeps what communes record of a month beside its reports, each with revisions of its own', async () => {
    const of = month('2021-02');
    const by = { user: 'thanh-van', role: 'commune', unit: `${district}.thanh-van` } as const;
    const record = (on: string, base: number, commune = `${district}.thanh-van`) =>
      store().record({ commune, month: of, cells: { [`${commune}.thanh-binh`]: { orientedOn: day(on) } } }, base, {
        by,
        at: '2021-02-10T00:00:00.000Z',
      });
    expect(await record('2021-02-01', 0)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await record('2021-02-01', 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    const tries = await Promise.all(['2021-02-02', '2021-02-03'].map((on) => record(on, 1)));
    expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale']);
    await record('2021-02-01', 0, `${district}.thanh-van-2`);
    const newest = [...(await store().records(district, of)).values()];
    expect(newest.map(({ revision }) => revision)).toEqual([2, 1]);
    expect((await store().records(district, month('2021-03'))).size).toBe(0);
    expect((await store().ofMonth(district, of)).size).toBe(0);
  });
});

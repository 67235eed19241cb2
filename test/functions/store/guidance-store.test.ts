import { beforeEach, expect, it } from 'vitest';
import { directoryStore } from '#functions/store/directory-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import type { Audience } from '#shared/guidance/guidance.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const february = month('2021-02');
  const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
  const at = '2021-02-01T00:30:00.000Z';
  const store = () => guidanceStore(database().db, database().cells);
  const publish = (text: string, base: number, audience: Audience = 'all', of = february) =>
    store().append(district, { month: of, audience, text }, base, { by, at });

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
  });

  it('keeps every revision, month by month and type by type', async () => {
    await publish('Bàn việc làng', 0);
    await publish('Bàn thu quỹ', 1);
    await publish('Bàn việc trường', 0, 'truong-hoc');
    await publish('Tháng sau', 0, 'all', month('2021-03'));
    const texts = (await store().ofMonth(district, february)).map(({ text }) => text);
    expect(texts).toEqual(['Bàn việc làng', 'Bàn thu quỹ', 'Bàn việc trường']);
    expect(await store().ofMonth(district, month('2021-01'))).toEqual([]);
    expect(await store().ofMonth('huyen', february)).toEqual([]);
  });

  it('writes nothing twice, and not over what the writer did not see', async () => {
    expect(await publish('Bàn việc làng', 0)).toMatchObject({ kind: 'added', stored: { revision: 1, by, at } });
    expect(await publish('Bàn việc làng', 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    expect(await publish('Bàn thu quỹ', 0)).toMatchObject({ kind: 'stale', stored: { text: 'Bàn việc làng' } });
    expect(await publish('Bàn thu quỹ', 7)).toMatchObject({ kind: 'stale' });
    const tries = await Promise.all(['a', 'b', 'c'].map((text) => publish(text, 1)));
    expect(tries.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale']);
    expect(await store().ofMonth(district, february)).toHaveLength(2);
  });

  it('keeps when each unit and group first opened a revision', async () => {
    const opening = { month: february, audience: 'all', revision: 1, unit: 'hiep-hoa.thanh-van', at } as const;
    await store().open(district, opening);
    await store().open(district, { ...opening, at: '2021-02-05T00:00:00.000Z' });
    await store().open(district, { ...opening, revision: 2 });
    await store().open(district, { ...opening, unit: 'hiep-hoa', group: 3 });
    await store().open(district, { ...opening, unit: 'hiep-hoa', group: 4 });
    const openings = await store().openings(district, february);
    expect(openings).toHaveLength(4);
    expect(openings.find(({ unit, revision }) => unit === 'hiep-hoa.thanh-van' && revision === 1)).toEqual(opening);
    expect(await store().openings(district, month('2021-03'))).toEqual([]);
  });

  it('stands apart from the units and groups of the district', async () => {
    await publish('Bàn việc làng', 0);
    const directory = directoryStore(database().db, database().cells);
    expect(await directory.subtree(district)).toEqual([]);
    expect(await directory.groups(district, february)).toEqual([]);
  });
});

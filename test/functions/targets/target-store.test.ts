import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it, vi } from 'vitest';
import { targetStore } from '#functions/store/target-store.ts';
import type { TypedTarget } from '#shared/targets/target-plan.ts';
import type { Year } from '#shared/themes/thematic-plan.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

onEachDatabase((database) => {
  let districts = 0;
  let cell = '';
  const by = { by: { user: 'x', role: 'commune', unit: 'h.a' }, at: '2026-01-12T00:00:00.000Z' } as const;
  const store = () => targetStore(database().db, database().meetings);
  const road: TypedTarget = { what: 'Đường', unit: 'road', quantity: 600, quarters: { 1: 300 } };
  const append = (targets: readonly TypedTarget[], base: number, year = '2026') =>
    store().append({ cell, year: year as Year, targets }, base, by);

  beforeEach(() => {
    districts += 1;
    cell = `chi-tieu-${districts}.a.x`;
  });

  it('keeps each year’s newest targets, and those of no other cell', async () => {
    await append([road], 0);
    await append([{ ...road, row: 1, quantity: 700 }], 1);
    await append([road], 0, '2027');
    await store().append({ cell: `${cell}-2`, year: '2026' as Year, targets: [road] }, 0, by);
    const found = await store().ofCell(cell);
    expect(found.map(({ year, revision, targets }) => [year, revision, targets[0]?.quantity])).toEqual([
      ['2026', 2, 700],
      ['2027', 1, 600],
    ]);
    expect(await store().revisions(cell)).toHaveLength(3);
  });

  it('sent twice is stored once; upon another’s revision it is stale, and nothing is overwritten', async () => {
    expect(await append([road], 0)).toMatchObject({ kind: 'added', stored: { targets: [{ row: 1 }] } });
    expect((await append([road], 0)).kind).toBe('same');
    const other = await append([{ ...road, what: 'Kênh' }], 0);
    expect(other).toMatchObject({ kind: 'stale', stored: { revision: 1 } });
    expect(await append([], 1)).toMatchObject({ kind: 'added', stored: { lastRow: 1 } });
    expect(await append([road], 2)).toMatchObject({ kind: 'added', stored: { targets: [{ row: 2 }] } });
  });

  it('of two writers at once one is stored, the other stale', async () => {
    const kinds = await Promise.all(['a', 'b'].map((what) => append([{ ...road, what }], 0)));
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['added', 'stale']);
  });

  it('a broken item is named and hides nothing else', async () => {
    await append([road], 0);
    const Item = { pk: `${cell.split('.')[0]}#targets`, sk: `${cell}_2025#0001`, targets: 'x' };
    await database().db.send(new PutCommand({ TableName: database().meetings, Item }));
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await store().ofCell(cell)).map(({ year }) => year)).toEqual(['2026']);
    expect(JSON.stringify(logged.mock.calls)).toContain(`${cell}_2025_targets#1`);
    logged.mockRestore();
  });
});

import { expect, it } from 'vitest';
import { waitingStore } from '#functions/store/waiting-store.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  const store = () => waitingStore(database().db, database().scorecards);
  const counted = (commune: string, count: number, hour: number) => ({
    ...{ commune, count, countedAt: `2026-11-27T${String(hour).padStart(2, '0')}:00:00.000Z` },
  });

  it('keeps the latest count of each commune of a month', async () => {
    const of = month('2026-11');
    expect(await store().put(of, counted('dem.a', 5, 1))).toBe(true);
    expect(await store().put(of, counted('dem.a', 4, 3))).toBe(true);
    expect(await store().put(of, counted('dem.a', 9, 2))).toBe(false);
    await store().put(of, counted('dem.b', 0, 1));
    await store().put(month('2026-10'), counted('dem.a', 7, 1));
    await store().put(of, counted('dem-2.a', 7, 1));
    expect(await store().ofMonth('dem', of)).toEqual([counted('dem.a', 4, 3), counted('dem.b', 0, 1)]);
  });
});

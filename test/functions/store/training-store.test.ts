import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { type TrainingWords, trainingItem, trainingStore } from '#functions/store/training-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { day } from '#test/shared/samples.ts';

const by: Actor = { user: 'district', role: 'district', unit: 'hiep-hoa' };
const at: Instant = '2026-11-24T02:00:00.000Z';
const held = day('2026-11-20');

const words = (said: Partial<TrainingWords> = {}): TrainingWords => ({
  ...{ unit: 'hiep-hoa', subject: 'Ra nghị quyết', trainer: 'Trung tâm chính trị', places: 40, pieces: [], seats: {} },
  ...said,
});

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const store = () => trainingStore(database().db, database().cells);

  beforeEach(() => {
    districts += 1;
    district = `lop-${districts}`;
  });

  it('numbers the trainings of a day, and enters the same one once', async () => {
    const first = await store().add(district, held, words(), { by, at });
    expect(first).toMatchObject({ kind: 'added', stored: { day: held, number: 1, revision: 1, by, at } });
    expect(await store().add(district, held, words(), { by, at })).toMatchObject({
      kind: 'same',
      stored: { number: 1 },
    });
    expect(await store().add(district, held, words({ places: 20 }), { by, at })).toMatchObject({
      stored: { number: 2 },
    });
  });

  it('gives everyone who enters at once a number of their own', async () => {
    const subjects = ['Một', 'Hai', 'Ba', 'Bốn'];
    await Promise.all(subjects.map((subject) => store().add(district, held, words({ subject }), { by, at })));
    const stored = await store().between(district, held, held);
    expect(stored.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(stored.map(({ subject }) => subject))).toEqual(new Set(subjects));
  });

  it('appends to the revision that the writer saw, and shows the newest of a span of days', async () => {
    const { stored } = await store().add(district, held, words(), { by, at });
    const key = { day: held, number: stored?.number ?? 0 };
    const dropped = words({ dropped: 'Bão' });
    expect(await store().append(district, key, dropped, 1, { by, at })).toMatchObject({ stored: { revision: 2 } });
    expect(await store().append(district, key, words({ places: 1 }), 1, { by, at })).toMatchObject({
      kind: 'stale',
      stored: { dropped: 'Bão' },
    });
    expect(await store().between(district, day('2026-11-01'), held)).toMatchObject([{ number: 1, dropped: 'Bão' }]);
    expect(await store().between(district, day('2026-11-21'), day('2026-12-31'))).toEqual([]);
  });

  it('leaves out what cannot be read, and gives its number to no other', async () => {
    const { stored } = await store().add(district, held, words(), { by, at });
    if (!stored) throw new Error('nothing stored');
    const { db, cells: TableName } = database();
    await db.send(new PutCommand({ TableName, Item: { ...trainingItem(district, stored), seats: 'hai' } }));
    const { result, unreadable } = await listingUnreadable(() => store().between(district, held, held));
    expect(result).toEqual([]);
    expect(unreadable).toHaveLength(1);
    expect(await store().add(district, held, words(), { by, at })).toMatchObject({ stored: { number: 2 } });
  });
});

import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it, vi } from 'vitest';
import { actionStore } from '#functions/store/action-store.ts';
import type { ActionEvent } from '#shared/actions/action.ts';
import type { Day, Month } from '#shared/period.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

const at = '2026-11-24T02:00:00.000Z';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  let id = '';
  const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
  const plan = { what: 'Gửi tài liệu trước', who: 'Bí thư', due: '2026-12-31' as Day, cause: 'away' } as const;
  const open: ActionEvent = { kind: 'open', plan, by, at };
  const close: ActionEvent = { kind: 'close', words: 'Xong', by, at: '2026-11-25T02:00:00.000Z' };
  const store = () => actionStore(database().db, database().actions);
  const item = async () => {
    const Key = { pk: district, sk: id };
    return (await database().db.send(new GetCommand({ TableName: database().actions, Key }))).Item;
  };

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
    id = `${district}.thanh-van_duration_2026-10`;
  });

  it('opens an action once: of several at once one is first, and the others are shown what it stored', async () => {
    const tries = ['a', 'b', 'c'].map((what) => store().append(id, { ...open, plan: { ...plan, what } }, 0));
    const outcomes = await Promise.all(tries);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale']);
    expect(await store().find(id)).toMatchObject({ state: 'open', unit: `${district}.thanh-van`, events: [{}] });
  });

  it('appends to what the writer saw, and to nothing else; sent twice is stored once', async () => {
    await store().append(id, open, 0);
    expect(await store().append(id, close, 1)).toMatchObject({ kind: 'added', stored: { state: 'closed' } });
    const again = { ...close, at: '2026-11-25T02:00:05.000Z' };
    expect(await store().append(id, again, 1)).toMatchObject({ kind: 'same' });
    const other: ActionEvent = { ...close, words: 'Khác' };
    expect(await store().append(id, other, 1)).toMatchObject({ kind: 'stale', stored: { state: 'closed' } });
    expect(await store().append(`${district}.a_met_2026-10`, other, 1)).toEqual({ kind: 'stale', stored: undefined });
  });

  it('sent twice is stored once, though the first try has ended the proposal and the figure is another now', async () => {
    const figure = {
      month: '2026-10' as Month,
      numerator: 3,
      denominator: 8,
      target: null,
      verdict: 'missed',
    } as const;
    await store().append(id, { ...open, figure, proposed: true }, 0);
    expect(await store().append(id, { ...open, figure: { ...figure, numerator: 4 } }, 0)).toMatchObject({
      kind: 'same',
      stored: { events: [{ figure, proposed: true }] },
    });
  });

  it('of two who close it at once one does', async () => {
    await store().append(id, open, 0);
    const tries = ['a', 'b'].map((words) => store().append(id, { ...close, words }, 1));
    expect((await Promise.all(tries)).map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale']);
    expect((await store().find(id))?.events).toHaveLength(2);
  });

  it('says what it is about to store, before it does', async () => {
    const before = vi.fn(async (_stored: unknown, _item: unknown) => expect(await item()).toBeUndefined());
    await store().append(id, open, 0, before);
    expect(before.mock.calls[0]?.[1]).toEqual({ table: 'actions', pk: district, sk: id, events: 1 });
  });

  it('what has ended expires two years later, what is open never', async () => {
    await store().append(id, open, 0);
    expect(await item()).not.toHaveProperty('expiresAt');
    await store().append(id, close, 1);
    expect(await item()).toMatchObject({ expiresAt: Date.parse('2028-11-25T02:00:00.000Z') / 1000 });
    const dismissed: ActionEvent = { kind: 'dismiss', words: 'Không cần', by, at };
    id = `${district}.thanh-van_met_2026-10`;
    await store().append(id, dismissed, 0);
    expect(await item()).toHaveProperty('expiresAt');
    await store().append(id, open, 1);
    expect(await item()).not.toHaveProperty('expiresAt');
  });

  it('lists those of a unit and below, and of no other that begins alike; what is broken hides no other', async () => {
    const put = (unit: string) => store().append(`${district}.${unit}_met_2026-10`, open, 0);
    await Promise.all(['thanh-van', 'thanh-van.mot', 'thanh-van-2'].map(put));
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const Item = { pk: district, sk: `${district}.thanh-van_duration_2026-10`, events: [{ kind: 'open', by, at }] };
    await database().db.send(new PutCommand({ TableName: database().actions, Item }));
    const found = await store().all(`${district}.thanh-van`);
    expect(found.map(({ unit }) => unit)).toEqual([`${district}.thanh-van.mot`, `${district}.thanh-van`]);
    expect(log).toHaveBeenCalledWith(JSON.stringify({ message: 'unreadable item', kind: 'action', name: Item.sk }));
    await expect(store().find(Item.sk)).rejects.toThrow('is not what it should be');
    log.mockRestore();
  });

  it('lists a district’s own with those below it', async () => {
    for (const unit of [district, `${district}.an-lac`]) await store().append(`${unit}_met_2026-10`, open, 0);
    const found = await store().all(district);
    expect(found.map(({ unit }) => unit).toSorted()).toEqual([district, `${district}.an-lac`]);
  });

  it('takes nothing more but its end once its item is nearly full, and that always', async () => {
    const words = 'ế'.repeat(2000);
    const progress: ActionEvent = { kind: 'progress', month: '2026-11' as Month, words, by, at };
    await store().append(id, open, 0);
    const Key = { pk: district, sk: id };
    const events = [open, ...Array.from({ length: 59 }, () => progress)];
    await database().db.send(
      new UpdateCommand({
        TableName: database().actions,
        Key,
        UpdateExpression: 'SET events = :events',
        ExpressionAttributeValues: { ':events': events },
      }),
    );
    await expect(store().append(id, progress, 60)).rejects.toThrow(expect.objectContaining({ name: 'ItemFull' }));
    const longest: ActionEvent = { kind: 'close', words, despite: words, by, at };
    expect(await store().append(id, longest, 60)).toMatchObject({ kind: 'added', stored: { state: 'closed' } });
  });
});

import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { matterStore } from '#functions/store/matter-store.ts';
import type { MatterEvent } from '#shared/matters/matter.ts';
import type { Matter } from '#shared/reports/report.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

const land: Matter = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium', proposal: 'Đo đạc lại' };
const refuse: Matter = { topic: 'MT', summary: 'Rác thải tồn đọng', severity: 'low' };
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const at = '2026-11-24T02:00:00.000Z';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  let source = '';
  const store = () => matterStore(database().db, database().matters);
  const raise = (rows: readonly Matter[], of = source) => store().raise({ source: of, rows, by, at });
  const settle: MatterEvent = { kind: 'settle', answer: 'Đã đo đạc', by, at: '2026-11-25T02:00:00.000Z' };
  const states = async () => (await store().all(district)).map(({ id, state }) => `${id.slice(-1)} ${state}`);

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
    source = `${district}.thanh-van.thanh-binh_2026-11-03_regular`;
  });

  it('raises each concern once, however often and by however many at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => raise([land, refuse])));
    await raise([land, refuse]);
    expect((await store().ofSource(source)).map(({ said, events }) => [said, events.length])).toEqual([
      [land, 1],
      [refuse, 1],
    ]);
  });

  it('corrects what an amended report says otherwise', async () => {
    await raise([land]);
    await raise([{ ...land, severity: 'high' }, refuse]);
    expect((await store().ofSource(source)).map(({ said, events }) => [said.severity, events.length])).toEqual([
      ['high', 2],
      ['low', 1],
    ]);
  });

  it('appends a step to what the writer saw, and to nothing else', async () => {
    await raise([land]);
    expect(await store().append(`${source}_1`, settle, 1)).toMatchObject({
      kind: 'added',
      stored: { state: 'settled' },
    });
    const again = { ...settle, at: '2026-11-25T02:00:05.000Z' };
    expect(await store().append(`${source}_1`, again, 1)).toMatchObject({ kind: 'same' });
    const other = { ...settle, answer: 'Khác' };
    expect(await store().append(`${source}_1`, other, 1)).toMatchObject({
      kind: 'stale',
      stored: { state: 'settled' },
    });
    expect(await store().append(`${source}_2`, other, 1)).toEqual({ kind: 'stale', stored: undefined });
  });

  it('of steps at once one is taken', async () => {
    await raise([land]);
    const tries = ['a', 'b', 'c', 'd'].map((answer) => store().append(`${source}_1`, { ...settle, answer }, 1));
    expect((await Promise.all(tries)).map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale', 'stale']);
    expect((await store().find(`${source}_1`))?.events).toHaveLength(2);
  });

  it('lists the open ones by the index, and what is opened again comes back', async () => {
    await raise([land, refuse]);
    await raise([land], `${district}.thanh-van-2.dong_2026-11-03_regular`);
    await store().append(`${source}_1`, settle, 1);
    expect((await store().open(`${district}.thanh-van`)).map(({ id }) => id)).toEqual([`${source}_2`]);
    expect(await states()).toEqual(['1 open', '1 settled', '2 open'].toSorted());
    await store().append(`${source}_1`, { kind: 'reopen', answer: 'Chưa xong', by, at }, 2);
    expect(await store().open(`${district}.thanh-van`)).toHaveLength(2);
  });

  it('a closed matter expires two years later, an open one never', async () => {
    const item = async () => {
      const Key = { pk: district, sk: `${source}_1` };
      return (await database().db.send(new GetCommand({ TableName: database().matters, Key }))).Item;
    };
    await raise([land]);
    expect(await item()).not.toHaveProperty('expiresAt');
    await store().append(`${source}_1`, settle, 1);
    expect(await item()).toMatchObject({ expiresAt: Date.parse('2028-11-25T02:00:00.000Z') / 1000 });
    expect(await item()).not.toHaveProperty('openIn');
    await store().append(`${source}_1`, { kind: 'reopen', answer: 'Chưa xong', by, at }, 2);
    expect(await item()).not.toHaveProperty('expiresAt');
  });

  it('takes nothing more but its end once its item is nearly full; the words of an amended report stay where they are', async () => {
    await raise([land]);
    const answer = 'ế'.repeat(2000);
    const progress: MatterEvent = { kind: 'progress', answer, by, at };
    const [raised] = await store().ofSource(source);
    const events = [...(raised?.events ?? []), ...Array.from({ length: 59 }, () => progress)];
    await database().db.send(
      new UpdateCommand({
        TableName: database().matters,
        Key: { pk: district, sk: `${source}_1` },
        UpdateExpression: 'SET events = :events',
        ExpressionAttributeValues: { ':events': events },
      }),
    );
    await expect(store().append(`${source}_1`, progress, 60)).rejects.toThrow(
      expect.objectContaining({ name: 'ItemFull' }),
    );
    await raise([{ ...land, severity: 'high' }]);
    expect((await store().ofSource(source))[0]?.events).toHaveLength(60);
    expect(await store().append(`${source}_1`, { ...settle, answer }, 60)).toMatchObject({ kind: 'added' });
  });
});

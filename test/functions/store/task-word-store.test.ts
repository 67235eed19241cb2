import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { type TaskId, taskIdOf } from '#shared/reports/task-id.ts';
import type { TaskWord } from '#shared/reports/task-word.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { day } from '#test/shared/samples.ts';

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  let task: TaskId;
  const store = () => taskWordStore(database().db, database().meetings);
  const word = (said: Partial<TaskWord> = {}): Omit<TaskWord, 'revision'> => ({
    ...{ task, cell: `${district}.thanh-van.thanh-binh`, kind: 'doing', by, at: '2026-11-24T02:00:00.000Z' },
    ...said,
  });

  beforeEach(() => {
    districts += 1;
    district = `viec-${districts}`;
    task = taskIdOf(`${district}.thanh-van.thanh-binh_2026-11-03_regular` as ReportId, 1);
  });

  it('appends a word to those that the writer saw, and to nothing else', async () => {
    const done = word({ kind: 'done', reason: 'Xong' });
    expect(await store().append(done, 0)).toMatchObject({ kind: 'added', stored: { revision: 1, reason: 'Xong' } });
    expect(await store().append({ ...done, at: '2026-11-24T02:00:05.000Z' }, 0)).toMatchObject({ kind: 'same' });
    expect(await store().append(word({ kind: 'dropped', reason: 'x' }), 0)).toMatchObject({
      kind: 'stale',
      stored: { kind: 'done' },
    });
    expect(await store().append(word({ kind: 'doing' }), 1)).toMatchObject({ stored: { revision: 2 } });
    expect((await store().ofUnit(district)).map(({ kind, revision }) => [kind, revision])).toEqual([
      ['done', 1],
      ['doing', 2],
    ]);
  });

  it('lets one of many who write at once be first', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map((reason) => store().append(word({ reason }), 0)));
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale']);
    expect(await store().ofUnit(district)).toHaveLength(1);
  });

  it('finds what is of a unit and below, and of no other whose name begins alike', async () => {
    const other = taskIdOf(`${district}.thanh-van-2.mot_2026-11-03_regular` as ReportId, 1);
    await store().append(word(), 0);
    await store().append(word({ task: other, cell: `${district}.thanh-van-2.mot` }), 0);
    expect((await store().ofUnit(`${district}.thanh-van`)).map((each) => each.task)).toEqual([task]);
    expect(await store().ofUnit(district)).toHaveLength(2);
  });

  it('that was handed on stays so when its words have expired, to nobody in particular', async () => {
    await store().append(
      word({ kind: 'handedOn', who: 'Bí thư', due: day('2026-12-20'), at: '2020-01-01T00:00:00.000Z' }),
      0,
    );
    const [found] = await store().ofUnit(district);
    expect(found).toMatchObject({ kind: 'handedOn', who: '', due: '2026-12-20' });
  });

  it('that cannot be read is named, and hides no other', async () => {
    await store().append(word(), 0);
    await store().append(word({ kind: 'done' }), 1);
    const pk = `${district}#tasks`;
    const { db, meetings: TableName } = database();
    await db.send(new PutCommand({ TableName, Item: { pk, sk: `task#${task}#0003`, kind: 'x' } }));
    const update = { UpdateExpression: 'SET kind = :x', ExpressionAttributeValues: { ':x': 'wrong' } };
    await db.send(new UpdateCommand({ TableName, Key: { pk, sk: `task#${task}#0001` }, ...update }));
    const { result, unreadable } = await listingUnreadable(() => store().ofUnit(district));
    expect(result.map(({ kind }) => kind)).toEqual(['done']);
    expect(unreadable.map(({ kind, name }) => [kind, name])).toEqual([
      ['task', `${task}#1`],
      ['task', `${task}#3`],
    ]);
  });
});

import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { matterItem } from '#functions/store/matter-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.hung-son.tieu-hoc';
const report = `${cell}_${today}_regular`;

it('concerns whose matters were not stored, or not corrected, are made good by the next roll-up', async () => {
  const commune = await Visitor.signedIn('hung-son');
  const second = {
    'matters[1].topic': 'MT',
    'matters[1].summary': 'Nước thải chảy ra mương chung',
    'matters[1].severity': 'high',
  };
  const sent = await commune.post('/reports', {
    csrf: await commune.csrf(),
    baseRevision: '0',
    ...meeting(cell, second),
  });
  expect(sent.status).toBe(200);
  const matter = async (number: number) => (await commune.json(`/matters/${report}_${number}`)) as TrackedMatter;
  const { id, events } = await matter(2);

  // As if the function had died between the report and its matters: one is lacking, one still says what was before.
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs).matters;
  await db.send(new DeleteCommand({ TableName, Key: { pk: 'hiep-hoa', sk: `${report}_1` } }));
  const before = events.map((event) =>
    event.kind === 'raised' ? { ...event, said: { ...event.said, severity: 'low' as const } } : event,
  );
  await db.send(new PutCommand({ TableName, Item: matterItem(matterOf(id, before)) }));
  expect((await commune.get(`/matters/${report}_1`)).status).toBe(404);

  await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
  // Numbers are not used again: what took the first may yet be spoken of.
  expect(await matter(3)).toMatchObject({ state: 'open', said: { topic: 'DD', severity: 'medium' } });
  expect(await matter(2)).toMatchObject({ said: { topic: 'MT', severity: 'high' } });
  expect((await matter(2)).events.map(({ kind }) => kind)).toEqual(['raised', 'corrected']);
});

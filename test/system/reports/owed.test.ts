import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { type Owed, owedStore } from '#functions/store/owed-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { dayAt, monthOf } from '#shared/period.ts';
import { revise } from '#shared/reports/revise.ts';
import { aReport } from '#test/shared/samples.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { settle, turnQueues } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'luc-son';
const cell = `${district}.an-lac.thon-dong`;
const by = { user: 'an-lac.luc-son', role: 'commune', unit: `${district}.an-lac` } as const;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
let board: Visitor;

beforeAll(async () => {
  await enterDistrict(
    `id;level;kind;name;type;from;to;group
${district};district;huyện;Sơn Động;;2019-03;;
${district}.an-lac;commune;xã;An Lạc;;2019-03;;
${cell};cell;;Thôn Đồng;thon;2019-03;;
`,
    [
      { user: 'luc-son', role: 'district', unit: district },
      { user: by.user, role: by.role, unit: by.unit },
    ],
  );
  board = await Visitor.signedIn('luc-son');
});

const { db, outputs } = operatorDb();
const { meetings, owed: TableName } = tablesOf(outputs);
const owed = owedStore(db, TableName);
const reported = async () => {
  const { status, text } = await board.get(`/scorecards/${district}/${thisMonth}`, { accept: 'application/json' });
  type Indicator = { readonly id: string; readonly numerator: number };
  const { indicators = [] } = status === 200 ? (JSON.parse(text) as { indicators?: readonly Indicator[] }) : {};
  return indicators.find(({ id }) => id === 'reported')?.numerator;
};

/** A change as a process left it that ended after it had written down what that owes. */
async function left(at: string, day: string): Promise<Owed & { readonly item: NonNullable<Owed['item']> }> {
  const matters = [{ topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' }] as const;
  const report = aReport({ cell, date: today, matters });
  const { facts, words } = revisionItems(revise(undefined, { state: 'submitted', report, by, at }));
  const [id, source] = [crypto.randomUUID(), `${cell}_${day}_regular`];
  const note = {
    ...{ id, district, at, raises: source },
    item: { table: 'meetings', pk: facts.pk, sk: `${source}#0001` },
    event: { kind: 'changed', at, by, of: `${source}#1`, from: '203.0.113.*', change: id },
    rollUp: { district, month: monthOf(today), official: false, commune: by.unit },
  } as const;
  await owed.note(note);
  if (day === today) {
    await db.send(new PutCommand({ TableName: meetings, Item: words }));
    await db.send(new PutCommand({ TableName: meetings, Item: facts }));
  }
  return note;
}

it('what a process left that ended after storing is on record, raised and counted; what never came leaves nothing', async () => {
  const at = minutesAgo(10);
  const came = await left(at, today);
  await left(at, '2026-01-05');
  await settle();

  const { audit } = tablesOf(outputs);
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': `${district}#${dayAt(at)}` },
  };
  const entries = async () => (await db.send(new QueryCommand({ TableName: audit, ...query }))).Items ?? [];
  const changes = (await entries()).filter(({ change }) => change !== undefined);
  expect(changes.map(({ of, change }) => [of, change])).toEqual([[`${cell}_${today}_regular#1`, came.id]]);
  const { text } = await board.get('/matters');
  expect(text).toContain('Tranh chấp ngõ đi chung');
  expect(await owed.all(district)).toMatchObject([{ id: came.id, storedAt: expect.any(String) }]);

  // Stored a good while before the roll-up begins, as it is where a queue waits for a minute.
  const { event, raises, item, ...rest } = came;
  await owed.note({ ...rest, storedAt: minutesAgo(9) });
  await settle();
  await turnQueues(65);
  await expect.poll(() => owed.all(district)).toEqual([]);
  expect(await reported()).toBe(1);
  expect((await entries()).filter(({ change }) => change !== undefined)).toHaveLength(1);
});

it('what was to be decided on a figure and never came leaves nothing either', async () => {
  const at = minutesAgo(10);
  const id = crypto.randomUUID();
  const action = `${district}.an-lac_reported_${thisMonth}`;
  await owed.note({
    ...{ id, district, at },
    item: { table: 'actions', pk: district, sk: action, events: 1 },
    event: { kind: 'changed', at, by, of: `action#${action}#1`, from: '203.0.113.*', change: id },
  });
  await settle();
  const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': district } };
  const { Items = [] } = await db.send(new QueryCommand({ TableName, ...query }));
  expect(Items.map((item) => item['id'] ?? item['sk'])).not.toContain(id);
});

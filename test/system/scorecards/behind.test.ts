import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const late = 'chậm hơn bình thường';
const units = [
  'id;level;kind;name;type;from;to;group',
  'kinh-mon;district;huyện;Kinh Môn;;2019-03;;',
  'kinh-mon.hiep-son;commune;xã;Hiệp Sơn;;2019-03;;1',
  'kinh-mon.hiep-son.an;cell;Chi bộ thôn;An;thon;2019-03;;',
].join('\n');

it('figures that no night has counted say since when, on the home and wherever they stand', async () => {
  await enterDistrict(units, [{ user: 'kinh-mon', role: 'district', unit: 'kinh-mon' }]);
  await admin('rollup', '--district', 'kinh-mon', '--month', thisMonth);
  const board = await Visitor.signedIn('kinh-mon');
  const paths = ['/', `/scorecards/kinh-mon/${thisMonth}`, `/scorecards/kinh-mon/${thisMonth}?view=matrix`];
  for (const path of paths) expect((await board.get(path)).text, path).not.toContain(late);

  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs).scorecards;
  const { Item = {} } = await db.send(new GetCommand({ TableName, Key: { pk: 'kinh-mon', sk: `${thisMonth}#live` } }));
  const scorecard = JSON.parse(brotliDecompressSync(Item['body'] as Uint8Array).toString()) as Scorecard;
  const generatedAt = new Date(Date.parse(scorecard.generatedAt) - 48 * 3_600_000).toISOString();
  const body = brotliCompressSync(JSON.stringify({ ...scorecard, generatedAt }));
  await db.send(new PutCommand({ TableName, Item: { ...Item, generatedAt, body } }));
  for (const path of paths) expect((await board.get(path)).text, path).toContain(late);
  expect(await board.json('/')).toMatchObject({ behind: generatedAt });

  await admin('rollup', '--district', 'kinh-mon', '--month', thisMonth);
  for (const path of paths) expect((await board.get(path)).text, path).not.toContain(late);
});

import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { accountListOf } from '#functions/store/account-list-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const units = [
  'id;level;kind;name;type;from;to;group',
  'phu-cu;district;huyện;Phù Cừ;;2019-03;;',
  'phu-cu.dinh-cao;commune;xã;Đình Cao;;2019-03;;1',
].join('\n');

it('where a district has no list yet, as on the day of the change, its accounts are those of the pool; then it has one', async () => {
  await enterDistrict(units, [
    { user: 'phu-cu', role: 'district', unit: 'phu-cu' },
    { user: 'phu-cu.xa', role: 'commune', unit: 'phu-cu.dinh-cao' },
  ]);
  const board = await Visitor.signedIn('phu-cu');
  const { db, outputs } = operatorDb();
  const Key = { pk: accountListOf('phu-cu'), sk: '!' };
  await db.send(new DeleteCommand({ TableName: tablesOf(outputs).cells, Key }));
  const listed = async () => (await board.get('/directory/users')).text;
  expect(await listed()).toContain('/directory/users/phu-cu.xa');
  expect(await admin('accounts')).toContain('entries of their lists were mended');
  expect(await listed()).toContain('/directory/users/phu-cu.xa');
});

import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { lastMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

const verify = () => admin('verify', '--audit', '--district', 'tan-yen');

it('an audit that was emptied is noticed, also when others have been recorded since', async () => {
  await enterForeignDistrict();
  await Visitor.signedIn('tan-yen.district');
  await admin('rollup', '--district', 'tan-yen', '--month', lastMonth); // which seals the day
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs).audit;
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `tan-yen#${today}` },
    }),
  );
  expect(Items.length).toBeGreaterThan(1);
  for (const { pk, sk } of Items) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  await expect(verify()).rejects.toThrow(/NOT WHOLE[\s\S]*entry \d+ was there when it was sealed, and is gone/);
  for (let n = 0; n <= Items.length; n += 1) await Visitor.signedIn('tan-yen.district');
  // Whoever wrote before goes on from what it remembers; others begin anew, with numbers that were sealed.
  await expect(verify()).rejects.toThrow(
    /NOT WHOLE[\s\S]*entry \d+ (is not the one that was sealed|was there when it was sealed, and is gone)/,
  );
});

import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

// Nobody else writes into its record while it is emptied.
const district = 'trong-so';
const user = `${district}.district`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Trống Sổ;;2019-03;;
${district}.xa-mot;commune;xã;Xã Một;;2019-03;;
${district}.xa-mot.thon-a;cell;Chi bộ thôn;Thôn A;thon;2019-03;;
`;

const verify = () => admin('verify', '--audit', '--district', district);

it('an audit that was emptied is noticed, also when others have been recorded since', async () => {
  await enterDistrict(units, [{ user, role: 'district', unit: district }]);
  await Visitor.signedIn(user);
  await admin('rollup', '--district', district, '--month', lastMonth); // which seals the day
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs).audit;
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${district}#${today}` },
    }),
  );
  expect(Items.length).toBeGreaterThan(1);
  for (const { pk, sk } of Items) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  await expect(verify()).rejects.toThrow(/NOT WHOLE[\s\S]*entry \d+ was there when it was sealed, and is gone/);
  for (let n = 0; n <= Items.length; n += 1) await Visitor.signedIn(user);
  // Whoever wrote before goes on from what it remembers; others begin anew, with numbers that were sealed.
  await expect(verify()).rejects.toThrow(
    /NOT WHOLE[\s\S]*entry \d+ (is not the one that was sealed|was there when it was sealed, and is gone)/,
  );
});

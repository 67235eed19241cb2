import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { digestOf } from '#shared/digest.ts';
import { addMonths } from '#shared/period.ts';
import { lastMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, Visitor } from '#test/system/visitor.ts';

/** A month of the demo that is closed, and that no other test looks at again. */
const month = addMonths(lastMonth, -7);
const verifyMonth = () => admin('verify', '--scorecard', `hiep-hoa/${month}`);
type Item = Record<string, unknown> & { readonly pk: string; readonly sk: string };

/** With credentials that no function has: no condition keeps a put from an item that is there. */
async function overwrite(
  table: 'meetings' | 'audit' | 'matters',
  was: Item,
  is: object,
): Promise<() => Promise<unknown>> {
  const { db, outputs } = operatorDb();
  const TableName = tablesOf(outputs)[table];
  await db.send(new PutCommand({ TableName, Item: { ...was, ...is } }));
  return () => db.send(new PutCommand({ TableName, Item: was }));
}

async function itemsOf(table: 'meetings' | 'audit' | 'matters', pk: string): Promise<Item[]> {
  const { db, outputs } = operatorDb();
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: tablesOf(outputs)[table],
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items as Item[];
}

function found(items: readonly Item[], fits: (item: Item) => unknown): Item {
  const item = items.find(fits);
  if (!item) throw new Error('The demo has no such item');
  return item;
}

describe('what no policy denies, a put over an item of an append-only table, is found by verify', () => {
  beforeAll(async () => {
    await admin('rollup', '--district', 'hiep-hoa', '--month', month, '--official');
  });

  it('nothing in records as they were stored', async () => {
    expect(await verifyMonth()).toContain('the same');
  });

  it.each([
    ['newest', 'not stored as it was counted'],
    ['first of several', undefined],
  ] as const)('the %s revision of a report', async (which, recounted) => {
    const reports = (await itemsOf('meetings', `hiep-hoa#${month}`)).filter(({ facts, digest }) => facts && digest);
    const idOf = ({ sk }: Item) => sk.slice(0, sk.indexOf('#'));
    const report = found(reports, (item) => {
      const { length } = reports.filter((each) => idOf(each) === idOf(item));
      return which === 'newest' ? length === 1 : length > 1;
    });
    const facts = { ...(report['facts'] as object), present: 1 };
    const restore = await overwrite('meetings', report, { facts });
    await expect(verifyMonth()).rejects.toThrow(`does not match its digest: ${idOf(report)}`);
    if (recounted) {
      await overwrite('meetings', report, { facts, digest: digestOf(facts) });
      await expect(verifyMonth()).rejects.toThrow(recounted);
    }
    await restore();
  });

  it('the words of a report', async () => {
    const [words] = await itemsOf('meetings', `hiep-hoa#${month}#text`);
    if (!words) throw new Error('The demo has no words');
    const restore = await overwrite('meetings', words, { words: { focus: 'Nội dung khác' } });
    await expect(verifyMonth()).rejects.toThrow(`The words do not match their digest: ${words.sk}`);
    await restore();
  });

  it('a revision of a visit', async () => {
    const visit = found(
      (await itemsOf('meetings', `hiep-hoa#${month}`)).toReversed(),
      ({ sk, facts }) => sk.startsWith('visit#') && (facts as { state: string }).state === 'done',
    );
    const restore = await overwrite('meetings', visit, { facts: { ...(visit['facts'] as object), state: 'dropped' } });
    await expect(verifyMonth()).rejects.toThrow('NOT THE SAME');
    await restore();
  });

  it('an event of a matter', async () => {
    const matter = found(await itemsOf('matters', 'hiep-hoa'), ({ sk }) => sk.includes(`_${month}`));
    const [first, ...others] = matter['events'] as [object, ...object[]];
    const restore = await overwrite('matters', matter, {
      events: [{ ...first, summary: 'Việc khác', at: `${month}-01T00:00:00.000Z` }, ...others],
    });
    await expect(verifyMonth()).rejects.toThrow('NOT THE SAME');
    await restore();
  });

  it('an entry of the audit', async () => {
    for (let n = 0; n < 3; n += 1) await Visitor.signedIn('district');
    const [entry] = await itemsOf('audit', `hiep-hoa#${today}`);
    if (!entry) throw new Error('Nobody signed in');
    const restore = await overwrite('audit', entry, { user: 'khac' });
    await expect(admin('verify', '--audit', '--district', 'hiep-hoa')).rejects.toThrow('entry 1 was changed');
    const { pk, sk, expiresAt, digest, ...content } = { ...entry, user: 'khac' } as Item;
    await overwrite('audit', entry, { ...content, digest: digestOf(content) });
    await expect(admin('verify', '--audit', '--district', 'hiep-hoa')).rejects.toThrow(
      'does not follow the one before',
    );
    await restore();
  });
});

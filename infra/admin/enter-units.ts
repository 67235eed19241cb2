import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { groupItem, unitItems } from '#functions/store/directory-store.ts';
import type { ReadUnits } from '#infra/admin/read-units.ts';
import { canonical } from '#shared/digest.ts';
import { districtOf } from '#shared/units.ts';

/**
 * Enters units and working groups. What is there and the same stays; a unit that is there and differs is refused, since
 * months that were judged by it would change after the fact. Only its end (`to`) may still be set.
 *
 * @returns how many units are new or now end
 * @throws {Error} naming the unit that differs; those before it are entered
 */
export async function enterUnits(
  { units, groups }: ReadUnits,
  db: DynamoDBDocumentClient,
  TableName: string,
): Promise<number> {
  let changed = 0;
  for (const unit of units) {
    const Key = { pk: districtOf(unit.id), sk: `unit#${unit.id}` };
    const { Item: stored } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const [item, ...more] = unitItems(unit);
    // What a district has chosen since is not the file's matter.
    const { choices, ...entered } = stored ?? {};
    if (stored && canonical(entered) === canonical(item)) continue;
    const { to: _, ...rest } = entered;
    if (stored && (stored['to'] !== undefined || canonical(rest) !== canonical({ ...item, to: undefined }))) {
      throw new Error(`${unit.id} is entered already and says otherwise.`);
    }
    for (const Item of [{ ...item, ...(choices && { choices }) }, ...more]) {
      await db.send(new PutCommand({ TableName, Item }));
    }
    changed += 1;
  }
  for (const [district, list] of groups) {
    for (const group of list) await db.send(new PutCommand({ TableName, Item: groupItem(district, group) }));
  }
  return changed;
}

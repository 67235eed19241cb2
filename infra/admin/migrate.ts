import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { operatorOf } from '#infra/admin/operator-record.ts';
import type { Instant } from '#shared/period.ts';
import { compareUnits, type Unit, type UnitId } from '#shared/units/units.ts';

/**
 * Brings what stands in formats that no reader knows any more into today's: directories from before units had revisions
 * (2026-11-26), an item a unit. Besides misplaced actions, all else that was ever stored is read as it is. The old items stay. Run again after a stop,
 * it goes on; where nothing is left to do it changes nothing.
 *
 * @returns for each district that was brought over, how many units it has
 */
export async function migrate(
  db: DynamoDBDocumentClient,
  TableName: string,
  directory: Pick<DirectoryStore, 'districts' | 'subtree'>,
  at: Instant,
): Promise<ReadonlyMap<UnitId, number>> {
  const brought = new Map<UnitId, number>();
  for (const district of await directory.districts()) {
    const units = await oldUnits(db, TableName, district);
    const known = new Set((await directory.subtree(district)).map(({ id }) => id));
    if (units.every(({ id }) => known.has(id))) continue;
    // Since the district's first month: what was counted then named no directory.
    const items = unitItems(units, { by: operatorOf(district), at });
    for (const item of items) await putNew(db, TableName, item);
    brought.set(district, units.length);
  }
  return brought;
}

async function oldUnits(db: DynamoDBDocumentClient, TableName: string, district: UnitId): Promise<Unit[]> {
  const units: Unit[] = [];
  for await (const { pk: _, sk: _s, ...unit } of queryItems<Unit & { readonly pk: string; readonly sk: string }>(db, {
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :old)',
    ExpressionAttributeValues: { ':pk': district, ':old': 'unit#' },
  })) {
    units.push(unit);
  }
  return units.sort(compareUnits);
}

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deleteIf } from '#functions/store/put-if.ts';
import { textOf } from '#functions/store/raw-item.ts';
import { allRaw, putRaw } from '#infra/admin/archive/raw-tables.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { districtOf } from '#shared/units/units.ts';

/**
 * Puts actions on districts' own figures where lists find them: until 2026-11-28 each stood in a partition of its own,
 * named by its id. Where somebody has acted on that figure anew meanwhile, the old one stays. Run again after a stop, it
 * goes on. It is for after a deploy: the version before still writes to the old place.
 *
 * @returns how many were put in their place
 */
export async function refileActions(
  client: DynamoDBClient,
  db: DynamoDBDocumentClient,
  TableName: string,
): Promise<number> {
  let refiled = 0;
  for await (const item of allRaw(client, TableName)) {
    const sk = textOf(item, 'sk');
    if (textOf(item, 'pk') !== sk || unitNamed(sk) === sk) continue;
    if ((await putRaw(client, TableName, { ...item, pk: { S: districtOf(unitNamed(sk)) } })) === 'other') continue;
    const seen = item['events']?.L?.length ?? 0;
    const remove = {
      TableName,
      Key: { pk: sk, sk },
      ConditionExpression: 'size(events) = :seen',
      ExpressionAttributeValues: { ':seen': seen },
    };
    if (await deleteIf(db, remove)) refiled += 1;
  }
  return refiled;
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directoryStore, type ParentUnit, parentItems } from '#functions/store/directory-store.ts';
import { putIf } from '#functions/store/put-if.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import { canonical } from '#shared/digest.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * Enters a unit above districts, or above other such units, on the record of each. Entering it again may add children but
 * removes none: months that were already merged would change.
 *
 * @throws {Error} naming children that are not in the directory, are named twice, have another parent, stand above the
 *   parent, or would be removed; then nothing is entered
 */
export async function enterParent(
  parent: ParentUnit,
  db: DynamoDBDocumentClient,
  TableName: string,
  record: OperatorRecord,
): Promise<void> {
  const directory = directoryStore(db, TableName);
  const { id, children } = parent;
  const refuse = (why: string, units: readonly UnitId[]) => {
    if (units.length > 0) throw new Error(`${why}: ${units.join(', ')}.`);
  };
  const districts = new Set(await directory.districts());
  const [known, above] = await Promise.all([
    Promise.all(children.map(async (child) => districts.has(child) || (await directory.parent(child)) !== undefined)),
    Promise.all(children.map((child) => directory.above(child))),
  ]);
  const stored = await directory.parent(id);
  refuse('A district itself', districts.has(id) ? [id] : []);
  refuse(
    'Not in the directory',
    children.filter((_, at) => !known[at]),
  );
  refuse(
    'Named twice',
    children.filter((child, at) => children.indexOf(child) < at),
  );
  refuse(
    'Stands elsewhere',
    children.filter((_, at) => above[at] !== undefined && above[at] !== id),
  );
  refuse('Stands above', await ancestorsAmong(children, id, directory));
  refuse('Would be lost', stored?.children.filter((child) => !children.includes(child)) ?? []);

  const isWhole = above.every((each) => each === id);
  if (isWhole && stored && canonical(stored) === canonical(parent)) return;
  // On the record of each unit below: a parent has no district's account that could read its own.
  for (const child of children) await record(child, 'directory', `parent ${id}`);
  for (const Item of parentItems(parent)) {
    const entered = await putIf(db, {
      TableName,
      Item,
      ConditionExpression: 'attribute_not_exists(sk) OR parent = :parent OR size(children) = :seen',
      ExpressionAttributeValues: { ':parent': id, ':seen': stored?.children.length ?? 0 },
    });
    if (!entered) throw new Error(`Somebody else entered ${id} at the same time: look, and enter it again.`);
  }
}

/** Finds the children that are the parent itself or stand above it: they would make a circle. */
async function ancestorsAmong(
  children: readonly UnitId[],
  id: UnitId,
  directory: Pick<ReturnType<typeof directoryStore>, 'above'>,
): Promise<UnitId[]> {
  const found: UnitId[] = [];
  for (let unit: UnitId | undefined = id; unit !== undefined; unit = await directory.above(unit)) {
    if (children.includes(unit)) found.push(unit);
  }
  return found;
}

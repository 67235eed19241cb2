import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import { type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { isText, isWhole, listOf, optional, shape } from '#shared/input/shape.ts';
import { type Drawing, isSameDrawing } from '#shared/units/shapes/unit-shape.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Outlines as they were given for a district. */
interface ShapesRevision extends Drawing, Authorship {
  readonly district: UnitId;
  readonly revision: number;
  readonly reason?: string;
}

export type ShapeStore = ReturnType<typeof shapeStore>;

/** Keeps the outlines that were given for a district's communes, append-only, in the district's partition. */
export function shapeStore(db: DynamoDBDocumentClient, TableName: string) {
  const queryOf = (district: UnitId) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': district, ':prefix': 'shapes#' },
  });

  async function newest(district: UnitId): Promise<ShapesRevision | undefined> {
    const query = { ...queryOf(district), ConsistentRead: true, ScanIndexForward: false, Limit: 1 };
    for await (const item of queryItems<Item>(db, query, (each) => each)) return sound(item, revisions);
    return undefined;
  }

  return {
    newest,

    /** Every revision, oldest first. */
    async all(district: UnitId): Promise<ShapesRevision[]> {
      const found: ShapesRevision[] = [];
      for await (const each of soundItems(db, queryOf(district), revisions)) found.push(each);
      return found;
    },

    /** Appends a drawing to the revision that the writer saw, `base`. */
    async append(
      district: UnitId,
      { width, height, shapes }: Drawing,
      base: number,
      { by, at, reason }: Authorship & { readonly reason?: string },
    ): Promise<AppendOutcome<ShapesRevision>> {
      const said = { width, height, shapes };
      return appendRevision({
        base,
        newest: () => newest(district),
        saysTheSame: (each) => isSameDrawing(each, said),
        next: () => ({ district, ...said, revision: base + 1, by, at, ...(reason && { reason }) }),
        put: (stored) => putNew(db, TableName, itemOf(stored)),
      });
    },
  };
}

function itemOf(revision: ShapesRevision): Item {
  return { pk: revision.district, sk: `shapes#${String(revision.revision).padStart(4, '0')}`, ...revision };
}

const isShapes = shape({
  ...revised,
  district: isUnit,
  width: isWhole(1, 10_000),
  height: isWhole(1, 10_000),
  shapes: listOf(shape({ unit: isUnit, path: isPath, x: isWhole(0, 10_000), y: isWhole(0, 10_000) })),
  reason: optional(isText),
});

/** A path goes into a page as it is. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && /^[Mlz\d -]+$/.test(value);
}

const revisions: Reading<ShapesRevision> = {
  kind: 'shapes',
  read: ({ pk, sk, ...revision }) => revision as unknown as ShapesRevision,
  isSound: (revision, { pk, sk }) => {
    const own = isShapes(revision) ? itemOf(revision) : undefined;
    return own?.pk === pk && own.sk === sk;
  },
};

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import type { Actor } from '#shared/access/session.ts';
import {
  type FileOpening,
  type FilePlace,
  type GuidanceFile,
  type GuidanceFileId,
  parseGuidanceFileId,
  placeKey,
} from '#shared/guidance/guidance-file.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

interface Withdrawal {
  readonly file: GuidanceFileId;
  readonly by: Actor;
  readonly at: Instant;
}

/** Where the bucket has a document's content. */
export const fileObjectKey = (district: UnitId, id: GuidanceFileId) => `files/${district}/${id}`;

/** How the sort keys of documents begin. */
export const FILE_PREFIX = 'guidance-file#';

export type GuidanceFileStore = ReturnType<typeof guidanceFileStore>;

/** Keeps which documents a district has published and who has opened them; a bucket holds their content. */
export function guidanceFileStore(db: DynamoDBDocumentClient, TableName: string) {
  async function startingWith<Item>(pk: UnitId, prefix: string): Promise<Item[]> {
    const found: Item[] = [];
    for await (const item of queryItems<Record<string, unknown>>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    })) {
      found.push(withoutKeys(item));
    }
    return found;
  }

  async function get(pk: UnitId, sk: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item && readable(Item);
  }

  return {
    /** The files of a month, or of a piece of the library, that were not withdrawn, oldest first. */
    async of(district: UnitId, place: Month | FilePlace): Promise<GuidanceFile[]> {
      const key = keyOf(place);
      const [files, withdrawn] = await Promise.all([
        startingWith<GuidanceFile>(district, `${FILE_PREFIX}${key}_`),
        startingWith<Withdrawal>(district, `withdrawn-file#${key}_`),
      ]);
      const gone = new Set(withdrawn.map(({ file }) => file));
      return files.filter(({ id }) => !gone.has(id)).sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    /** A file that was not withdrawn. */
    async find(district: UnitId, id: GuidanceFileId): Promise<GuidanceFile | undefined> {
      if (!parseGuidanceFileId(id)) return undefined;
      const [file, withdrawn] = await Promise.all([
        get(district, `${FILE_PREFIX}${id}`),
        get(district, `withdrawn-file#${id}`),
      ]);
      return file && !withdrawn ? withoutKeys(file) : undefined;
    },

    /** Publishes a file; doing it again changes nothing. */
    async add(district: UnitId, file: GuidanceFile, before?: Before<GuidanceFile>): Promise<boolean> {
      return putChange(db, TableName, { stored: file, Item: guidanceFileItem(district, file), table: 'cells', before });
    },

    /** Withdraws a file, so that nobody sees it; who published it stays on record. */
    async withdraw(district: UnitId, stored: Withdrawal, before?: Before<Withdrawal>): Promise<boolean> {
      const Item = { pk: district, sk: `withdrawn-file#${stored.file}`, ...stored };
      return putChange(db, TableName, { stored, Item, table: 'cells', before });
    },

    /** Who has opened which file of a month or a piece. */
    async openings(district: UnitId, place: Month | FilePlace): Promise<FileOpening[]> {
      return startingWith(district, `opened-file#${keyOf(place)}_`);
    },

    /** Records that somebody has opened a file; the first time stays. */
    async open(district: UnitId, opening: FileOpening): Promise<void> {
      await putNew(db, TableName, fileOpeningItem(district, opening));
    },
  };
}

/** The item of a file, for code that fills a table. */
export function guidanceFileItem(district: UnitId, file: GuidanceFile): Record<string, unknown> {
  return { pk: district, sk: `${FILE_PREFIX}${file.id}`, ...file };
}

export function fileOpeningItem(district: UnitId, opening: FileOpening): Record<string, unknown> {
  const reader = opening.group === undefined ? opening.unit : `group-${opening.group}`;
  return { pk: district, sk: `opened-file#${opening.file}#${reader}`, ...opening };
}

function keyOf(place: Month | FilePlace): string {
  return typeof place === 'string' ? place : placeKey(place);
}

function withoutKeys<T>({ pk, sk, ...rest }: Record<string, unknown>): T {
  return rest as T;
}

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import {
  type FileOpening,
  type GuidanceFile,
  type GuidanceFileId,
  parseGuidanceFileId,
} from '#shared/guidance-file.ts';
import type { Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units.ts';

export type GuidanceFileStore = ReturnType<typeof guidanceFileStore>;

/** Keeps which documents a district has published and who has opened them; the documents themselves lie in a bucket. */
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

  return {
    /** The files of a month, the oldest first. */
    async ofMonth(district: UnitId, month: Month): Promise<GuidanceFile[]> {
      const files = await startingWith<GuidanceFile>(district, `guidance-file#${month}_`);
      return files.sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    async find(district: UnitId, id: GuidanceFileId): Promise<GuidanceFile | undefined> {
      if (!parseGuidanceFileId(id)) return undefined;
      const Key = { pk: district, sk: `guidance-file#${id}` };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && withoutKeys(Item);
    },

    /** Publishes a file; done again it changes nothing. */
    async add(district: UnitId, file: GuidanceFile): Promise<void> {
      await putNew(db, TableName, guidanceFileItem(district, file));
    },

    /** Who has opened which file of a month. */
    async openings(district: UnitId, month: Month): Promise<FileOpening[]> {
      return startingWith(district, `opened-file#${month}_`);
    },

    /** Notes that somebody has opened a file; the first time stays. */
    async open(district: UnitId, opening: FileOpening): Promise<void> {
      await putNew(db, TableName, fileOpeningItem(district, opening));
    },
  };
}

/** The item of a file, for whoever fills a table. */
export function guidanceFileItem(district: UnitId, file: GuidanceFile): Record<string, unknown> {
  return { pk: district, sk: `guidance-file#${file.id}`, ...file };
}

export function fileOpeningItem(district: UnitId, opening: FileOpening): Record<string, unknown> {
  const reader = opening.group === undefined ? opening.unit : `group-${opening.group}`;
  return { pk: district, sk: `opened-file#${opening.file}#${reader}`, ...opening };
}

function withoutKeys<T>({ pk, sk, ...rest }: Record<string, unknown>): T {
  return rest as T;
}

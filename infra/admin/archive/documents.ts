import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { FILE_PREFIX, fileObjectKey } from '#functions/store/guidance-file-store.ts';
import { type RawItem, textOf } from '#functions/store/raw-item.ts';
import { fileDigest, fileNameOf, readPart } from '#infra/admin/archive/part-files.ts';
import { type FileType, fileTypes } from '#shared/guidance/file-content.ts';

/** The part that lists the documents' files, which stand in a folder of that name, each called by its digest. */
export const DOCUMENTS = 'documents';

/** Where a document is in the bucket, and which of the archive's files it is. */
interface ListedDocument {
  readonly key: string;
  readonly media: string;
  /** Absent: the bucket did not have it. */
  readonly sha256?: string;
}

/** The document that an item of the directory's table names; `undefined` for other items. */
export function documentOf(item: RawItem): Pick<ListedDocument, 'key' | 'media'> | undefined {
  if (!textOf(item, 'sk').startsWith(FILE_PREFIX)) return undefined;
  const media = fileTypes[textOf(item, 'type') as FileType]?.media ?? 'application/octet-stream';
  return { key: fileObjectKey(textOf(item, 'pk'), textOf(item, 'id')), media };
}

/** The bucket as the operator reaches it. */
export function documentBucket(Bucket: string) {
  const s3 = new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined });
  return {
    /** @returns `undefined` if it is not there: who may not list the bucket is answered 403 */
    async get(Key: string): Promise<Uint8Array | undefined> {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isAnswer(error, 403) || isAnswer(error, 404)) return undefined;
        throw error;
      }
    },

    /** Puts an object where there is none. */
    async put(Key: string, ContentType: string, Body: Uint8Array): Promise<void> {
      try {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: '*' }));
      } catch (error) {
        if (!isAnswer(error, 412)) throw error;
      }
    },
  };
}

type Bucket = ReturnType<typeof documentBucket>;

/** Copies documents into an archive's folder, and says where each was. */
export async function* takeDocuments(
  folder: string,
  documents: readonly Pick<ListedDocument, 'key' | 'media'>[],
  bucket: Pick<Bucket, 'get'>,
): AsyncGenerator<ListedDocument & { readonly bytes?: number }> {
  await mkdir(join(folder, DOCUMENTS), { mode: 0o700 });
  for (const document of documents) {
    const content = await bucket.get(document.key);
    if (!content) {
      yield document;
      continue;
    }
    const sha256 = createHash('sha256').update(content).digest('hex');
    await writeFile(join(folder, DOCUMENTS, sha256), content, { mode: 0o600 });
    yield { ...document, sha256, bytes: content.length };
  }
}

/** Puts an archive's documents into the bucket. @returns how many */
export async function giveDocuments(folder: string, bucket: Pick<Bucket, 'put'>): Promise<number> {
  let count = 0;
  for await (const { key, media, sha256 } of listedIn(folder)) {
    if (!sha256) continue;
    await bucket.put(key, media, await readFile(join(folder, DOCUMENTS, sha256)));
    count += 1;
  }
  return count;
}

/** The documents of an archive whose files are missing or are not what the list says, one sentence each. */
export async function brokenDocuments(folder: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const { key, sha256 } of listedIn(folder)) {
    if (!sha256) continue;
    const file = join(folder, DOCUMENTS, sha256);
    if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(file)) faults.push(`The document ${key} is missing.`);
    else if ((await fileDigest(file)) !== sha256) faults.push(`The document ${key} does not match its digest.`);
  }
  return faults;
}

async function* listedIn(folder: string): AsyncGenerator<ListedDocument> {
  for await (const line of readPart(join(folder, fileNameOf(DOCUMENTS)))) yield JSON.parse(line) as ListedDocument;
}

function isAnswer(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type ArchivePart, archiveParts, beginningsOf, isAbove, ownerOf } from '#functions/store/archive-parts.ts';
import { hasExpired, lineOf, type RawItem, textOf } from '#functions/store/raw-item.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { DOCUMENTS, type documentBucket, documentOf, takeDocuments } from '#infra/admin/archive/documents.ts';
import { ACCOUNTS, type ListedPart } from '#infra/admin/archive/manifest.ts';
import { fileNameOf, writePart } from '#infra/admin/archive/part-files.ts';
import { allRaw, partitionRaw } from '#infra/admin/archive/raw-tables.ts';
import type { Account } from '#shared/access/accounts.ts';
import { canonical } from '#shared/digest.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Which items go into an archive. */
interface Scope {
  /** Absent: all. */
  readonly roots?: ReadonlySet<UnitId>;
  readonly users: ReadonlySet<string>;
}

interface Source {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
  readonly bucket: Pick<ReturnType<typeof documentBucket>, 'get'>;
}

/**
 * Writes the files of an archive, one after another, in the order that `archiveParts` gives reasons for.
 *
 * @returns what was written, and the keys of documents that the bucket does not have
 */
export async function writeParts(folder: string, scope: Scope, accounts: readonly Account[], source: Source) {
  const parts: ListedPart[] = [];
  const write = async (name: string, says: string, lines: AsyncIterable<string>) => {
    const file = fileNameOf(name);
    parts.push({ name, file, says, ...(await writePart(join(folder, file), lines)) });
  };
  const documents: NonNullable<ReturnType<typeof documentOf>>[] = [];
  const few = new Map(archiveParts.filter(({ withPrevious }) => withPrevious).map((part) => [part, [] as string[]]));
  const see = (item: RawItem, of: ArchivePart) => {
    const document = of.name === 'cells' ? documentOf(item) : undefined;
    if (document) documents.push(document);
    for (const [part, lines] of few) {
      if (part.table === of.table && part.holds(textOf(item, 'pk'))) lines.push(lineOf(item));
    }
  };
  for (const part of archiveParts) {
    const lines = few.get(part);
    // Once it is written: a later pass over the table finds the same items again.
    few.delete(part);
    await write(part.name, part.says, lines ? streamOf(lines) : linesOf(part, scope, source, see));
  }
  const entered = accounts.map(({ mustChoose, asksForCode, ...account }) => canonical(account));
  await write(ACCOUNTS, 'accounts: name, role, unit, address; no password and no second factor', streamOf(entered));
  const lost: string[] = [];
  async function* documentLines() {
    for await (const document of takeDocuments(folder, documents, source.bucket)) {
      if (!document.sha256) lost.push(document.key);
      yield canonical(document);
    }
  }
  await write(DOCUMENTS, 'documents beside guidance, each a file called by its digest', documentLines());
  return { parts, lost };
}

/** The lines of a part, without what has expired. */
async function* linesOf(
  part: ArchivePart,
  scope: Scope,
  source: Source,
  see: (item: RawItem, of: ArchivePart) => void,
): AsyncGenerator<string> {
  for await (const item of itemsOf(part, scope, source)) {
    if (hasExpired(item, Date.now()) || !isIn(part, item, scope)) continue;
    see(item, part);
    if (part.holds(textOf(item, 'pk'))) yield lineOf(item);
  }
}

async function* itemsOf({ table, partition }: ArchivePart, { roots }: Scope, { client, tables }: Source) {
  const districts = [...(roots ?? [])];
  if (roots && partition) {
    for (const district of districts) yield* partitionRaw(client, tables[table], partition(district));
    return;
  }
  const beginnings = districts.map((district) => beginningsOf(table, district));
  yield* allRaw(client, tables[table], beginnings[0] && beginnings.flatMap((each) => each ?? []));
}

function isIn({ table }: ArchivePart, item: RawItem, { roots, users }: Scope): boolean {
  const owner = ownerOf(table, item);
  if ('user' in owner) return users.has(owner.user);
  return !roots || (roots.has(owner.root) && !(table === 'cells' && isAbove(item)));
}

async function* streamOf<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { type ArchivePart, archiveParts, isAbove, ownerOf } from '#functions/store/archive-parts.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { hasExpired, lineOf, type RawItem, textOf } from '#functions/store/raw-item.ts';
import type { TableNames } from '#functions/store/tables.ts';
import { DOCUMENTS, type documentBucket, documentOf, takeDocuments } from '#infra/admin/archive/documents.ts';
import { ACCOUNTS, ARCHIVE_FORMAT, type ListedPart, MANIFEST, type Manifest } from '#infra/admin/archive/manifest.ts';
import { fileDigest, fileNameOf, writePart } from '#infra/admin/archive/part-files.ts';
import { allRaw } from '#infra/admin/archive/raw-tables.ts';
import { runTar } from '#infra/admin/archive/tar.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import type { Account } from '#shared/access/accounts.ts';
import { canonical } from '#shared/digest.ts';
import { rootsBefore } from '#shared/units/lineage.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface ExportDeps {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
  readonly directory: Pick<DirectoryStore, 'districts' | 'subtree'>;
  readonly accounts: Pick<Accounts, 'everywhere'>;
  readonly bucket: Pick<ReturnType<typeof documentBucket>, 'get'>;
  readonly record: OperatorRecord;
}

interface Choice {
  /** One district, with those in which its predecessors stood; without it, all that there is. */
  readonly district?: UnitId;
  /** A folder that is not there yet, or a file whose name ends in `.tar`. */
  readonly to: string;
  readonly by: string;
  readonly stage: string;
}

/** Which items go into an archive. */
interface Scope {
  /** Absent: all. */
  readonly roots?: ReadonlySet<UnitId>;
  readonly users: ReadonlySet<string>;
}

/**
 * Writes an archive of what is stored, while people go on working. Each district's audit says that it was exported, and
 * when it is done, with which digest.
 *
 * @returns sentences for the operator
 * @throws {Error} for a district that was never entered, or a place that is taken
 */
export async function exportArchive({ district, to, by, stage }: Choice, deps: ExportDeps): Promise<string> {
  if (existsSync(to)) throw new Error(`${to} is there already: name another place.`);
  const isTar = to.endsWith('.tar');
  const folder = isTar ? `${to}.parts` : to;
  const districts = await districtsOf(district, deps.directory);
  for (const each of districts) await deps.record(each, 'exported', 'archive');
  await mkdir(folder, { mode: 0o700 });
  const begunAt = new Date().toISOString();
  const accounts = await accountsOf(districts, district === undefined, deps.accounts);
  const scope = {
    ...(district !== undefined && { roots: new Set(districts) }),
    users: new Set(accounts.map(({ user }) => user)),
  };
  const { parts, lost } = await writeParts(folder, scope, accounts, deps);
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    lines: 'JSON Lines in UTF-8, compressed by gzip; an item a line in the format of DynamoDB’s own exports',
    ...{ by, stage, begunAt, endedAt: new Date().toISOString(), whole: district === undefined, districts, parts },
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  const sums = parts.map(({ file, sha256 }) => `${sha256}  ${file}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''), { mode: 0o600 });
  const digest = await fileDigest(join(folder, MANIFEST));
  if (isTar) {
    await runTar('-cf', resolve(to), '-C', resolve(folder), '.');
    await rm(folder, { recursive: true });
  }
  for (const each of districts) await deps.record(each, 'exported', `archive ${digest}`);
  return said(to, manifest, digest, lost);
}

async function districtsOf(
  district: UnitId | undefined,
  directory: ExportDeps['directory'],
): Promise<readonly UnitId[]> {
  const entered = await directory.districts();
  if (district === undefined) return entered;
  if (!entered.includes(district)) throw new Error(`${district} is no district that was entered.`);
  const found = new Set<UnitId>();
  const waiting = [district];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...rootsBefore(await directory.subtree(next)));
  }
  return [...found].sort();
}

async function accountsOf(
  districts: readonly UnitId[],
  all: boolean,
  accounts: ExportDeps['accounts'],
): Promise<readonly Account[]> {
  const found: Account[] = [];
  for await (const account of accounts.everywhere()) {
    if (all || districts.includes(districtOf(account.unit))) found.push(account);
  }
  return found;
}

async function writeParts(folder: string, scope: Scope, accounts: readonly Account[], deps: ExportDeps) {
  const parts: ListedPart[] = [];
  const write = async (name: string, says: string, lines: AsyncIterable<string>) => {
    const file = fileNameOf(name);
    parts.push({ name, file, says, ...(await writePart(join(folder, file), lines)) });
  };
  const documents: NonNullable<ReturnType<typeof documentOf>>[] = [];
  for (const part of archiveParts) {
    await write(
      part.name,
      part.says,
      linesOf(part, scope, deps, (item) => documents.push(...listed(documentOf(item)))),
    );
  }
  const accountLines = accounts.map(({ mustChoose, asksForCode, ...account }) => canonical(account));
  await write(
    ACCOUNTS,
    'accounts: name, role, unit, address; no password and no second factor',
    streamOf(accountLines),
  );
  const lost: string[] = [];
  async function* documentLines() {
    for await (const document of takeDocuments(folder, documents, deps.bucket)) {
      if (!document.sha256) lost.push(document.key);
      yield canonical(document);
    }
  }
  await write(DOCUMENTS, 'documents beside guidance, each a file called by its digest', documentLines());
  return { parts, lost };
}

/** The lines of a part, without what has expired. */
async function* linesOf(
  { table, holds }: ArchivePart,
  scope: Scope,
  { client, tables }: Pick<ExportDeps, 'client' | 'tables'>,
  see: (item: RawItem) => void,
): AsyncGenerator<string> {
  for await (const item of allRaw(client, tables[table])) {
    if (!holds(textOf(item, 'pk')) || hasExpired(item, Date.now())) continue;
    const owner = ownerOf(table, item);
    const isIn = 'user' in owner ? scope.users.has(owner.user) : (scope.roots?.has(owner.root) ?? true);
    if (!isIn || (scope.roots && table === 'cells' && isAbove(item))) continue;
    if (table === 'cells') see(item);
    yield lineOf(item);
  }
}

function said(to: string, { parts, districts, begunAt, endedAt }: Manifest, digest: string, lost: readonly string[]) {
  const items = parts.reduce((sum, part) => sum + part.items, 0);
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(begunAt)) / 1000);
  return [
    `${to}: ${districts.join(', ') || 'no district'}; ${items} items, ${bytes} bytes of tables, in ${seconds} s.`,
    `Digest of the manifest: ${digest}`,
    'It holds personal data and words in the clear: encrypt it before it leaves this machine.',
    ...lost.map((key) => `Not in the bucket: ${key}`),
  ].join('\n');
}

async function* streamOf<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

function listed<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

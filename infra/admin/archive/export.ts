import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Accounts } from '#functions/cognito/accounts.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { TableNames } from '#functions/store/tables.ts';
import type { documentBucket } from '#infra/admin/archive/documents.ts';
import { ARCHIVE_FORMAT, MANIFEST, type Manifest } from '#infra/admin/archive/manifest.ts';
import { fileDigest } from '#infra/admin/archive/part-files.ts';
import { runTar } from '#infra/admin/archive/tar.ts';
import { writeParts } from '#infra/admin/archive/write-parts.ts';
import type { Account } from '#shared/access/accounts.ts';
import type { AuditKind } from '#shared/access/audit.ts';
import { rootsBefore } from '#shared/units/lineage.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** The file that is being packed, among its own parts. */
const PACKED = 'packed.tar';

export interface ExportDeps {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
  readonly directory: Pick<DirectoryStore, 'districts' | 'subtree'>;
  readonly accounts: Pick<Accounts, 'everywhere'>;
  readonly bucket: Pick<ReturnType<typeof documentBucket>, 'get'>;
  /** Puts what was done on a district's record. */
  readonly record: (district: UnitId, kind: AuditKind, of: string) => Promise<void>;
}

interface Choice {
  /** One district, with those in which its predecessors stood; without it, all that there is. */
  readonly district?: UnitId;
  /** A folder that is not there yet, or a file whose name ends in `.tar`. */
  readonly to: string;
  readonly by: string;
  readonly stage: string;
}

/**
 * Writes an archive of what is stored, while people go on working. Each district's audit says that it was exported, and
 * when it is done, with which digest.
 *
 * @returns sentences for the operator
 * @throws {Error} for a district that was never entered, or a place that is taken
 */
export async function exportArchive(choice: Choice, deps: ExportDeps): Promise<string> {
  const { district, to } = choice;
  const isTar = to.endsWith('.tar');
  if (existsSync(to)) throw new Error(`${to} is there already: name another place.`);
  const folder = `${to}.parts`;
  // A kill leaves what looks like an export that is under way: only a person can tell them apart.
  if (existsSync(folder)) {
    throw new Error(
      `${folder} is there already: half an archive, of an export that was killed or is under way. If none is, delete it, and give the command again.`,
    );
  }
  const districts = await districtsOf(district, deps.directory);
  await mkdir(folder, { mode: 0o700 });
  try {
    return await writeArchive(choice, { folder, districts, isTar }, deps);
  } catch (error) {
    // Half an archive is nobody's, holds what others must not read, and would be in the way of the next.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Place {
  readonly folder: string;
  readonly districts: readonly UnitId[];
  readonly isTar: boolean;
}

async function writeArchive(
  { district, to, by, stage }: Choice,
  { folder, districts, isTar }: Place,
  deps: ExportDeps,
): Promise<string> {
  for (const each of districts) await deps.record(each, 'exported', 'archive');
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
  // What stands at its place is whole.
  if (isTar) {
    const packed = join(folder, PACKED);
    // `tar` would make it readable for everybody on the machine.
    await writeFile(packed, '', { mode: 0o600, flag: 'wx' });
    await runTar('-cf', resolve(packed), `--exclude=./${PACKED}`, '-C', resolve(folder), '.');
    await rename(packed, to);
    await rm(folder, { recursive: true });
  } else await rename(folder, to);
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

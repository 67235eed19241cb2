import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { archiveParts, isDistrictEntry } from '#functions/store/archive-parts.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { hasExpired, itemIn, type RawItem, textOf } from '#functions/store/raw-item.ts';
import type { TableKey, TableNames } from '#functions/store/tables.ts';
import { accountsIn, giveAccounts, type Sheet, takenNames } from '#infra/admin/archive/accounts.ts';
import { type documentBucket, giveDocuments } from '#infra/admin/archive/documents.ts';
import { ACCOUNTS, type OpenArchive } from '#infra/admin/archive/manifest.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import {
  carriedOut,
  type NewerPurges,
  type PastPurge,
  type PurgeStores,
  purgeAgain,
  purgesInAudit,
  sayPurged,
} from '#infra/admin/archive/purges.ts';
import { forEachAtOnce, isEmpty, partitionRaw, putRaw } from '#infra/admin/archive/raw-tables.ts';
import type { AuditKind } from '#shared/access/audit.ts';
import type { UnitId } from '#shared/units/units.ts';

export interface RestoreDeps {
  readonly client: DynamoDBClient;
  readonly tables: TableNames;
  readonly accounts: Pick<Accounts, 'find' | 'isTaken' | 'add' | 'disable'>;
  readonly bucket: Pick<ReturnType<typeof documentBucket>, 'put'>;
  readonly purging: PurgeStores;
  readonly directory: Pick<DirectoryStore, 'subtree'>;
  /** Makes the districts' lists of accounts. @returns what to tell the operator */
  readonly listAccounts: () => Promise<string>;
  /** Puts what was done on a district's record. */
  readonly record: (district: UnitId, kind: AuditKind, of: string) => Promise<void>;
}

interface Choice {
  /** Purges that are newer than the archive. */
  readonly newer: NewerPurges;
  readonly sheet: Omit<Sheet, 'units'>;
}

const AT_ONCE = 16;

/**
 * What is owed comes after what changes stored and after the audit: a note whose change is not there yet would be
 * thrown away, and one that is paid writes into the audit.
 */
const order: readonly string[] = ['audit', 'owed'];
const writingOrder = archiveParts.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));

/**
 * Puts an archive into an empty system, or a district's beside others. Its digests were checked when it was opened. A
 * command that was killed is given again: what is there already stays. Districts are listed last, so that nothing is
 * counted before all is there, and nobody signs in.
 *
 * @returns sentences for the operator; what is official is still to be verified
 * @throws {Error} if the place is not empty, before anything is written
 */
export async function restoreArchive(archive: OpenArchive, choice: Choice, deps: RestoreDeps): Promise<string[]> {
  const { manifest, digest, fileOf } = archive;
  const accounts = await accountsIn(fileOf(ACCOUNTS));
  const begun = await takePlace(archive, deps);
  const taken = await takenNames(accounts, deps.accounts);
  if (taken.length > 0)
    throw new Error(`Accounts of others have these names: ${taken.join(', ')}. Nothing was written.`);
  const said = [begun ? `${begun === 'tables' ? 'The tables were written before' : 'Continued'}.` : ''].filter(Boolean);
  if (begun !== 'tables') {
    await mark(digest, 'begun', deps);
    said.push(...(await writeTables(archive, choice.newer, deps)));
    for (const each of manifest.districts) await deps.record(each, 'restored', `archive ${digest}`);
    // From here on people and roll-ups may change what is there: it is not written again.
    await mark(digest, 'tables', deps);
  }
  for await (const item of itemsIn(fileOf('cells'))) if (isDistrictEntry(item)) await put('cells', item, deps);
  const units = (await Promise.all(manifest.districts.map((district) => deps.directory.subtree(district)))).flat();
  const added = await giveAccounts(accounts, { ...choice.sheet, units }, deps.accounts);
  const listed = await deps.listAccounts();
  await unmark(deps);
  const sheet = added > 0 ? `, valid for 7 days: ${choice.sheet.path}` : '';
  return [...said, `${added} accounts with one-time passwords${sheet}.`, listed];
}

/** Writes all but what lists the districts, and takes out again what had been taken out. */
async function writeTables(
  { manifest, folder, fileOf }: OpenArchive,
  newer: NewerPurges,
  deps: RestoreDeps,
): Promise<string[]> {
  const past: PastPurge[] = [...newer.past];
  const steps: RawItem[] = [...newer.steps];
  let items = 0;
  for (const { name, table } of writingOrder) {
    await forEachAtOnce(itemsIn(fileOf(name)), AT_ONCE, async (item) => {
      if (name === 'purges') steps.push(item);
      if (name === 'audit') past.push(...purgesInAudit(item));
      if (table === 'cells' && isDistrictEntry(item)) return;
      // Not `items += await`: that takes the number before it waits, and sixteen wait at once.
      const isNew = await put(table, item, deps);
      items += isNew;
    });
  }
  for (const step of newer.steps) items += await put('meetings', step, deps);
  const documents = await giveDocuments(folder, deps.bucket);
  const purged = await purgeAgain([...carriedOut(steps), ...past], deps.purging);
  return [`${manifest.districts.join(', ')}: ${items} items and ${documents} documents written.`, ...sayPurged(purged)];
}

async function put(table: TableKey, item: RawItem, { client, tables }: RestoreDeps): Promise<0 | 1> {
  const outcome = await putRaw(client, tables[table], item);
  if (outcome !== 'other') return outcome === 'put' ? 1 : 0;
  throw new Error(`Another item stands in ${table} at ${textOf(item, 'pk')} ${textOf(item, 'sk')}.`);
}

/** The items of a part that have not expired since. */
async function* itemsIn(file: string): AsyncGenerator<RawItem> {
  for await (const line of readPart(file)) {
    const item = itemIn(line);
    if (!hasExpired(item, Date.now())) yield item;
  }
}

/** Stands beside what is owed while an archive is being restored. */
const MARK = { pk: { S: 'restoring' }, sk: { S: 'archive' } };

/** How far a restore has come. */
type Begun = 'begun' | 'tables';

/** @returns how far this very archive was restored before a kill */
async function takePlace(
  { manifest, digest }: OpenArchive,
  { client, tables }: RestoreDeps,
): Promise<Begun | undefined> {
  const { Item } = await client.send(new GetItemCommand({ TableName: tables.owed, Key: MARK, ConsistentRead: true }));
  const begun = Item?.['digest']?.S;
  if (begun === digest) return (Item?.['done']?.S ?? 'begun') as Begun;
  if (begun) throw new Error(`Another archive is being restored here, with the digest ${begun}. Nothing was written.`);
  for (const [key, name] of Object.entries(tables) as [TableKey, string][]) {
    if (!manifest.whole || key === 'transient') continue;
    if (!(await isEmpty(client, name))) throw new Error(`${name} is not empty. Nothing was written.`);
  }
  const there: UnitId[] = [];
  for (const district of manifest.districts) {
    for await (const _ of partitionRaw(client, tables.cells, district)) {
      there.push(district);
      break;
    }
  }
  if (there.length > 0) throw new Error(`There already: ${there.join(', ')}. Nothing was written.`);
  return undefined;
}

async function mark(digest: string, done: Begun, { client, tables }: RestoreDeps): Promise<void> {
  await client.send(
    new PutItemCommand({ TableName: tables.owed, Item: { ...MARK, digest: { S: digest }, done: { S: done } } }),
  );
}

async function unmark({ client, tables }: RestoreDeps): Promise<void> {
  await client.send(new DeleteItemCommand({ TableName: tables.owed, Key: MARK }));
}

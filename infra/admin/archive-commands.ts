import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { isPurgeStep } from '#functions/store/archive-parts.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { textOf } from '#functions/store/raw-item.ts';
import type { TableKey, TableNames } from '#functions/store/tables.ts';
import { briefingWords, summaryWords, wordsStore } from '#functions/store/words-store.ts';
import { listAccountsOf } from '#infra/admin/account-commands.ts';
import { archived, compareItems, restoredTables, sayComparison } from '#infra/admin/archive/compare.ts';
import { copyMissing, sayCopied } from '#infra/admin/archive/copy-missing.ts';
import { documentBucket } from '#infra/admin/archive/documents.ts';
import { exportArchive } from '#infra/admin/archive/export.ts';
import { openArchive } from '#infra/admin/archive/manifest.ts';
import { carriedOut, newerPurges, purgeAgain, purgesInAudit, sayPurged } from '#infra/admin/archive/purges.ts';
import { allRaw, rawClient } from '#infra/admin/archive/raw-tables.ts';
import { restoreArchive } from '#infra/admin/archive/restore.ts';
import { operatorRecord } from '#infra/admin/operator-record.ts';
import { parseWordsName } from '#infra/admin/purge-words.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';
import { verifyAll } from '#infra/admin/verify-all.ts';
import type { Instant } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** Everything that a system is made of, as its operator reaches it. */
function reach(outputs: Outputs) {
  const tables = tablesOf(outputs);
  const db = documentClient();
  const stores = rollUpStores(db, tables);
  const keepDays = Number(outputs['AuditDays']);
  const audit = auditStore(db, tables.audit, keepDays);
  return {
    tables,
    stores,
    keepDays,
    audit,
    client: rawClient(),
    directory: stores.directory,
    accounts: accountsIn(new CognitoIdentityProviderClient({}), outputs['UserPoolId'] ?? ''),
    bucket: documentBucket(outputs['FilesBucket'] ?? ''),
    purging: {
      purges: purgeStore(db, tables.meetings),
      matters: stores.matters,
      drafts: draftStore(db, tables.transient),
      words: async (text: string, until: Instant) => {
        const name = parseWordsName(text);
        if (!name) return 0;
        const { unit, months } = name;
        const [from, to] = months;
        return to
          ? wordsStore(db, tables.actions, summaryWords).removeWords({ unit, from, to }, until)
          : wordsStore(db, tables.actions, briefingWords).removeWords({ unit, month: from }, until);
      },
    },
    seals: sealStore(db, tables.scorecards),
    record: operatorRecord(audit, new Date().toISOString()),
  };
}

/** `export`: see {@link exportArchive}. */
export function exportTo(outputs: Outputs, to: string, stage: string, district?: UnitId): Promise<string> {
  const by = userInfo().username;
  return exportArchive({ to, by, stage, ...(district !== undefined && { district }) }, reach(outputs));
}

/** `restore`: puts an archive in place and verifies all that is official. @throws {Error} if that is not the same */
export async function restoreFrom(
  outputs: Outputs,
  path: string,
  { newer, sheet }: { readonly newer: string | undefined; readonly sheet: string },
): Promise<string> {
  const archive = await openArchive(path);
  try {
    const { districts } = archive.manifest;
    const purges = newer === undefined ? { steps: [], past: [] } : await newerPurges(newer);
    const steps = purges.steps.filter((step) => districts.includes(districtOf(textOf(step, 'id'))));
    const printed = { path: sheet, url: outputs['Url'] ?? '', at: new Date().toISOString() };
    const deps = { ...reach(outputs), listAccounts: () => listAccountsOf(outputs) };
    const said = await restoreArchive(archive, { newer: { ...purges, steps }, sheet: printed }, deps);
    return [...said, await verifyOfficial(outputs, districts)].join('\n');
  } finally {
    await archive.close();
  }
}

/** `verify --all`: see {@link verifyAll}. */
export function verifyOfficial(outputs: Outputs, districts?: readonly UnitId[]): Promise<string> {
  const { tables, ...system } = reach(outputs);
  return verifyAll(districts, { ...system, scorecards: tables.scorecards }, new Date().toISOString());
}

/** `verify --against`: an archive, or what is added to the names of tables that were restored beside ours. */
export async function verifyAgainst(outputs: Outputs, other: string): Promise<string> {
  const system = reach(outputs);
  if (existsSync(other)) {
    const archive = await openArchive(other);
    try {
      return sayComparison(await compareItems(system, archived(archive)));
    } finally {
      await archive.close();
    }
  }
  if (!/^[\w.-]+$/.test(other)) throw new Error(`There is no archive ${other}, and no table's name ends like that.`);
  return sayComparison(await compareItems(system, await tablesBeside(system, other)));
}

/** The tables that were restored beside ours, by what is added to the names of ours. */
async function tablesBeside({ client, tables }: ReturnType<typeof reach>, suffix: string) {
  const names: Partial<Record<TableKey, string>> = {};
  for (const [key, own] of Object.entries(tables) as [TableKey, string][]) {
    if (suffix !== '' && (await isTable(client, `${own}${suffix}`))) names[key] = `${own}${suffix}`;
  }
  return restoredTables(client, names as Partial<TableNames>);
}

/** `restore --missing`: puts back what our tables lack of those beside them, and takes out again what was taken out. */
export async function restoreMissing(outputs: Outputs, suffix: string): Promise<string> {
  const system = reach(outputs);
  const said = sayCopied(await copyMissing(system, await tablesBeside(system, suffix)));
  for (const district of await system.directory.districts())
    await system.record(district, 'restored', `tables ${suffix}`);
  return [said, await purgeAllAgain(outputs), 'Now verify --all, and delete the tables that were restored.'].join('\n');
}

/** `purge --again`: takes out once more what was taken out before, after items were copied back from a restored table. */
export async function purgeAllAgain(outputs: Outputs): Promise<string> {
  const { client, tables, purging } = reach(outputs);
  const past = [];
  const steps = [];
  for await (const item of allRaw(client, tables.meetings)) if (isPurgeStep(item)) steps.push(item);
  for await (const item of allRaw(client, tables.audit)) past.push(...purgesInAudit(item));
  const all = [...carriedOut(steps), ...past];
  const said = sayPurged(await purgeAgain(all, purging));
  return said.length > 0 ? said.join('\n') : `No words of ${all.length} purges are there again.`;
}

async function isTable(client: ReturnType<typeof rawClient>, TableName: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { guidanceBucket } from '#functions/guidance/bucket.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { fileOpeningItem, guidanceFileItem } from '#functions/store/guidance-file-store.ts';
import { guidanceItem, openingItem } from '#functions/store/guidance-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { demoDb, write } from '#infra/demo/demo-db.ts';
import { directoryItems } from '#infra/demo/directory-items.ts';
import { enterUsers } from '#infra/demo/enter-users.ts';
import { demoGuidance, demoOpenings } from '#infra/demo/guidance.ts';
import { demoDocuments, demoFileOpenings } from '#infra/demo/guidance-documents.ts';
import { itemsFromWorker } from '#infra/demo/items-from-worker.ts';
import { demoMonths } from '#infra/demo/months.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import { demoUsers } from '#infra/demo/users.ts';
import type { LocalSystem } from '#infra/local/system.ts';
import type { Instant } from '#shared/period.ts';

/**
 * Enters the demo district into a local system that does not have it: units, accounts, and the reports and scorecards of
 * the twelve months before this one.
 *
 * A worker makes the items and counts the scorecards, while accounts and documents are entered. The item by which the
 * district is found is written last, so a start after a kill does everything again; writing the same items twice changes
 * nothing.
 */
export async function enterDemo(system: Pick<LocalSystem, 'operator' | 'fill'>, now: Instant): Promise<void> {
  const { env, outputs } = system.operator;
  const name = (output: string) => outputs[output] ?? '';
  const tables = tablesOf(outputs);
  const demo = demoDb(system);
  const { access, db } = demo;

  await Promise.all([enterItems(), enterAccounts(), enterGuidance()]);
  await write(demo, tables.cells, directoryItems().entry);

  async function enterItems(): Promise<void> {
    for await (const { table, items } of itemsFromWorker(now)) await write(demo, tables[table], items);
  }

  async function enterAccounts(): Promise<void> {
    const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
    const cognito = new CognitoIdentityProviderClient({ ...access, endpoint });
    await enterUsers(demoUsers(), cognito, name('UserPoolId'), accountListStore(db, tables.cells));
  }

  async function enterGuidance(): Promise<void> {
    const units = demoUnits();
    // This month needs guidance too: meetings are being reported for it.
    const guidance = demoGuidance(demoMonths(now), now);
    const documents = await demoDocuments(guidance);
    const bucket = guidanceBucket(name('FilesBucket'), { ...access, endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '' });
    for (const { file, content } of documents) await bucket.keep(district.id, file, content);
    await write(demo, tables.cells, [
      ...guidance.map((each) => guidanceItem(district.id, each)),
      ...demoOpenings(guidance, units, now).map((each) => openingItem(district.id, each)),
      ...documents.map(({ file }) => guidanceFileItem(district.id, file)),
      ...demoFileOpenings(documents, units, now).map((each) => fileOpeningItem(district.id, each)),
    ]);
  }
}

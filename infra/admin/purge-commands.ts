import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { auditStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { draftStore } from '#functions/store/draft-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { briefingWords, summaryWords, wordsStore } from '#functions/store/words-store.ts';
import { purgeAllAgain } from '#infra/admin/archive-commands.ts';
import { Misuse } from '#infra/admin/misuse.ts';
import { approveAsOperator, purgeReport } from '#infra/admin/purge.ts';
import { parseWordsName, purgeWords } from '#infra/admin/purge-words.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';
import { parseReportId, reportIdOf } from '#shared/reports/report.ts';

type Options = Readonly<Partial<Record<string, string>>>;
type Target = () => Promise<Outputs>;

/** `purge`: takes words out of a report, or of a briefing or summary; or once more what was taken out before. */
export async function purgeBy(options: Options, again: boolean, target: Target): Promise<string> {
  if (again) return purgeAllAgain(await target());
  return options['words']
    ? purgeWordsBy(options['words'], options['asked-by'] ?? '', target)
    : purgeReportBy(options, target);
}

async function purgeReportBy(options: Options, target: Target): Promise<string> {
  const parts = parseReportId(options['report'] ?? '');
  if (!parts) throw new Misuse('purge needs --report ID, or --words ID.');
  const name = options['approve-as']?.trim();
  if (name === '') throw new Misuse('--approve-as needs your name.');
  const { db, tables, audit, accounts } = reach(await target());
  const purges = purgeStore(db, tables.meetings);
  const id = reportIdOf(parts);
  const now = new Date().toISOString();
  if (name !== undefined) await approveAsOperator(id, name, { purges, audit, accounts }, now);
  const matters = matterStore(db, tables.matters);
  return purgeReport(id, { purges, matters, drafts: draftStore(db, tables.transient), audit }, now);
}

async function purgeWordsBy(id: string, askedBy: string, target: Target): Promise<string> {
  const name = parseWordsName(id);
  const [first, second, ...more] = askedBy.split(',').map((each) => each.trim());
  if (!name || !first || !second || more.length > 0) {
    throw new Misuse('purge --words needs the name of a briefing or summary, and --asked-by with two accounts.');
  }
  const { db, tables, audit, accounts } = reach(await target());
  const stores = {
    briefings: wordsStore(db, tables.actions, briefingWords),
    summaries: wordsStore(db, tables.actions, summaryWords),
    ...{ audit, accounts },
  };
  return purgeWords(name, [first, second], stores, new Date().toISOString());
}

function reach(outputs: Outputs) {
  const db = documentClient();
  const tables = tablesOf(outputs);
  return {
    ...{ db, tables },
    audit: auditStore(db, tables.audit, Number(outputs['AuditDays'])),
    accounts: accountsIn(new CognitoIdentityProviderClient({}), outputs['UserPoolId'] ?? ''),
  };
}

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import middy from '@middy/core';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { addressedIn } from '#functions/cognito/listed-accounts.ts';
import { env } from '#functions/env.ts';
import { mailerFrom } from '#functions/remind/mailer.ts';
import { remind } from '#functions/remind/remind.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { actionStore } from '#functions/store/action-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reminderStore } from '#functions/store/reminder-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { doneWords } from '#functions/store/tables.ts';
import { unsubscribeStore } from '#functions/store/unsubscribe-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

const db = documentClient();
const lists = accountListStore(db, tableName('cells'));
const deps = {
  directory: directoryStore(db, tableName('cells')),
  registers: registerStore(db, tableName('meetings')),
  reports: reportStore(db, tableName('meetings')),
  visits: visitStore(db, tableName('meetings')),
  actions: actionStore(db, tableName('actions')),
  matters: matterStore(db, tableName('matters')),
  asks: askStore(db, tableName('meetings')),
  reopenings: reopeningStore(db, tableName('cells')),
  accounts: accountsIn(new CognitoIdentityProviderClient({}), env('USER_POOL_ID')),
  addressed: (district: UnitId) => addressedIn(district, lists),
  reminders: reminderStore(db, tableName('transient')),
  mailChoices: mailChoiceStore(db, tableName('cells')),
  unsubscribe: unsubscribeStore(db, tableName('transient')),
  mailer: mailerFrom(new SESv2Client({}), { from: env('MAIL_FROM'), set: env('MAIL_SET') }),
  url: env('URL'),
};

interface Morning {
  /** The scheduled time; absent if somebody runs it by hand. */
  readonly time?: Instant;
}

/** Every morning: reminds the accounts for which something waits. */
export const handler = middy(async ({ time }: Morning): Promise<void> => {
  const now = new Date().toISOString();
  const reminded = await remind(deps, time ?? now);
  await deps.reminders.noteRun({ ...reminded, at: now });
  console.log(JSON.stringify({ message: doneWords.morningReminded, ...reminded }));
  const { failed, unread } = reminded;
  if (failed > 0) throw new Error(`${failed} reminder(s) could not be sent`);
  if (unread.length > 0) throw new Error(`Nobody was reminded in ${unread.join(', ')}`);
});

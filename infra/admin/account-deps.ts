import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { accountsIn } from '#functions/cognito/accounts.ts';
import { listedAccounts } from '#functions/cognito/listed-accounts.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { deviceStore } from '#functions/store/device-store.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { recoveryStore } from '#functions/store/recovery-store.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { type Outputs, tablesOf } from '#infra/admin/target.ts';

/** What changes of accounts work with. */
export function accountDeps(outputs: Outputs, db: DynamoDBDocumentClient) {
  const { cells, transient } = tablesOf(outputs);
  const pool = accountsIn(new CognitoIdentityProviderClient({}), outputs['UserPoolId'] ?? '');
  const lists = accountListStore(db, cells);
  return {
    /** The pool itself, which pages through all accounts where a list would do. */
    pool,
    lists,
    accounts: listedAccounts(pool, lists),
    rights: rightsStore(db, transient),
    openSessions: sessionStore(db, transient),
    devices: deviceStore(db, transient),
    mailChoices: mailChoiceStore(db, cells),
    recoveries: recoveryStore(db, transient),
  };
}

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { listedAccounts } from '#functions/cognito/listed-accounts.ts';
import { showAudit } from '#functions/directory/access/audit.tsx';
import { listAccounts } from '#functions/directory/access/list-accounts.ts';
import { requireCode } from '#functions/directory/access/second-factor.ts';
import { changeUser, showUser } from '#functions/directory/access/user.tsx';
import { changeUsers, showUsers } from '#functions/directory/access/users.tsx';
import { showApi, showOpenApi } from '#functions/directory/api/show-api.tsx';
import { changeTokens, showTokens } from '#functions/directory/api/tokens.tsx';
import { chooseReminders, showUnsubscribe, unsubscribe } from '#functions/directory/reminders/reminders.tsx';
import { saveBaseline, showBaseline } from '#functions/directory/scorecards/baseline.tsx';
import { reopen, showReopening } from '#functions/directory/scorecards/reopen.tsx';
import { followUnits } from '#functions/directory/units/follow-units.ts';
import { reorganise, showReorganising } from '#functions/directory/units/reorganise.tsx';
import { takeList } from '#functions/directory/units/take-list.tsx';
import { showUnits } from '#functions/directory/units/units.tsx';
import { saveGroups, showGroups } from '#functions/directory/visits/groups.tsx';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { recoveryStore } from '#functions/store/recovery-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { tokenStore } from '#functions/store/token-store.ts';
import { unsubscribeStore } from '#functions/store/unsubscribe-store.ts';

const db = gathered(documentClient(clientTimeouts));
const cognito = new CognitoIdentityProviderClient(clientTimeouts);

const http = httpDeps(db, cognito);
const lists = accountListStore(db, tableName('cells'));
const deps = {
  ...http,
  accounts: listedAccounts(http.accounts, lists),
  scorecards: scorecardStore(db, tableName('scorecards')),
  baselines: baselineStore(db, tableName('cells')),
  reopenings: reopeningStore(db, tableName('cells')),
  tokenStore: tokenStore(db, tableName('cells')),
  mailChoices: mailChoiceStore(db, tableName('cells')),
  recoveries: recoveryStore(db, tableName('transient')),
  unsubscribe: unsubscribeStore(db, tableName('transient')),
};

const actions: Actions<'directory', typeof deps> = {
  'GET /directory/users': showUsers,
  'POST /directory/users': changeUsers,
  'GET /directory/users/{user}': showUser,
  'POST /directory/users/{user}': changeUser,
  'GET /api': showApi,
  'GET /openapi.json': showOpenApi,
  'GET /directory/tokens': showTokens,
  'POST /directory/tokens': changeTokens,
  'GET /directory/units': showUnits,
  'POST /directory/units': takeList,
  'GET /directory/baseline': showBaseline,
  'POST /directory/baseline': saveBaseline,
  'POST /directory/second-factor': requireCode,
  'GET /unsubscribe': showUnsubscribe,
  'POST /unsubscribe': unsubscribe,
  'POST /account/mail': chooseReminders,
  'GET /scorecards/{unit}/{month}/reopen': showReopening,
  'POST /scorecards/{unit}/{month}/reopen': reopen,
  'GET /directory/reorganise': showReorganising,
  'POST /directory/reorganise': reorganise,
  'GET /groups': showGroups,
  'POST /groups': saveGroups,
  'GET /audit': showAudit,
  'GET /audit/{day}': showAudit,
};

const serve = httpHandler(actions, deps);

/** Every hour: lets accounts go along with units, and compares the lists of accounts with the pool at night. */
interface Following {
  readonly follow: true;
}

/**
 * Serves accounts, units, audit and mail reminders. Only this function has permission to change accounts; it cannot read
 * reports.
 */
export const handler = async (event: APIGatewayProxyEventV2 | Following, context: Context) => {
  if (!('follow' in event)) return serve(event, context);
  const now = new Date().toISOString();
  await followUnits(deps, now);
  await listAccounts({ ...deps, pool: http.accounts, lists }, now);
};

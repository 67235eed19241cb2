import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { listedAccounts } from '#functions/cognito/listed-accounts.ts';
import { listAccounts } from '#functions/directory/access/list-accounts.ts';
import { followUnits } from '#functions/directory/units/follow-units.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
import { accounts as pool } from '#functions/http/pool.ts';
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

const http = httpDeps(db);
const lists = accountListStore(db, tableName('cells'));
const deps = {
  ...http,
  accounts: listedAccounts(pool, lists),
  scorecards: scorecardStore(db, tableName('scorecards')),
  baselines: baselineStore(db, tableName('cells')),
  reopenings: reopeningStore(db, tableName('cells')),
  tokenStore: tokenStore(db, tableName('cells')),
  mailChoices: mailChoiceStore(db, tableName('cells')),
  recoveries: recoveryStore(db, tableName('transient')),
  unsubscribe: unsubscribeStore(db, tableName('transient')),
};

const actions: Actions<'directory', typeof deps> = {
  'GET /directory/users': later(async () => (await import('#functions/directory/access/users.tsx')).showUsers),
  'POST /directory/users': later(async () => (await import('#functions/directory/access/users.tsx')).changeUsers),
  'GET /directory/users/{user}': later(async () => (await import('#functions/directory/access/user.tsx')).showUser),
  'POST /directory/users/{user}': later(async () => (await import('#functions/directory/access/user.tsx')).changeUser),
  'GET /api': later(async () => (await import('#functions/directory/api/show-api.tsx')).showApi),
  'GET /openapi.json': later(async () => (await import('#functions/directory/api/show-api.tsx')).showOpenApi),
  'GET /directory/tokens': later(async () => (await import('#functions/directory/api/tokens.tsx')).showTokens),
  'POST /directory/tokens': later(async () => (await import('#functions/directory/api/tokens.tsx')).changeTokens),
  'GET /directory/units': later(async () => (await import('#functions/directory/units/units.tsx')).showUnits),
  'POST /directory/units': later(async () => (await import('#functions/directory/units/take-list.tsx')).takeList),
  'GET /directory/baseline': later(
    async () => (await import('#functions/directory/scorecards/baseline.tsx')).showBaseline,
  ),
  'POST /directory/baseline': later(
    async () => (await import('#functions/directory/scorecards/baseline.tsx')).saveBaseline,
  ),
  'POST /directory/second-factor': later(
    async () => (await import('#functions/directory/access/second-factor.ts')).requireCode,
  ),
  'GET /unsubscribe': later(async () => (await import('#functions/directory/reminders/reminders.tsx')).showUnsubscribe),
  'POST /unsubscribe': later(async () => (await import('#functions/directory/reminders/reminders.tsx')).unsubscribe),
  'POST /account/mail': later(
    async () => (await import('#functions/directory/reminders/reminders.tsx')).chooseReminders,
  ),
  'GET /scorecards/{unit}/{month}/reopen': later(
    async () => (await import('#functions/directory/scorecards/reopen.tsx')).showReopening,
  ),
  'POST /scorecards/{unit}/{month}/reopen': later(
    async () => (await import('#functions/directory/scorecards/reopen.tsx')).reopen,
  ),
  'GET /directory/reorganise': later(
    async () => (await import('#functions/directory/units/reorganise.tsx')).showReorganising,
  ),
  'POST /directory/reorganise': later(
    async () => (await import('#functions/directory/units/reorganise.tsx')).reorganise,
  ),
  'GET /groups': later(async () => (await import('#functions/directory/visits/groups.tsx')).showGroups),
  'POST /groups': later(async () => (await import('#functions/directory/visits/groups.tsx')).saveGroups),
  'GET /audit': later(async () => (await import('#functions/directory/access/audit.tsx')).showAudit),
  'GET /audit/{day}': later(async () => (await import('#functions/directory/access/audit.tsx')).showAudit),
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
  await listAccounts({ ...deps, pool: pool, lists }, now);
};

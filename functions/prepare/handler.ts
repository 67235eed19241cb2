import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { showPrepare } from '#functions/prepare/show-prepare.tsx';
import { documentClient } from '#functions/store/db.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';

const db = documentClient(clientTimeouts);

const deps = {
  ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
  reports: reportStore(db, tableName('meetings')),
  taskWords: taskWordStore(db, tableName('meetings')),
};

const actions: Actions<'prepare', typeof deps> = {
  'GET /prepare': showPrepare,
};

/**
 * Serves what a cell needs before a meeting and takes from it afterwards, on pages and as documents. It appends agendas
 * to the table of meetings, and writes no concerns.
 */
export const handler = httpHandler(actions, deps);

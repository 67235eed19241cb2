import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { openAction, showOpening } from '#functions/steering/actions/open-action.tsx';
import { showAction } from '#functions/steering/actions/show-action.tsx';
import { showActions } from '#functions/steering/actions/show-actions.tsx';
import { updateAction } from '#functions/steering/actions/update-action.ts';
import { actionStore } from '#functions/store/action-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';

const db = documentClient(clientTimeouts);

const deps = {
  ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
  actions: actionStore(db, tableName('actions')),
  scorecards: scorecardStore(db, tableName('scorecards')),
};

const actions: Actions<'steering', typeof deps> = {
  'GET /actions': showActions,
  'POST /actions': openAction,
  'GET /actions/new': showOpening,
  'GET /actions/{id}': showAction,
  'POST /actions/{id}': updateAction,
};

/** Serves what the district decides about its figures: what is done where one is missed, by whom and until when. */
export const handler = httpHandler(actions, deps);

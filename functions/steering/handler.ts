import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { openAction, showOpening } from '#functions/steering/actions/open-action.tsx';
import { showAction } from '#functions/steering/actions/show-action.tsx';
import { showActions } from '#functions/steering/actions/show-actions.tsx';
import { updateAction } from '#functions/steering/actions/update-action.ts';
import { saveBriefing } from '#functions/steering/briefings/save-briefing.tsx';
import { showBriefing } from '#functions/steering/briefings/show-briefing.tsx';
import { saveSummary } from '#functions/steering/summaries/save-summary.tsx';
import { showSummary } from '#functions/steering/summaries/show-summary.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { briefingWords, summaryWords, wordsStore } from '#functions/store/words-store.ts';

const db = gathered(documentClient(clientTimeouts));

const deps = {
  ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
  actions: actionStore(db, tableName('actions')),
  baselines: baselineStore(db, tableName('cells')),
  briefings: wordsStore(db, tableName('actions'), briefingWords),
  summaries: wordsStore(db, tableName('actions'), summaryWords),
  reports: reportStore(db, tableName('meetings')),
  scorecards: scorecardStore(db, tableName('scorecards')),
};

const actions: Actions<'steering', typeof deps> = {
  'GET /actions': showActions,
  'GET /briefings/{unit}/{month}': showBriefing,
  'POST /briefings/{unit}/{month}': saveBriefing,
  'GET /summaries/{unit}': showSummary,
  'POST /summaries/{unit}': saveSummary,
  'POST /actions': openAction,
  'GET /actions/new': showOpening,
  'GET /actions/{id}': showAction,
  'POST /actions/{id}': updateAction,
};

/** Serves what the district decides about its figures: what is done where one is missed, by whom and until when. */
export const handler = httpHandler(actions, deps);

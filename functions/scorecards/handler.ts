import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { showTrend } from '#functions/scorecards/show-trend.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { baselineStore } from '#functions/store/baseline-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { trainingStore } from '#functions/store/training-store.ts';

const db = gathered(documentClient(clientTimeouts));

const deps = {
  ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
  scorecards: scorecardStore(db, tableName('scorecards')),
  actions: actionStore(db, tableName('actions')),
  trainings: trainingStore(db, tableName('cells')),
  shapes: shapeStore(db, tableName('cells')),
  baselines: baselineStore(db, tableName('cells')),
};

const actions: Actions<'scorecards', typeof deps> = {
  'GET /scorecards/{unit}': showTrend,
  'GET /scorecards/{unit}/{month}': showScorecard,
};

/** Scorecards as pages and downloads. It may read scorecards and the directory, and no reports. */
export const handler = httpHandler(actions, deps);

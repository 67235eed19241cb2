import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { httpHandler } from '#functions/http/http-handler.tsx';
import type { Deps } from '#functions/scorecards/deps.ts';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { showTrend } from '#functions/scorecards/show-trend.tsx';
import { documentClient } from '#functions/store/db.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';

const db = documentClient(clientTimeouts);

/** Shows scorecards as pages and downloads. It may read scorecards and the directory, but no reports. */
export const handler = httpHandler<'scorecards', Deps>(
  { 'GET /scorecards/{unit}': showTrend, 'GET /scorecards/{unit}/{month}': showScorecard },
  {
    ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
    scorecards: scorecardStore(db, env('SCORECARDS_TABLE')),
  },
);

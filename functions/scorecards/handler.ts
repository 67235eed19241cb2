import { env } from '#functions/env.ts';
import { httpHandler } from '#functions/http/http-handler.tsx';
import { impatient } from '#functions/http/impatient.ts';
import { tokenVerifier } from '#functions/http/tokens.ts';
import type { Deps } from '#functions/scorecards/deps.ts';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';

const db = documentClient(impatient);
const endpoint = process.env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'];

/** Scorecards as pages and downloads. It may read scorecards and the directory, and no reports. */
export const handler = httpHandler<'scorecards', Deps>(
  { 'GET /scorecards/{unit}/{month}': showScorecard },
  {
    verifyToken: tokenVerifier(env('USER_POOL_ID'), env('USER_POOL_CLIENT_ID'), endpoint),
    directory: directoryStore(db, env('CELLS_TABLE')),
    scorecards: scorecardStore(db, env('SCORECARDS_TABLE')),
  },
);

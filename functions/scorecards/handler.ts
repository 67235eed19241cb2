import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
import { loadedLater } from '#functions/loaded-later.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { shapeStore } from '#functions/store/shape-store.ts';
import { tableName } from '#functions/store/table-name.ts';

const db = gathered(documentClient(clientTimeouts));

const actions = () => import('#functions/store/action-store.ts');
const baselines = () => import('#functions/store/baseline-store.ts');
const trainings = () => import('#functions/store/training-store.ts');

const deps = {
  ...httpDeps(db),
  scorecards: scorecardStore(db, tableName('scorecards')),
  // A commune's own scorecard asks neither.
  actions: loadedLater(async () => (await actions()).actionStore(db, tableName('actions'))),
  trainings: loadedLater(async () => (await trainings()).trainingStore(db, tableName('cells'))),
  shapes: shapeStore(db, tableName('cells')),
  // Asked by a district's trend from before the first regime alone.
  baselines: loadedLater(async () => (await baselines()).baselineStore(db, tableName('cells'))),
};

const served: Actions<'scorecards', typeof deps> = {
  'GET /scorecards/{unit}': later(async () => (await import('#functions/scorecards/show-trend.tsx')).showTrend),
  'GET /scorecards/{unit}/{month}': later(
    async () => (await import('#functions/scorecards/show-scorecard.tsx')).showScorecard,
  ),
};

/** Scorecards as pages and downloads. It may read scorecards and the directory, and no reports. */
export const handler = httpHandler(served, deps);

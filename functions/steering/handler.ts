import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
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
  ...httpDeps(db),
  actions: actionStore(db, tableName('actions')),
  baselines: baselineStore(db, tableName('cells')),
  briefings: wordsStore(db, tableName('actions'), briefingWords),
  summaries: wordsStore(db, tableName('actions'), summaryWords),
  reports: reportStore(db, tableName('meetings')),
  scorecards: scorecardStore(db, tableName('scorecards')),
};

const actions: Actions<'steering', typeof deps> = {
  'GET /actions': later(async () => (await import('#functions/steering/actions/show-actions.tsx')).showActions),
  'GET /briefings/{unit}/{month}': later(
    async () => (await import('#functions/steering/briefings/show-briefing.tsx')).showBriefing,
  ),
  'POST /briefings/{unit}/{month}': later(
    async () => (await import('#functions/steering/briefings/save-briefing.tsx')).saveBriefing,
  ),
  'GET /summaries/{unit}': later(
    async () => (await import('#functions/steering/summaries/show-summary.tsx')).showSummary,
  ),
  'POST /summaries/{unit}': later(
    async () => (await import('#functions/steering/summaries/save-summary.tsx')).saveSummary,
  ),
  'POST /actions': later(async () => (await import('#functions/steering/actions/open-action.tsx')).openAction),
  'GET /actions/new': later(async () => (await import('#functions/steering/actions/open-action.tsx')).showOpening),
  'GET /actions/{id}': later(async () => (await import('#functions/steering/actions/show-action.tsx')).showAction),
  'POST /actions/{id}': later(async () => (await import('#functions/steering/actions/update-action.ts')).updateAction),
};

/** Serves what the district decides about its figures: what is done where one is missed, by whom and until when. */
export const handler = httpHandler(actions, deps);

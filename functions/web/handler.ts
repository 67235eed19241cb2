import type { PasswordChange } from '#functions/cognito/own-password.ts';
import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
import { loadedLater } from '#functions/loaded-later.ts';
import { practised } from '#functions/practice/practised.ts';
import { actionStore } from '#functions/store/action-store.ts';
import { agendaStore } from '#functions/store/agenda-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { deviceKeyStore } from '#functions/store/device-key-store.ts';
import { gathered } from '#functions/store/gathered.ts';
import { guessStore } from '#functions/store/guess-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import { libraryStore } from '#functions/store/library-store.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { officerStore } from '#functions/store/officer-store.ts';
import { pendingStore } from '#functions/store/pending-store.ts';
import { practiceStore } from '#functions/store/practice-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { recoveryStore } from '#functions/store/recovery-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { reportTaskStore } from '#functions/store/report-task-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { waitingStore } from '#functions/store/waiting-store.ts';

const db = gathered(documentClient(clientTimeouts));
const signingIn = () => import('#functions/web/access/signing-in.ts');

const deps = {
  ...httpDeps(db),
  agendas: agendaStore(db, tableName('meetings')),
  asks: askStore(db, tableName('meetings')),
  reopenings: reopeningStore(db, tableName('cells')),
  registers: registerStore(db, tableName('meetings')),
  reports: reportStore(db, tableName('meetings')),
  reportTasks: reportTaskStore(db, tableName('meetings')),
  taskWords: taskWordStore(db, tableName('meetings')),
  purges: purgeStore(db, tableName('meetings')),
  officers: officerStore(db, tableName('meetings')),
  thematicPlans: thematicPlanStore(db, tableName('meetings')),
  targets: targetStore(db, tableName('meetings')),
  visits: visitStore(db, tableName('meetings')),
  scorecards: scorecardStore(db, tableName('scorecards')),
  waiting: waitingStore(db, tableName('scorecards')),
  mailChoices: mailChoiceStore(db, tableName('cells')),
  actions: actionStore(db, tableName('actions')),
  matters: matterStore(db, tableName('matters')),
  guidance: guidanceStore(db, tableName('cells')),
  library: libraryStore(db, tableName('cells')),
  deviceKeys: deviceKeyStore(db, tableName('transient')),
  guesses: guessStore(db, tableName('transient')),
  practices: practiceStore(db, tableName('transient')),
  pending: pendingStore(db, tableName('transient')),
  secondFactor: loadedLater(async () => (await signingIn()).secondFactor),
  pageScript: env('FORM_SCRIPT'),
  workerScript: env('WORKER_SCRIPT'),
  queue: loadedLater(async () => (await import('#functions/web/reports/queue.ts')).queue),
  recoveries: recoveryStore(db, tableName('transient')),
  recovery: loadedLater(async () => (await signingIn()).recovery),
  signIn: loadedLater(async () => (await signingIn()).signIn),
  ownPassword: async (change: PasswordChange) => (await signingIn()).ownPassword(change),
};

const actions: Actions<'web', typeof deps> = {
  'GET /health': later(async () => (await import('#functions/web/site/health.ts')).health),
  'GET /sw.js': later(async () => (await import('#functions/web/site/service-worker.ts')).serviceWorker),
  'GET /login': later(async () => (await import('#functions/web/access/sign-in.tsx')).showSignIn),
  'POST /login': later(async () => (await import('#functions/web/access/sign-in.tsx')).signIn),
  'POST /login/code': later(async () => (await import('#functions/web/access/pending-steps.tsx')).answerCode),
  'POST /login/set-up': later(async () => (await import('#functions/web/access/pending-steps.tsx')).setUpFactor),
  'GET /login/forgotten': later(async () => (await import('#functions/web/access/forgotten.tsx')).showForgotten),
  'POST /login/forgotten': later(async () => (await import('#functions/web/access/forgotten.tsx')).askForCode),
  'POST /login/new-password': later(async () => (await import('#functions/web/access/forgotten.tsx')).setForgotten),
  'POST /logout': later(async () => (await import('#functions/web/access/sign-in.tsx')).signOut),
  'GET /account': later(async () => (await import('#functions/web/access/account.tsx')).showAccount),
  'GET /account/key': later(async () => (await import('#functions/web/access/account.tsx')).deviceKey),
  'POST /account': later(async () => (await import('#functions/web/access/account.tsx')).signOutEverywhere),
  'POST /account/password': later(
    async () => (await import('#functions/web/access/own-password.tsx')).changeOwnPassword,
  ),
  'POST /password': later(async () => (await import('#functions/web/access/pending-steps.tsx')).choosePassword),
  'GET /': later(async () => (await import('#functions/web/home/show-home.tsx')).showHome),
  'GET /calls': later(async () => (await import('#functions/web/home/show-calls.tsx')).showCalls),
  'GET /months/{month}': later(async () => (await import('#functions/web/reports/show-board.tsx')).showBoard),
  'GET /months/{month}/grid': later(async () => (await import('#functions/web/reports/grid.tsx')).showGrid),
  'POST /months/{month}/grid': later(async () => (await import('#functions/web/reports/grid.tsx')).submitGrid),
  'GET /reports/new': later(async () => (await import('#functions/web/reports/show-form.tsx')).showForm),
  'GET /r/{month}/{cell}': later(async () => (await import('#functions/web/reports/open-meeting.ts')).openMeeting),
  'POST /reports': later(async () => (await import('#functions/web/reports/submit-report.tsx')).submitReport),
  'GET /reports/template.xlsx': later(
    async () => (await import('#functions/web/reports/show-template.ts')).showTemplate,
  ),
  'GET /reports/import': later(async () => (await import('#functions/web/reports/import-reports.tsx')).showImport),
  'POST /reports/import': later(async () => (await import('#functions/web/reports/import-reports.tsx')).takeReports),
  'GET /reports/{id}': later(async () => (await import('#functions/web/reports/show-report.tsx')).showReport),
  'POST /reports/{id}': later(async () => (await import('#functions/web/reports/review-report.tsx')).reviewReport),
  'GET /reports/{id}/purge': later(async () => (await import('#functions/web/reports/purge.tsx')).showPurge),
  'POST /reports/{id}/purge': later(async () => (await import('#functions/web/reports/purge.tsx')).decidePurge),
  'GET /reviews': later(async () => (await import('#functions/web/reviews/show-reviews.tsx')).showReviews),
  'POST /reviews': later(async () => (await import('#functions/web/reviews/decide-reviews.tsx')).decideReviews),
  'GET /results/{cell}': later(async () => (await import('#functions/web/reports/show-results.tsx')).showResults),
  'GET /search': later(async () => (await import('#functions/web/search/show-search.tsx')).showSearch),
  'GET /practice/reports/new': practised(
    later(async () => (await import('#functions/web/reports/show-form.tsx')).showForm),
  ),
  'POST /practice/reports': practised(
    later(async () => (await import('#functions/web/reports/submit-report.tsx')).submitReport),
  ),
  'GET /practice/reports/{id}': practised(
    later(async () => (await import('#functions/web/reports/show-report.tsx')).showReport),
  ),
  'POST /practice/reports/{id}': practised(
    later(async () => (await import('#functions/web/reports/review-report.tsx')).reviewReport),
  ),
  'GET /receipts': later(async () => (await import('#functions/web/reports/check-receipt.tsx')).checkReceipt),
  'GET /changes': later(async () => (await import('#functions/web/api/show-changes.ts')).showChanges),
  'GET /tasks': later(async () => (await import('#functions/web/tasks/show-tasks.tsx')).showTasks),
  'GET /tasks/{id}': later(async () => (await import('#functions/web/tasks/show-task.tsx')).showTask),
  'POST /tasks/{id}': later(async () => (await import('#functions/web/tasks/show-task.tsx')).updateTask),
  'GET /matters': later(async () => (await import('#functions/web/matters/show-matters.tsx')).showMatters),
  'GET /matters/{id}': later(async () => (await import('#functions/web/matters/show-matter.tsx')).showMatter),
  'POST /matters/{id}': later(async () => (await import('#functions/web/matters/show-matter.tsx')).updateMatter),
  'GET /officers': later(async () => (await import('#functions/web/officers/show-officers.tsx')).showOfficers),
  'POST /officers': later(async () => (await import('#functions/web/officers/save-officers.ts')).saveOfficers),
  'GET /themes': later(async () => (await import('#functions/web/themes/show-themes.tsx')).showThemes),
  'POST /themes': later(async () => (await import('#functions/web/themes/plan-themes.ts')).planThemes),
  'GET /targets': later(async () => (await import('#functions/web/targets/show-targets.tsx')).showTargets),
  'POST /targets': later(async () => (await import('#functions/web/targets/save-targets.tsx')).saveTargets),
  'GET /themes/shared': later(async () => (await import('#functions/web/themes/shared-meetings.tsx')).showShared),
  'POST /themes/shared': later(async () => (await import('#functions/web/themes/shared-meetings.tsx')).shareMeeting),
  'GET /visits': later(async () => (await import('#functions/web/visits/show-visits.tsx')).showVisits),
  'POST /visits': later(async () => (await import('#functions/web/visits/submit-visit.tsx')).submitVisit),
  'GET /visits/new': later(async () => (await import('#functions/web/visits/show-visit.tsx')).showVisitForm),
  'GET /visits/{id}': later(async () => (await import('#functions/web/visits/show-visit.tsx')).showVisit),
};

/** Serves every page and form that has no function of its own. */
export const handler = httpHandler(actions, deps);

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SQSClient } from '@aws-sdk/client-sqs';
import { secretHashOf } from '#functions/cognito/client-secret.ts';
import { ownPasswordAt } from '#functions/cognito/own-password.ts';
import { recoveryAt } from '#functions/cognito/recovery.ts';
import { secondFactorWith } from '#functions/cognito/second-factor.ts';
import { signInWith } from '#functions/cognito/sign-in.ts';
import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
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
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { waitingStore } from '#functions/store/waiting-store.ts';
import { deviceKey, showAccount, signOutEverywhere } from '#functions/web/access/account.tsx';
import { askForCode, setForgotten, showForgotten } from '#functions/web/access/forgotten.tsx';
import { changeOwnPassword } from '#functions/web/access/own-password.tsx';
import { answerCode, choosePassword, setUpFactor } from '#functions/web/access/pending-steps.tsx';
import { showSignIn, signIn, signOut } from '#functions/web/access/sign-in.tsx';
import { showChanges } from '#functions/web/api/show-changes.ts';
import { showCalls } from '#functions/web/home/show-calls.tsx';
import { showHome } from '#functions/web/home/show-home.tsx';
import { showMatter, updateMatter } from '#functions/web/matters/show-matter.tsx';
import { showMatters } from '#functions/web/matters/show-matters.tsx';
import { saveOfficers } from '#functions/web/officers/save-officers.ts';
import { showOfficers } from '#functions/web/officers/show-officers.tsx';
import { checkReceipt } from '#functions/web/reports/check-receipt.tsx';
import { showGrid, submitGrid } from '#functions/web/reports/grid.tsx';
import { showImport, takeReports } from '#functions/web/reports/import-reports.tsx';
import { openMeeting } from '#functions/web/reports/open-meeting.ts';
import { decidePurge, showPurge } from '#functions/web/reports/purge.tsx';
import { reviewReport } from '#functions/web/reports/review-report.tsx';
import { showBoard } from '#functions/web/reports/show-board.tsx';
import { showForm } from '#functions/web/reports/show-form.tsx';
import { showReport } from '#functions/web/reports/show-report.tsx';
import { showResults } from '#functions/web/reports/show-results.tsx';
import { showTemplate } from '#functions/web/reports/show-template.ts';
import { submitReport } from '#functions/web/reports/submit-report.tsx';
import { decideReviews } from '#functions/web/reviews/decide-reviews.tsx';
import { showReviews } from '#functions/web/reviews/show-reviews.tsx';
import { showSearch } from '#functions/web/search/show-search.tsx';
import { health } from '#functions/web/site/health.ts';
import { serviceWorker } from '#functions/web/site/service-worker.ts';
import { saveTargets } from '#functions/web/targets/save-targets.tsx';
import { showTargets } from '#functions/web/targets/show-targets.tsx';
import { showTask, updateTask } from '#functions/web/tasks/show-task.tsx';
import { showTasks } from '#functions/web/tasks/show-tasks.tsx';
import { planThemes } from '#functions/web/themes/plan-themes.ts';
import { shareMeeting, showShared } from '#functions/web/themes/shared-meetings.tsx';
import { showThemes } from '#functions/web/themes/show-themes.tsx';
import { showVisit, showVisitForm } from '#functions/web/visits/show-visit.tsx';
import { showVisits } from '#functions/web/visits/show-visits.tsx';
import { submitVisit } from '#functions/web/visits/submit-visit.tsx';

const db = gathered(documentClient(clientTimeouts));
const cognito = new CognitoIdentityProviderClient(clientTimeouts);

const secretHash = secretHashOf(cognito, env('USER_POOL_ID'), env('USER_POOL_CLIENT_ID'));
const pool = signInWith(cognito, env('USER_POOL_ID'), env('USER_POOL_CLIENT_ID'), secretHash);

const deps = {
  ...httpDeps(db, cognito),
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
  secondFactor: secondFactorWith(cognito),
  pageScript: env('FORM_SCRIPT'),
  workerScript: env('WORKER_SCRIPT'),
  queue: rollUpQueue(new SQSClient(clientTimeouts), env('ROLLUP_QUEUE_URL')),
  recoveries: recoveryStore(db, tableName('transient')),
  recovery: recoveryAt(cognito, env('USER_POOL_CLIENT_ID'), secretHash),
  signIn: pool,
  ownPassword: ownPasswordAt(cognito, pool),
};

const actions: Actions<'web', typeof deps> = {
  'GET /health': health,
  'GET /sw.js': serviceWorker,
  'GET /login': showSignIn,
  'POST /login': signIn,
  'POST /login/code': answerCode,
  'POST /login/set-up': setUpFactor,
  'GET /login/forgotten': showForgotten,
  'POST /login/forgotten': askForCode,
  'POST /login/new-password': setForgotten,
  'POST /logout': signOut,
  'GET /account': showAccount,
  'GET /account/key': deviceKey,
  'POST /account': signOutEverywhere,
  'POST /account/password': changeOwnPassword,
  'POST /password': choosePassword,
  'GET /': showHome,
  'GET /calls': showCalls,
  'GET /months/{month}': showBoard,
  'GET /months/{month}/grid': showGrid,
  'POST /months/{month}/grid': submitGrid,
  'GET /reports/new': showForm,
  'GET /r/{month}/{cell}': openMeeting,
  'POST /reports': submitReport,
  'GET /reports/template.xlsx': showTemplate,
  'GET /reports/import': showImport,
  'POST /reports/import': takeReports,
  'GET /reports/{id}': showReport,
  'POST /reports/{id}': reviewReport,
  'GET /reports/{id}/purge': showPurge,
  'POST /reports/{id}/purge': decidePurge,
  'GET /reviews': showReviews,
  'POST /reviews': decideReviews,
  'GET /results/{cell}': showResults,
  'GET /search': showSearch,
  'GET /practice/reports/new': practised(showForm),
  'POST /practice/reports': practised(submitReport),
  'GET /practice/reports/{id}': practised(showReport),
  'POST /practice/reports/{id}': practised(reviewReport),
  'GET /receipts': checkReceipt,
  'GET /changes': showChanges,
  'GET /tasks': showTasks,
  'GET /tasks/{id}': showTask,
  'POST /tasks/{id}': updateTask,
  'GET /matters': showMatters,
  'GET /matters/{id}': showMatter,
  'POST /matters/{id}': updateMatter,
  'GET /officers': showOfficers,
  'POST /officers': saveOfficers,
  'GET /themes': showThemes,
  'POST /themes': planThemes,
  'GET /targets': showTargets,
  'POST /targets': saveTargets,
  'GET /themes/shared': showShared,
  'POST /themes/shared': shareMeeting,
  'GET /visits': showVisits,
  'POST /visits': submitVisit,
  'GET /visits/new': showVisitForm,
  'GET /visits/{id}': showVisit,
};

/** Serves every page and form that has no function of its own. */
export const handler = httpHandler(actions, deps);

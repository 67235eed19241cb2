import { env } from '#functions/env.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
import { practised } from '#functions/practice/practised.ts';
import { downloadDocument } from '#functions/prepare/documents/download-document.ts';
import { actionStore } from '#functions/store/action-store.ts';
import { agendaStore } from '#functions/store/agenda-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { guessStore } from '#functions/store/guess-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import { libraryStore } from '#functions/store/library-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { officerStore } from '#functions/store/officer-store.ts';
import { practiceStore } from '#functions/store/practice-store.ts';
import { proposalStore } from '#functions/store/proposal-store.ts';
import { purgeStore } from '#functions/store/purge-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { targetStore } from '#functions/store/target-store.ts';
import { taskWordStore } from '#functions/store/task-word-store.ts';
import { thematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';

const db = gathered(documentClient(clientTimeouts));

const deps = {
  ...httpDeps(db),
  pageScript: env('COPY_SCRIPT'),
  purges: purgeStore(db, tableName('meetings')),
  registers: registerStore(db, tableName('meetings')),
  agendas: agendaStore(db, tableName('meetings')),
  reports: reportStore(db, tableName('meetings')),
  taskWords: taskWordStore(db, tableName('meetings')),
  officers: officerStore(db, tableName('meetings')),
  thematicPlans: thematicPlanStore(db, tableName('meetings')),
  targets: targetStore(db, tableName('meetings')),
  visits: visitStore(db, tableName('meetings')),
  actions: actionStore(db, tableName('actions')),
  matters: matterStore(db, tableName('matters')),
  guidance: guidanceStore(db, tableName('cells')),
  proposals: proposalStore(db, tableName('transient')),
  practices: practiceStore(db, tableName('transient')),
  guesses: guessStore(db, tableName('transient')),
  library: libraryStore(db, tableName('cells')),
};

const actions: Actions<'prepare', typeof deps> = {
  'GET /prepare': later(async () => (await import('#functions/prepare/show-prepare.tsx')).showPrepare),
  'GET /reports/{id}/minutes.docx': downloadDocument('minutes', 'docx'),
  'GET /reports/{id}/minutes.pdf': downloadDocument('minutes', 'pdf'),
  'GET /reports/{id}/resolution.docx': downloadDocument('resolution', 'docx'),
  'GET /reports/{id}/resolution.pdf': downloadDocument('resolution', 'pdf'),
  'GET /reports/{id}/papers': later(async () => (await import('#functions/prepare/documents/papers.tsx')).showPapers),
  'POST /reports/{id}/papers': later(async () => (await import('#functions/prepare/documents/papers.tsx')).enterPaper),
  'POST /prepare': later(async () => (await import('#functions/prepare/save-agenda.ts')).saveAgenda),
  'GET /prepare.pdf': later(async () => (await import('#functions/prepare/print-agenda.ts')).printAgenda),
  'GET /practice': later(async () => (await import('#functions/prepare/practice.tsx')).showPractice),
  'POST /practice': later(async () => (await import('#functions/prepare/practice.tsx')).leadPractice),
  'GET /practice/prepare': practised(
    later(async () => (await import('#functions/prepare/show-prepare.tsx')).showPrepare),
  ),
  'POST /practice/prepare': practised(
    later(async () => (await import('#functions/prepare/save-agenda.ts')).saveAgenda),
  ),
  'GET /practice/prepare.pdf': practised(
    later(async () => (await import('#functions/prepare/print-agenda.ts')).printAgenda),
  ),
  'POST /practice/library/{piece}/use': practised(
    later(async () => (await import('#functions/prepare/use-piece.tsx')).usePiece),
  ),
  'GET /practice/reports/{id}/minutes.docx': practised(downloadDocument('minutes', 'docx')),
  'GET /practice/reports/{id}/minutes.pdf': practised(downloadDocument('minutes', 'pdf')),
  'GET /practice/reports/{id}/resolution.docx': practised(downloadDocument('resolution', 'docx')),
  'GET /practice/reports/{id}/resolution.pdf': practised(downloadDocument('resolution', 'pdf')),
  'GET /practice/reports/{id}/papers': practised(
    later(async () => (await import('#functions/prepare/documents/papers.tsx')).showPapers),
  ),
  'POST /practice/reports/{id}/papers': practised(
    later(async () => (await import('#functions/prepare/documents/papers.tsx')).enterPaper),
  ),
  'POST /prepare/proposals': later(async () => (await import('#functions/prepare/lead-proposals.ts')).leadProposals),
  'GET /proposals/{code}': later(async () => (await import('#functions/prepare/proposals/show-open.tsx')).showOpen),
  'POST /proposals/{code}': later(async () => (await import('#functions/prepare/proposals/propose.ts')).propose),
  'POST /library/{piece}/use': later(async () => (await import('#functions/prepare/use-piece.tsx')).usePiece),
};

/**
 * Serves what a cell needs before a meeting and takes from it afterwards, on pages and as documents. It appends agendas
 * to the table of meetings, and writes no concerns.
 */
export const handler = httpHandler(actions, deps);

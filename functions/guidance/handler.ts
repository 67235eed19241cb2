import { env } from '#functions/env.ts';
import type { GuidanceBucket } from '#functions/guidance/bucket.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
import { later } from '#functions/http/later.ts';
import { documentClient } from '#functions/store/db.ts';
import { gathered } from '#functions/store/gathered.ts';
import { guidanceFileStore } from '#functions/store/guidance-file-store.ts';
import { guidanceStore } from '#functions/store/guidance-store.ts';
import { libraryStore } from '#functions/store/library-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { trainingCheckStore } from '#functions/store/training-check-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';

const db = gathered(documentClient(clientTimeouts));
const name = env('FILES_BUCKET');
let bucket: GuidanceBucket | undefined;

const deps = {
  ...httpDeps(db),
  guidance: guidanceStore(db, tableName('cells')),
  files: guidanceFileStore(db, tableName('cells')),
  library: libraryStore(db, tableName('cells')),
  trainings: trainingStore(db, tableName('cells')),
  checks: trainingCheckStore(db, tableName('cells')),
  scorecards: scorecardStore(db, tableName('scorecards')),
  bucket: async () => {
    const { guidanceBucket } = await import('#functions/guidance/bucket.ts');
    bucket ??= guidanceBucket(name);
    return bucket;
  },
};

const actions: Actions<'guidance', typeof deps> = {
  'GET /guidance': later(async () => (await import('#functions/guidance/guidance.tsx')).showGuidance),
  'POST /guidance': later(async () => (await import('#functions/guidance/guidance.tsx')).publishGuidance),
  'GET /guidance/files/new': later(async () => (await import('#functions/guidance/send-file.tsx')).showUpload),
  'GET /guidance/files/sent': later(async () => (await import('#functions/guidance/send-file.tsx')).checkFile),
  'POST /guidance/files': later(async () => (await import('#functions/guidance/send-file.tsx')).publishFile),
  'GET /guidance/files/{file}': later(async () => (await import('#functions/guidance/take-file.ts')).takeFile),
  'POST /guidance/files/{file}': later(async () => (await import('#functions/guidance/withdraw-file.ts')).withdrawFile),
  'GET /library': later(async () => (await import('#functions/guidance/library/show-library.tsx')).showLibrary),
  'POST /library': later(async () => (await import('#functions/guidance/library/change-piece.tsx')).addPiece),
  'GET /library/{piece}': later(async () => (await import('#functions/guidance/library/show-piece.tsx')).showPiece),
  'POST /library/{piece}': later(
    async () => (await import('#functions/guidance/library/change-piece.tsx')).changePiece,
  ),
  'GET /trainings': later(async () => (await import('#functions/guidance/trainings/show-trainings.tsx')).showTrainings),
  'POST /trainings': later(async () => (await import('#functions/guidance/trainings/change-training.tsx')).addTraining),
  'GET /trainings/{training}': later(
    async () => (await import('#functions/guidance/trainings/show-training.tsx')).showTraining,
  ),
  'POST /trainings/{training}': later(
    async () => (await import('#functions/guidance/trainings/change-training.tsx')).changeTraining,
  ),
  'GET /trainings/{training}/check': later(
    async () => (await import('#functions/guidance/trainings/check.tsx')).showCheck,
  ),
  'POST /trainings/{training}/check': later(
    async () => (await import('#functions/guidance/trainings/check.tsx')).takeCheck,
  ),
  'GET /trainings/{training}/figures': later(
    async () => (await import('#functions/guidance/trainings/show-figures.tsx')).showFigures,
  ),
};

/** Serves guidance. Only this function has permission to use the bucket of documents; it cannot read reports. */
export const handler = httpHandler(actions, deps);

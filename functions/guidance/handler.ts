import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { env } from '#functions/env.ts';
import type { GuidanceBucket } from '#functions/guidance/bucket.ts';
import { publishGuidance, showGuidance } from '#functions/guidance/guidance.tsx';
import { addPiece, changePiece } from '#functions/guidance/library/change-piece.tsx';
import { showLibrary } from '#functions/guidance/library/show-library.tsx';
import { showPiece } from '#functions/guidance/library/show-piece.tsx';
import { checkFile, publishFile, showUpload } from '#functions/guidance/send-file.tsx';
import { takeFile } from '#functions/guidance/take-file.ts';
import { addTraining, changeTraining } from '#functions/guidance/trainings/change-training.tsx';
import { showCheck, takeCheck } from '#functions/guidance/trainings/check.tsx';
import { showFigures } from '#functions/guidance/trainings/show-figures.tsx';
import { showTraining } from '#functions/guidance/trainings/show-training.tsx';
import { showTrainings } from '#functions/guidance/trainings/show-trainings.tsx';
import { withdrawFile } from '#functions/guidance/withdraw-file.ts';
import { clientTimeouts } from '#functions/http/client-timeouts.ts';
import { httpDeps } from '#functions/http/http-deps.ts';
import { type Actions, httpHandler } from '#functions/http/http-handler.tsx';
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
  ...httpDeps(db, new CognitoIdentityProviderClient(clientTimeouts)),
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
  'GET /guidance': showGuidance,
  'POST /guidance': publishGuidance,
  'GET /guidance/files/new': showUpload,
  'GET /guidance/files/sent': checkFile,
  'POST /guidance/files': publishFile,
  'GET /guidance/files/{file}': takeFile,
  'POST /guidance/files/{file}': withdrawFile,
  'GET /library': showLibrary,
  'POST /library': addPiece,
  'GET /library/{piece}': showPiece,
  'POST /library/{piece}': changePiece,
  'GET /trainings': showTrainings,
  'POST /trainings': addTraining,
  'GET /trainings/{training}': showTraining,
  'POST /trainings/{training}': changeTraining,
  'GET /trainings/{training}/check': showCheck,
  'POST /trainings/{training}/check': takeCheck,
  'GET /trainings/{training}/figures': showFigures,
};

/** Serves guidance. Only this function has permission to use the bucket of documents; it cannot read reports. */
export const handler = httpHandler(actions, deps);

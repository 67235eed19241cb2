import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { env } from '#functions/env.ts';
import { followRequest } from '#functions/rollup/follow-request.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { workOff } from '#functions/rollup/work-off.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import type { ParentRequest, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { tableName } from '#functions/store/table-name.ts';

const db = documentClient();
const deps = {
  stores: rollUpStores(db, {
    cells: tableName('cells'),
    meetings: tableName('meetings'),
    matters: tableName('matters'),
    scorecards: tableName('scorecards'),
  }),
  sealing: {
    audit: auditStore(db, tableName('audit'), Number(env('AUDIT_DAYS'))),
    seals: sealStore(db, tableName('scorecards')),
  },
  queue: rollUpQueue(new SQSClient({}), env('ROLLUP_QUEUE_URL')),
};

const follow = (request: unknown) => followRequest(request, deps);

/** The queue sends a batch; the operator's command line sends one request. */
export const handler = middy(
  async (event: SQSEvent | RollUpRequest | ParentRequest): Promise<SQSBatchResponse | readonly string[]> =>
    'Records' in event ? workOff(event, follow, deps.queue.bringBack) : follow(event),
);

import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { env } from '#functions/env.ts';
import { followRequest } from '#functions/rollup/follow-request.ts';
import { settleOwed } from '#functions/rollup/settle-owed.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { workOff } from '#functions/rollup/work-off.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { changedItems } from '#functions/store/changed-items.ts';
import { documentClient } from '#functions/store/db.ts';
import { owedStore } from '#functions/store/owed-store.ts';
import type { ParentRequest, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { tableName } from '#functions/store/table-name.ts';
import { doneWords } from '#functions/store/tables.ts';

const db = documentClient();
const names = {
  cells: tableName('cells'),
  meetings: tableName('meetings'),
  matters: tableName('matters'),
  actions: tableName('actions'),
  scorecards: tableName('scorecards'),
};
const audit = auditStore(db, tableName('audit'), Number(env('AUDIT_DAYS')));
const deps = {
  stores: rollUpStores(db, names),
  changed: changedItems(db, names),
  owed: owedStore(db, tableName('owed')),
  audit,
  sealing: {
    audit,
    seals: sealStore(db, tableName('scorecards')),
  },
  queue: rollUpQueue(new SQSClient({}), env('ROLLUP_QUEUE_URL')),
};

const follow = (request: unknown) => followRequest(request, deps);

/** Every five minutes: pays what changes still owe. */
interface Settling {
  readonly settle: true;
}

/** The queue sends a batch, the schedule asks to settle, and the operator's command line sends one request. */
export const handler = middy(
  async (
    event: SQSEvent | Settling | RollUpRequest | ParentRequest,
  ): Promise<SQSBatchResponse | readonly string[] | undefined> => {
    if ('Records' in event) return workOff(event, follow, deps.queue.bringBack);
    if (!('settle' in event)) return follow(event);
    await settleOwed(deps, new Date().toISOString());
    console.log(JSON.stringify({ message: doneWords.owedSettled }));
    return undefined;
  },
);

import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import { env } from '#functions/env.ts';
import { plan } from '#functions/plan/plan.ts';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { doneWords } from '#functions/store/tables.ts';

const db = documentClient();
const stores = {
  directory: directoryStore(db, tableName('cells')),
  reopenings: reopeningStore(db, tableName('cells')),
  scorecards: scorecardStore(db, tableName('scorecards')),
};
const queue = rollUpQueue(new SQSClient({}), env('ROLLUP_QUEUE_URL'));

/** Every night: requests a roll-up of each district-month that is open or has just closed. */
export const handler = middy(async (): Promise<void> => {
  const now = new Date().toISOString();
  const requests = await plan(stores, now);
  await queue.askAll(requests, now);
  console.log(JSON.stringify({ message: doneWords.nightPlanned, requests: requests.length }));
});

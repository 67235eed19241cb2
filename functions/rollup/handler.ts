import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { env } from '#functions/env.ts';
import { type RollUpRequest, rollUp, type Stores } from '#functions/rollup/roll-up.ts';
import { type ParentRequest, rollUpParent } from '#functions/rollup/roll-up-parent.ts';
import { sealAudit } from '#functions/rollup/seal-audit.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { chargeStore } from '#functions/store/charge-store.ts';
import { documentClient } from '#functions/store/db.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { themeStore } from '#functions/store/theme-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units.ts';

const db = documentClient();
const directory = directoryStore(db, env('CELLS_TABLE'));
const stores: Stores = {
  directory,
  reports: reportStore(db, env('MEETINGS_TABLE')),
  visits: visitStore(db, env('MEETINGS_TABLE')),
  charges: chargeStore(db, env('MEETINGS_TABLE')),
  themes: themeStore(db, env('MEETINGS_TABLE')),
  matters: matterStore(db, env('MATTERS_TABLE')),
  scorecards: scorecardStore(db, env('SCORECARDS_TABLE')),
};

const sealing = {
  audit: auditStore(db, env('AUDIT_TABLE'), Number(env('AUDIT_DAYS'))),
  seals: sealStore(db, env('SCORECARDS_TABLE')),
};

const queue = rollUpQueue(new SQSClient({}), env('ROLLUP_QUEUE_URL'));

/** From the queue a batch, from the operator's command line one request. */
export const handler = middy(
  async (event: SQSEvent | RollUpRequest | ParentRequest): Promise<SQSBatchResponse | undefined> =>
    'Records' in event ? rollUpBatch(event) : rollUpOne(event),
);

/**
 * Rolls up each district-month that a batch names. What fails goes back to the queue alone.
 *
 * In a FIFO queue a later message of the same district-month must not overtake a failed one, so the rest of its group
 * is left for the next delivery too; the others go on.
 */
async function rollUpBatch({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId, attributes } of Records) {
    const group = attributes.MessageGroupId ?? body;
    if (failed.has(group) || !(await succeeds(body))) {
      failed.add(group);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function succeeds(body: string): Promise<boolean> {
  try {
    await rollUpOne(JSON.parse(body) as unknown);
    return true;
  } catch (error) {
    console.error(JSON.stringify({ message: 'roll-up failed', request: body, error: String(error) }));
    return false;
  }
}

/** @throws {Error} naming the reports that could not be counted, after all others were */
async function rollUpOne(request: unknown): Promise<undefined> {
  const now = new Date().toISOString();
  const parsed = parseRequest(request);
  if ('parent' in parsed) {
    const outcome = await rollUpParent(parsed, { ...stores, directory }, now);
    if (outcome === 'stored') await askAbove(parsed.parent, parsed.month);
    return;
  }
  const bad = await rollUp(parsed, stores, now);
  await sealAudit(parsed.district, sealing, now);
  await askAbove(parsed.district, parsed.month);
  if (bad.length > 0) throw new Error(`${bad.length} reports could not be counted: ${bad.join(', ')}`);
}

/** Asks that the unit above, where there is one, merges anew; where nothing has changed, that writes nothing. */
async function askAbove(unit: UnitId, month: Month): Promise<void> {
  const parent = await directory.above(unit);
  if (parent) await queue.ask({ parent, month }, new Date().toISOString());
}

function parseRequest(request: unknown): RollUpRequest | ParentRequest {
  const { district, parent, month, official } = request as Record<string, unknown>;
  const parsed = parseMonth(String(month));
  if (parsed && typeof parent === 'string' && isUnitId(parent)) return { parent, month: parsed };
  if (typeof district !== 'string' || !isUnitId(district) || !parsed) throw new Error('Not a roll-up request');
  return { district, month: parsed, official: official === true };
}

import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { env } from '#functions/env.ts';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpParent } from '#functions/rollup/roll-up-parent.ts';
import { sealAudit } from '#functions/rollup/seal-audit.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { auditStore, sealStore } from '#functions/store/audit-store.ts';
import { documentClient } from '#functions/store/db.ts';
import type { ParentRequest, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { rollUpQueue } from '#functions/store/roll-up-queue.ts';
import { type Month, parseMonth } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

const db = documentClient();
const stores = rollUpStores(db, {
  cells: env('CELLS_TABLE'),
  meetings: env('MEETINGS_TABLE'),
  matters: env('MATTERS_TABLE'),
  scorecards: env('SCORECARDS_TABLE'),
});

const sealing = {
  audit: auditStore(db, env('AUDIT_TABLE'), Number(env('AUDIT_DAYS'))),
  seals: sealStore(db, env('SCORECARDS_TABLE')),
};

const queue = rollUpQueue(new SQSClient({}), env('ROLLUP_QUEUE_URL'));

/** The queue sends a batch; the operator's command line sends one request. */
export const handler = middy(
  async (event: SQSEvent | RollUpRequest | ParentRequest): Promise<SQSBatchResponse | undefined> =>
    'Records' in event ? rollUpBatch(event) : rollUpOne(event),
);

/**
 * Rolls up each district-month of a batch. Only failed messages return to the queue.
 *
 * In a FIFO queue a later message of the same district-month must not overtake a failed one, so the rest of its message
 * group returns too; other groups go on.
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

/** @throws {Error} naming the reports that could not be counted; all others were */
async function rollUpOne(request: unknown): Promise<undefined> {
  const now = new Date().toISOString();
  const parsed = parseRequest(request);
  if ('parent' in parsed) {
    const outcome = await rollUpParent(parsed, stores, now);
    if (outcome === 'stored') await askAbove(parsed.parent, parsed.month);
    return;
  }
  const bad = await rollUp(parsed, stores, now);
  await sealAudit(parsed.district, sealing, now, { andYesterday: parsed.commune === undefined });
  await askAbove(parsed.district, parsed.month);
  if (bad.length > 0) throw new Error(`${bad.length} reports could not be counted: ${bad.join(', ')}`);
}

/** Requests a roll-up of the unit above, if there is one; if nothing has changed, that writes nothing. */
async function askAbove(unit: UnitId, month: Month): Promise<void> {
  const parent = await stores.directory.above(unit);
  if (parent) await queue.ask({ parent, month }, new Date().toISOString());
}

function parseRequest(request: unknown): RollUpRequest | ParentRequest {
  const { district, parent, month, official, commune } = request as Record<string, unknown>;
  const parsed = parseMonth(String(month));
  if (parsed && typeof parent === 'string' && isUnitId(parent)) return { parent, month: parsed };
  if (typeof district !== 'string' || !isUnitId(district) || !parsed) throw new Error('Not a roll-up request');
  const changed = typeof commune === 'string' && isUnitId(commune) ? { commune } : {};
  return { district, month: parsed, official: official === true, ...changed };
}

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/**
 * Works off a batch of the queue, message by message. What fails goes back to the queue alone.
 *
 * In a FIFO queue a later message of the same district-month must not overtake a failed one, so the rest of its group
 * is left for the next delivery too; the others go on.
 */
export async function workOff(
  { Records }: SQSEvent,
  work: (request: unknown) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId, attributes } of Records) {
    const group = attributes.MessageGroupId ?? body;
    if (failed.has(group) || !(await succeeds(body, work))) {
      failed.add(group);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function succeeds(body: string, work: (request: unknown) => Promise<unknown>): Promise<boolean> {
  try {
    await work(JSON.parse(body) as unknown);
    return true;
  } catch (error) {
    console.error(JSON.stringify({ message: 'roll-up failed', request: body, error: String(error) }));
    return false;
  }
}

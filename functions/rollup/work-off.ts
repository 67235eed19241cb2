import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { alarmingWords } from '#functions/store/tables.ts';

/**
 * In how many seconds a message comes back that failed for the so-many-th time. Meanwhile it holds up its district-month
 * alone, and never for longer than two minutes. With the twelve attempts that the queue allows, a fault may last for
 * twenty minutes before the message is put aside.
 */
function secondsUntilNext(attempts: number): number {
  return attempts <= 4 ? 60 : 120;
}

/**
 * Works off a batch of the queue, message by message. What fails goes back to the queue alone, and comes again soon: left
 * to itself it would wait for as long as a run may take.
 *
 * In a FIFO queue a later message of the same district-month must not overtake a failed one, so the rest of its group
 * is left for the next delivery too; the others go on.
 */
export async function workOff(
  { Records }: SQSEvent,
  work: (request: unknown) => Promise<unknown>,
  bringBack: (receiptHandle: string, seconds: number) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId, attributes, receiptHandle } of Records) {
    const group = attributes.MessageGroupId ?? body;
    const error = failed.has(group) ? 'an earlier one of its group failed' : await faultOf(body, work);
    if (error === undefined) continue;
    failed.add(group);
    batchItemFailures.push({ itemIdentifier: messageId });
    const seconds = secondsUntilNext(Number(attributes.ApproximateReceiveCount));
    const again = await bringBack(receiptHandle, seconds).then(
      () => `in ${seconds} s`,
      (refused: unknown) => `when the queue itself brings it back: ${refused}`,
    );
    console.error(JSON.stringify({ message: alarmingWords.rollUpFailed, request: body, error, again }));
  }
  return { batchItemFailures };
}

async function faultOf(body: string, work: (request: unknown) => Promise<unknown>): Promise<string | undefined> {
  try {
    await work(JSON.parse(body) as unknown);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

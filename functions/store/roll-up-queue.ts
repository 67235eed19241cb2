import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { digestOf } from '#shared/digest.ts';
import type { Instant, Month } from '#shared/period.ts';
import { communeOf, districtOf, type UnitId } from '#shared/units/units.ts';

/** Requests the roll-up of a district's month. */
export interface RollUpRequest {
  readonly district: UnitId;
  readonly month: Month;
  /** Closes the month: a new official revision where the figures have changed. */
  readonly official: boolean;
  /** For a live scorecard: the only commune that changed. Absent: any may have. */
  readonly commune?: UnitId;
}

/** Where something has changed, and in which month. */
export interface MonthChange {
  /** A commune or a cell; a district where more than one of its communes have changed. */
  readonly unit: UnitId;
  readonly month: Month;
  /** Whether the month has closed: an amendment. */
  readonly official: boolean;
}

/** Requests the roll-up that shows a change. */
export function requestFor({ unit, month, official }: MonthChange): RollUpRequest {
  const district = districtOf(unit);
  return { district, month, official, ...(!official && unit !== district && { commune: communeOf(unit) }) };
}

/** Requests the roll-up of a unit above districts. */
export interface ParentRequest {
  readonly parent: UnitId;
  readonly month: Month;
}

export type RollUpQueue = ReturnType<typeof rollUpQueue>;

type Request = RollUpRequest | ParentRequest;

/** Requests roll-ups. All requests of a minute for the same month get one run. */
export function rollUpQueue(sqs: SQSClient, QueueUrl: string) {
  /** The queue delays messages by a minute, so the one that it keeps runs after the minute's last report. */
  const message = (request: Request, now: Instant) => {
    const [unit, what] =
      'parent' in request
        ? [request.parent, 'merged']
        : [request.district, request.official ? 'official' : (request.commune ?? 'live')];
    const group = `${unit}#${request.month}`;
    return {
      MessageBody: JSON.stringify(request),
      MessageGroupId: boundedId(group),
      MessageDeduplicationId: boundedId(`${group}#${what}#${now.slice(0, 16)}`),
    };
  };

  return {
    async ask(request: Request, now: Instant): Promise<void> {
      await sqs.send(new SendMessageCommand({ QueueUrl, ...message(request, now) }));
    },

    /** Has a message that was received come back in so many seconds. */
    async bringBack(ReceiptHandle: string, VisibilityTimeout: number): Promise<void> {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    },

    /** @throws {Error} when the queue refused some of them */
    async askAll(requests: readonly RollUpRequest[], now: Instant): Promise<void> {
      for (let at = 0; at < requests.length; at += 10) {
        const Entries = requests.slice(at, at + 10).map((request, n) => ({ Id: String(n), ...message(request, now) }));
        const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        if (Failed.length > 0) throw new Error(`The queue refused ${Failed.length}: ${Failed[0]?.Message}`);
      }
    },
  };
}

/** SQS takes ids of at most so many letters, digits and punctuation; the ids of units may be longer. */
const LONGEST_ID = 128;

/** An id of a message: a long one by its digest, so that different ones stay different. */
function boundedId(id: string): string {
  return id.length <= LONGEST_ID ? id : digestOf(id);
}

import { createHash } from 'node:crypto';
import type { Service } from '#infra/local/iam/aws-endpoint.ts';
import { awsError, type Reply } from '#infra/local/iam/reply.ts';
import type { NamedQueue } from '#infra/local/sqs/queues.ts';

const target = 'AmazonSQS.';

interface Entry {
  readonly Id?: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/** What functions and the operator ask of SQS: to send, and how full a queue is. */
export function sqsService(queues: readonly NamedQueue[]): Service {
  const named = (input: Record<string, unknown>) => queues.find(({ url }) => url === input['QueueUrl']);
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs: ({ operation, input }) => [
      { action: `sqs:${operation.replace(/Batch$/, '')}`, resource: named(input)?.arn ?? '*' },
    ],
    async answer({ operation, input }) {
      const found = named(input);
      if (!found) return awsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
      switch (operation) {
        case 'SendMessage':
          return send(found, input as unknown as Entry, (sent) => sent);
        case 'SendMessageBatch':
          return sendAll(found, input['Entries'] as Entry[]);
        case 'GetQueueAttributes':
          return { status: 200, body: { Attributes: { ApproximateNumberOfMessages: `${found.queue.length}` } } };
        default:
          return awsError(400, 'UnsupportedOperation', `the local system has no sqs:${operation}`);
      }
    },
  };
}

function sendAll(to: NamedQueue, entries: readonly Entry[]): Reply {
  const sent: object[] = [];
  for (const entry of entries) {
    const reply = send(to, entry, (one) => sent.push({ Id: entry.Id, ...one }));
    if (reply.status !== 200) return reply;
  }
  return { status: 200, body: { Successful: sent, Failed: [] } };
}

function send({ queue }: NamedQueue, entry: Entry, keep: (sent: object) => unknown): Reply {
  const { MessageBody, MessageGroupId, MessageDeduplicationId } = entry;
  if (!MessageGroupId) {
    return awsError(400, 'MissingParameter', 'The request must contain the parameter MessageGroupId.');
  }
  if (!MessageDeduplicationId) {
    const message = 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided';
    return awsError(400, 'InvalidParameterValue', message);
  }
  const sent = {
    MessageId: queue.send(MessageBody, MessageGroupId, MessageDeduplicationId),
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  };
  keep(sent);
  return { status: 200, body: sent };
}

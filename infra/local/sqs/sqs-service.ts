import { createHash } from 'node:crypto';
import type { Service } from '#infra/local/iam/aws-endpoint.ts';
import { awsError, type Reply } from '#infra/local/iam/reply.ts';
import type { NamedQueue } from '#infra/local/sqs/queues.ts';
import { messageMoves } from '#infra/local/sqs/redrive.ts';
import { sqsLimits as limits } from '#infra/local/sqs/sqs-limits.ts';

const target = 'AmazonSQS.';

interface Entry {
  readonly Id?: string;
  readonly MessageBody?: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
  readonly DelaySeconds?: number;
}

type Input = Readonly<Record<string, unknown>>;

/** What functions and the operator ask of SQS: to send, to see, to move and to drop messages, and how full a queue is. */
export function sqsService(queues: readonly NamedQueue[]): Service {
  const named = (input: Input) =>
    queues.find(({ url, arn }) => url === input['QueueUrl'] || arn === input['SourceArn']);
  const moves = messageMoves(queues);
  return {
    operation({ headers }) {
      const asked = headers['x-amz-target'];
      return typeof asked === 'string' && asked.startsWith(target) ? asked.slice(target.length) : undefined;
    },
    needs: ({ operation, input }) => [
      { action: `sqs:${operation.replace(/Batch$/, '')}`, resource: named(input)?.arn ?? '*' },
    ],
    async answer({ operation, input }) {
      if (operation === 'ListQueues') return { status: 200, body: { QueueUrls: queues.map(({ url }) => url) } };
      const found = named(input);
      if (!found && input['SourceArn']) {
        return awsError(
          404,
          'ResourceNotFoundException',
          'The resource that you specified for the SourceArn parameter doesn’t exist.',
        );
      }
      if (!found) return awsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
      switch (operation) {
        case 'SendMessage':
          return send(found, input);
        case 'SendMessageBatch':
          return sendAll(found, (input['Entries'] ?? []) as readonly Entry[]);
        case 'ChangeMessageVisibility':
          return changeVisibility(found, input);
        case 'ReceiveMessage':
          return receive(found, input);
        case 'PurgeQueue':
          found.queue.purge();
          return { status: 200, body: {} };
        case 'StartMessageMoveTask':
          return moves.start(found, input['DestinationArn'] as string | undefined);
        case 'ListMessageMoveTasks':
          return moves.list(found);
        case 'GetQueueAttributes':
          return { status: 200, body: { Attributes: { ApproximateNumberOfMessages: `${found.queue.length}` } } };
        default:
          return awsError(400, 'UnsupportedOperation', `the local system has no sqs:${operation}`);
      }
    },
  };
}

/** Each entry succeeds or fails alone, as in a batch of SQS; what is wrong with the whole fails all. */
function sendAll(to: NamedQueue, entries: readonly Entry[]): Reply {
  const refused = refusalOfBatch(entries);
  if (refused) return refused;
  const replies = entries.map((entry) => ({ Id: entry.Id, reply: send(to, entry) }));
  const bodyOf = (reply: Reply) => reply.body as Readonly<Record<string, string>>;
  return {
    status: 200,
    body: {
      Successful: replies
        .filter(({ reply }) => reply.status === 200)
        .map(({ Id, reply }) => ({ Id, ...bodyOf(reply) })),
      Failed: replies
        .filter(({ reply }) => reply.status !== 200)
        .map(({ Id, reply }) => ({
          ...{ Id, SenderFault: true },
          Code: bodyOf(reply)['__type']?.split('#')[1],
          Message: bodyOf(reply)['message'],
        })),
    },
  };
}

function refusalOfBatch(entries: readonly Entry[]): Reply | undefined {
  if (entries.length === 0) {
    return awsError(
      400,
      'EmptyBatchRequest',
      'There should be at least one SendMessageBatchRequestEntry in the request.',
    );
  }
  if (entries.length > limits.entries) {
    const message = `Maximum number of entries per request are ${limits.entries}. You have sent ${entries.length}.`;
    return awsError(400, 'TooManyEntriesInBatchRequest', message);
  }
  if (!entries.every(({ Id = '' }) => limits.entryId.test(Id))) {
    const message =
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.';
    return awsError(400, 'InvalidBatchEntryId', message);
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    return awsError(400, 'BatchEntryIdsNotDistinct', 'Id of a batch entry is repeated.');
  }
  const bytes = entries.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0);
  if (bytes > limits.bytes) {
    const message = `Batch requests cannot be longer than ${limits.bytes} bytes. You have sent ${bytes} bytes.`;
    return awsError(400, 'BatchRequestTooLong', message);
  }
  return undefined;
}

function send({ queue }: NamedQueue, entry: Entry): Reply {
  const { MessageBody = '', MessageGroupId, MessageDeduplicationId, DelaySeconds } = entry;
  if (MessageGroupId === undefined) {
    return awsError(400, 'MissingParameter', 'The request must contain the parameter MessageGroupId.');
  }
  if (MessageDeduplicationId === undefined) {
    return invalid('The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided');
  }
  if (MessageBody === '')
    return awsError(400, 'MissingParameter', 'The request must contain the parameter MessageBody.');
  for (const [name, id] of Object.entries({ MessageGroupId, MessageDeduplicationId })) {
    if (limits.id.test(id)) continue;
    const can = `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
    return invalid(`Value ${id} for parameter ${name} is invalid. Reason: ${can}`);
  }
  if (DelaySeconds !== undefined) {
    const reason = 'The request include parameter that is not valid for this queue type.';
    return invalid(`Value ${DelaySeconds} for parameter DelaySeconds is invalid. Reason: ${reason}`);
  }
  if (Buffer.byteLength(MessageBody) > limits.bytes) {
    return invalid(`One or more parameters are invalid. Reason: Message must be shorter than ${limits.bytes} bytes.`);
  }
  // https://www.w3.org/TR/REC-xml/#charsets
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(MessageBody)) {
    return awsError(400, 'InvalidMessageContents', 'Invalid characters found in the message.');
  }
  const sent = {
    MessageId: queue.send(MessageBody, MessageGroupId, MessageDeduplicationId),
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  };
  return { status: 200, body: sent };
}

/** Shows messages, which stay hidden for the queue's visibility time; whoever looks does not delete. */
function receive({ queue, isFifo }: NamedQueue, { MaxNumberOfMessages = 1, VisibilityTimeout }: Input): Reply {
  const most = MaxNumberOfMessages as number;
  if (!Number.isInteger(most) || most < 1 || most > limits.received) {
    const reason = `Must be between 1 and ${limits.received}, if provided.`;
    return invalid(`Value ${most} for parameter MaxNumberOfMessages is invalid. Reason: ${reason}`);
  }
  const seconds = VisibilityTimeout as number | undefined;
  if (seconds !== undefined && !isVisibility(seconds)) return invalidVisibility(seconds);
  const Messages = queue.receive(most, seconds).map(({ id, body, groupId, receiptHandle, receiveCount }) => ({
    MessageId: id,
    ReceiptHandle: receiptHandle,
    Body: body,
    MD5OfBody: createHash('md5').update(body).digest('hex'),
    Attributes: { ApproximateReceiveCount: `${receiveCount}`, ...(isFifo && { MessageGroupId: groupId }) },
  }));
  return { status: 200, body: Messages.length > 0 ? { Messages } : {} };
}

const isVisibility = (seconds: number) =>
  Number.isInteger(seconds) && seconds >= 0 && seconds <= limits.visibilitySeconds;

function invalidVisibility(seconds: number): Reply {
  const reason = `Must be between 0 and ${limits.visibilitySeconds}, if provided.`;
  return invalid(`Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: ${reason}`);
}

function changeVisibility({ queue }: NamedQueue, { ReceiptHandle, VisibilityTimeout }: Input): Reply {
  const seconds = VisibilityTimeout as number;
  if (!isVisibility(seconds)) return invalidVisibility(seconds);
  const changed = queue.changeVisibility(String(ReceiptHandle), seconds);
  if (changed === 'changed') return { status: 200, body: {} };
  if (changed === 'visible') {
    return invalid(
      `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
    );
  }
  return awsError(
    404,
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${ReceiptHandle}" is not a valid receipt handle.`,
  );
}

function invalid(message: string): Reply {
  return awsError(400, 'InvalidParameterValue', message);
}

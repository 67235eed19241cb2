import { randomUUID } from 'node:crypto';
import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { judge, refusalText, roleOf } from '#infra/local/iam/policy.ts';
import type { LocalFunction, Outcome } from '#infra/local/lambda/local-function.ts';
import type { FifoQueue } from '#infra/local/sqs/fifo-queue.ts';

interface InvokeConfigProperties {
  readonly FunctionName: string;
  readonly Qualifier: string;
  readonly DestinationConfig?: { readonly OnFailure?: { readonly Destination: string } };
}

/**
 * Where Lambda puts an event aside with which a function failed, by the ARN that was invoked: what is said of a function
 * does not hold for its aliases.
 *
 * @throws {Error} if a function's role may not send there: Lambda refuses such a destination
 */
export function failureDestinations(
  stack: LocalStack,
  functions: readonly LocalFunction[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, properties } of stack.all<InvokeConfigProperties>('AWS::Lambda::EventInvokeConfig')) {
    const to = properties.DestinationConfig?.OnFailure?.Destination;
    const failing = functions.find(({ name }) => name === properties.FunctionName);
    if (!properties.DestinationConfig) continue; // it only says how often an event is tried
    if (!to || !failing) throw new Error(`${id} does not lead from a function to a destination`);
    const { name, statements } = roleOf(failing.role, stack);
    const verdict = judge(statements, 'sqs:SendMessage', to);
    if (verdict !== 'allowed') throw new Error(`${id}: ${refusalText(name, 'sqs:SendMessage', to, verdict)}`);
    found.set(properties.Qualifier === '$LATEST' ? failing.arn : `${failing.arn}:${properties.Qualifier}`, to);
  }
  return found;
}

/**
 * Puts an event aside as Lambda writes it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function putAside(
  queue: FifoQueue | undefined,
  functionArn: string,
  requestPayload: unknown,
  { errorType, errorMessage }: Extract<Outcome, { ok: false }>,
): void {
  const requestId = randomUUID();
  const record = {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: { requestId, functionArn, condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType, errorMessage },
  };
  queue?.send(JSON.stringify(record), requestId, requestId);
}

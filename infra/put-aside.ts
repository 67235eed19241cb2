import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Puts an event aside with which a function has failed three times. The schedule's own queue takes only events with which
 * it could not start the function: it does not wait for the outcome. Lambda sends in the name of the function's role.
 */
export function putAside(failing: LambdaFunction, queue: Queue): void {
  failing.configureAsyncInvoke({
    onFailure: { bind: () => ({ destination: queue.queueArn }) },
    retryAttempts: 2,
  });
  queue.grant(failing, 'sqs:SendMessage');
}

import type { Service } from '#infra/local/iam/aws-endpoint.ts';
import { awsError } from '#infra/local/iam/reply.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations/;

/** The part of Lambda that the operator's command line needs: it invokes a function and waits for the answer. */
export function lambdaService(functions: readonly LocalFunction[]): Service {
  const named = (name: string) => functions.find((one) => one.isCalled(name));
  return {
    operation: ({ method, url = '' }) =>
      method === 'POST' && path.test(url) ? decodeURIComponent(path.exec(url)?.[1] ?? '') : undefined,
    needs: ({ operation }) => [{ action: 'lambda:InvokeFunction', resource: named(operation)?.arn ?? '*' }],
    async answer({ operation, input }) {
      const invoked = named(operation);
      if (!invoked) return awsError(404, 'ResourceNotFoundException', `Function not found: ${operation}`);
      const outcome = await invoked.invoke(input);
      if (outcome.ok) return { status: 200, body: outcome.payload };
      const { errorType, errorMessage } = outcome;
      return { status: 200, body: { errorType, errorMessage }, headers: { 'x-amz-function-error': 'Unhandled' } };
    },
  };
}

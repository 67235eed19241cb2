import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';

/**
 * Has the roll-up function count a district's month now.
 *
 * @throws {Error} with the function's own message; where reports could not be counted it names them, and the others
 *   were counted
 */
export async function rollUpNow(lambda: LambdaClient, FunctionName: string, request: RollUpRequest): Promise<void> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(request)) }),
  );
  if (!FunctionError) return;
  const said = JSON.parse(new TextDecoder().decode(Payload)) as { readonly errorMessage?: string };
  throw new Error(said.errorMessage ?? FunctionError);
}

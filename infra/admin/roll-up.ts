import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';

/**
 * Invokes the roll-up function for a district's month now.
 *
 * @throws {Error} with the function's own message; it names reports that could not be counted, and the others were
 */
export async function rollUpNow(lambda: LambdaClient, FunctionName: string, request: RollUpRequest): Promise<void> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(request)) }),
  );
  if (!FunctionError) return;
  const said = JSON.parse(new TextDecoder().decode(Payload)) as { readonly errorMessage?: string };
  throw new Error(said.errorMessage ?? FunctionError);
}

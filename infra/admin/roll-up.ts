import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';

/**
 * Invokes the roll-up function for a district's month now.
 *
 * @returns the names of what could not be counted; everything else was
 * @throws {Error} with the function's own message
 */
export async function rollUpNow(
  lambda: LambdaClient,
  FunctionName: string,
  request: RollUpRequest,
): Promise<readonly string[]> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(request)) }),
  );
  const said: unknown = JSON.parse(new TextDecoder().decode(Payload));
  if (!FunctionError) return said as readonly string[];
  throw new Error((said as { readonly errorMessage?: string }).errorMessage ?? FunctionError);
}

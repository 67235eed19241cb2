import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { invokeNow } from '#infra/admin/invoke-now.ts';

/**
 * Invokes the roll-up function for a district's month now.
 *
 * @returns the names of what could not be counted; everything else was
 * @throws {Error} with the function's own message
 */
export async function rollUpNow(
  lambda: LambdaClient,
  functionName: string,
  request: RollUpRequest,
): Promise<readonly string[]> {
  return (await invokeNow(lambda, functionName, request)) as readonly string[];
}

import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { invokeNow } from '#infra/admin/invoke-now.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { type Instant, type Month, monthAt } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

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

/**
 * Refuses a month of which there is nothing to count: its scorecard would stand for good, empty.
 *
 * @throws {Error} saying why
 */
export async function throwIfUncountable(
  district: UnitId,
  month: Month,
  directory: Pick<DirectoryStore, 'unit'>,
  now: Instant,
): Promise<void> {
  if (month > monthAt(now)) throw new Error(`${month} has not begun: nothing was counted.`);
  if (!findRegime(month)) throw new Error(`No regime covers ${month}: nothing was counted.`);
  const from = (await directory.unit(district))?.from;
  if (from !== undefined && month < from) {
    throw new Error(`${district} begins with ${from}, after ${month}: nothing was counted.`);
  }
}

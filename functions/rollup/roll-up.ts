import { closeMonth } from '#functions/rollup/close-month.ts';
import { refreshMonth } from '#functions/rollup/refresh-month.ts';
import type { Stores } from '#functions/rollup/run.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant } from '#shared/period.ts';

/**
 * Rolls a district's month up into the scorecards of the district and its communes.
 *
 * It recomputes and never adds to a total, so running it again or twice at once gives the same result.
 *
 * @returns the reports that could not be counted
 * @throws {RangeError} for a district that is not in the directory
 */
export async function rollUp(request: RollUpRequest, stores: Stores, now: Instant): Promise<readonly string[]> {
  const { district, month, official, commune } = request;
  const [directory, live] = await Promise.all([
    stores.directory.directory(district, month),
    official ? undefined : stores.scorecards.live(district, month),
  ]);
  if (!directory) throw new RangeError(`No such district: ${district}`);
  const run = { month, directory, regime: requireRegime(month, directory.district.choices), stores, now };
  const { stored, rejected } = official ? await closeMonth(run) : await refreshMonth(run, live, commune);
  return stored ? rejected : rollUp(request, stores, now);
}

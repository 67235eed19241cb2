import { closeMonth } from '#functions/rollup/close-month.ts';
import { refreshMonth } from '#functions/rollup/refresh-month.ts';
import { NoDirectory, type Outcome, type Stores } from '#functions/rollup/run.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Instant } from '#shared/period.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import { deadlines } from '#shared/units/units.ts';

/**
 * Rolls a district's month up into the scorecards of the district and its communes.
 *
 * It recomputes and never adds to a total, so running it again or twice at once gives the same result.
 *
 * @returns what could not be counted; everything else was
 * @throws {NoDirectory} for a district that is not in the directory, or whose directory cannot be read: nothing is counted
 * @throws {RangeError} for a month that cannot be official yet
 */
export async function rollUp(request: RollUpRequest, stores: Stores, now: Instant): Promise<readonly LeftOut[]> {
  const { stored, leftOut } = await (request.official ? close(request, stores, now) : refresh(request, stores, now));
  return stored ? leftOut : rollUp(request, stores, now);
}

async function close({ district, month }: RollUpRequest, stores: Stores, now: Instant): Promise<Outcome> {
  const unit = await stores.directory.unit(district);
  if (!unit) throw new NoDirectory(`No such district: ${district}`);
  const { closing } = deadlines(unit, month);
  if (now <= closing) throw new RangeError(`${month} is open until ${closing}: it cannot be made official before.`);
  return closeMonth({ district, month, stores, now });
}

async function refresh({ district, month, commune }: RollUpRequest, stores: Stores, now: Instant): Promise<Outcome> {
  const [{ result: directory, unreadable }, live] = await Promise.all([
    listingUnreadable(() => stores.directory.directory(district, month)),
    stores.scorecards.live(district, month),
  ]);
  if (!directory) throw new NoDirectory(`No such district: ${district}`);
  const run = { month, directory, regime: requireRegime(month, directory.district.choices), stores, now, unreadable };
  return refreshMonth(run, live, commune);
}

import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { addMonths, type Instant, monthAt, standsIn } from '#shared/period.ts';
import { deadlines } from '#shared/units/units.ts';

/** A closing day may be the last of February: then the month is closed on the 1st of the month after. */
const MONTHS_BACK = [2, 1, 0];

/**
 * Lists the district-months of tonight: the current month and the two before in which the district existed, each
 * official once its closing day has passed. Closing twice changes nothing, so the next night makes up for a failed one.
 */
export async function plan(
  directory: Pick<DirectoryStore, 'districts' | 'unit'>,
  now: Instant,
): Promise<RollUpRequest[]> {
  const current = monthAt(now);
  const requests: RollUpRequest[] = [];
  for (const id of await directory.districts()) {
    const district = await directory.unit(id);
    if (!district) throw new Error(`The list of districts names ${id}, which is not in the directory`);
    for (const month of MONTHS_BACK.map((back) => addMonths(current, -back))) {
      if (!standsIn(month, district)) continue;
      requests.push({ district: id, month, official: now > deadlines(district, month).closing });
    }
  }
  return requests;
}

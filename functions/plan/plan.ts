import type { RollUpRequest } from '#functions/rollup/roll-up.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { addMonths, type Instant, monthAt } from '#shared/period.ts';
import { deadlines } from '#shared/units.ts';

/**
 * Which district-months are due tonight: the current month and the one before, each official once its closing day has
 * passed. Closing twice changes nothing, so a night that failed is made good by the next.
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
    for (const month of [addMonths(current, -1), current]) {
      requests.push({ district: id, month, official: now > deadlines(district, month).closing });
    }
  }
  return requests;
}

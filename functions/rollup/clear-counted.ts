import { forEachUnit } from '#functions/rollup/run.ts';
import type { Owed, OwedStore } from '#functions/store/owed-store.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import type { Instant } from '#shared/period.ts';

/** A roll-up reads eventually consistently: it may have missed what was stored so shortly before. */
const MISSED_MS = 5000;

/**
 * Clears what changes owed to a roll-up that has just counted them: those that had been stored before it began. It alone
 * clears these, so that a message that gets lost is asked for again.
 */
export async function clearCounted(
  request: RollUpRequest,
  { owed }: { readonly owed: Pick<OwedStore, 'all' | 'clear'> },
  begun: Instant,
): Promise<void> {
  const seen = new Date(Date.parse(begun) - MISSED_MS).toISOString();
  const counted = (await owed.all(request.district)).filter((each) => isCounted(each, request, seen));
  await forEachUnit(counted, (each) => owed.clear(each));
}

function isCounted({ rollUp, storedAt }: Owed, { month, official, commune }: RollUpRequest, seen: Instant): boolean {
  if (!rollUp || !storedAt || storedAt > seen || rollUp.month !== month) return false;
  if (official) return true;
  return !rollUp.official && (commune === undefined || commune === rollUp.commune);
}

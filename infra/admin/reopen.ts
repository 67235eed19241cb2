import { findClosedMonth, type ReopenStores, reopeningName, reopenMonth } from '#functions/store/reopen-month.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * Opens a closed month of a district again, on the word of the district.
 *
 * @returns a sentence for the operator
 * @throws {Error} for a month that has not closed
 */
export async function reopen(
  { district, month, reason }: { readonly district: UnitId; readonly month: Month; readonly reason: string },
  stores: ReopenStores,
  now: Instant,
  record: OperatorRecord,
): Promise<string> {
  const closed = await findClosedMonth(district, month, stores);
  if (!closed) throw new Error(`${month} has no official scorecard of ${district}: it is not closed.`);
  if (closed.open) return `${district} ${month}: open again since ${closed.open.at}, for: ${closed.open.reason}`;
  await record(district, 'changed', reopeningName({ district, month, revision: closed.base + 1 }));
  const { kind } = await reopenMonth(closed, reason, { by: operatorOf(district), at: now }, stores);
  if (kind === 'stale') throw new Error(`Somebody else opened ${month} at the same time: look, and open it again.`);
  return `${district} ${month}: open again; the night closes it.`;
}

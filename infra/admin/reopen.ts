import type { AuditStore } from '#functions/store/audit-store.ts';
import { findClosedMonth, type ReopenStores, reopeningName, reopenMonth } from '#functions/store/reopen-month.ts';
import { asOperator } from '#infra/admin/operator.ts';
import { OPERATOR } from '#shared/access/audit.ts';
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
  { audit, ...stores }: ReopenStores & { readonly audit: Pick<AuditStore, 'append'> },
  now: Instant,
): Promise<string> {
  const closed = await findClosedMonth(district, month, stores);
  if (!closed) throw new Error(`${month} has no official scorecard of ${district}: it is not closed.`);
  if (closed.open) return `${district} ${month}: open again since ${closed.open.at}, for: ${closed.open.reason}`;
  const { kind, stored } = await reopenMonth(closed, reason, asOperator(district, now), stores);
  if (kind === 'stale') throw new Error(`Somebody else opened ${month} at the same time: look, and open it again.`);
  await audit.append(district, { kind: 'changed', at: now, of: reopeningName(stored), from: OPERATOR });
  return `${district} ${month}: open again; the night closes it.`;
}

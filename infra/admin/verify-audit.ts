import type { AuditStore, SealStore } from '#functions/store/audit-store.ts';
import { faultsOf } from '#shared/access/audit.ts';
import { type Day, dayAt, type Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The result of checking a district's audit. */
export interface AuditVerdict {
  readonly days: number;
  readonly entries: number;
  /** One line for each fault, with its day. */
  readonly faults: readonly string[];
}

/**
 * Follows the audit's chain through every sealed day and today, and compares it with the seals.
 *
 * @param keepDays how long entries are kept: a sealed day that is older may be empty
 */
export async function verifyAudit(
  district: UnitId,
  { audit, seals }: { readonly audit: Pick<AuditStore, 'day'>; readonly seals: Pick<SealStore, 'all'> },
  { now, keepDays }: { readonly now: Instant; readonly keepDays: number },
): Promise<AuditVerdict> {
  const oldest = dayAt(new Date(Date.parse(now) - keepDays * 24 * 60 * 60 * 1000).toISOString());
  const sealed = new Map((await seals.all(district)).map((seal) => [seal.day, seal]));
  const days = [...new Set([...sealed.keys(), dayAt(now)])].filter((day) => day > oldest).sort();
  let count = 0;
  const faults: string[] = [];
  for (const day of days) {
    const entries = await audit.day(district, day as Day);
    count += entries.length;
    faults.push(...faultsOf(entries, sealed.get(day)).map((fault) => `${day}: ${fault}`));
  }
  return { days: days.length, entries: count, faults };
}

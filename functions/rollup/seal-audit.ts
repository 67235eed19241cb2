import type { AuditStore, SealStore } from '#functions/store/audit-store.ts';
import { dayAt, type Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Notes how far the district's audit of today and yesterday has come, so that entries taken away later are missed. */
export async function sealAudit(
  district: UnitId,
  { audit, seals }: { readonly audit: Pick<AuditStore, 'newest'>; readonly seals: Pick<SealStore, 'seal'> },
  now: Instant,
): Promise<void> {
  const yesterday = new Date(Date.parse(now) - DAY_MS).toISOString();
  for (const day of [dayAt(yesterday), dayAt(now)]) {
    const newest = await audit.newest(district, day);
    if (newest) await seals.seal({ district, day, number: newest.number, digest: newest.digest, at: now });
  }
}

import type { AuditStore, SealStore } from '#functions/store/audit-store.ts';
import { dayAt, type Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SealingStores {
  readonly audit: Pick<AuditStore, 'newest'>;
  readonly seals: Pick<SealStore, 'seal'>;
}

/**
 * Seals today's audit of a district at its newest entry, so that removing entries later is noticed.
 *
 * @param andYesterday seals yesterday too, which may have got entries since its last seal: once a night is enough
 */
export async function sealAudit(
  district: UnitId,
  { audit, seals }: SealingStores,
  now: Instant,
  { andYesterday }: { readonly andYesterday: boolean },
): Promise<void> {
  const yesterday = new Date(Date.parse(now) - DAY_MS).toISOString();
  const days = [...(andYesterday ? [dayAt(yesterday)] : []), dayAt(now)];
  await Promise.all(
    days.map(async (day) => {
      const newest = await audit.newest(district, day);
      if (newest) await seals.seal({ district, day, number: newest.number, digest: newest.digest, at: now });
    }),
  );
}

import type { Entry } from '#functions/store/unit-store.ts';
import { OPERATOR } from '#shared/access/audit.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What the operator enters for a district, as it is kept: who, when and why. */
export function asOperator(district: UnitId, at: Instant, reason?: string): Entry {
  return { by: { user: OPERATOR, role: 'district', unit: district }, at, ...(reason && { reason }) };
}

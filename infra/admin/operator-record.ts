import type { AuditStore } from '#functions/store/audit-store.ts';
import { type AuditKind, OPERATOR } from '#shared/access/audit.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Puts what the operator does on a district's record: what kind of change, and of what. */
export type OperatorRecord = (district: UnitId, kind: AuditKind, of: string) => Promise<void>;

/** Who the operator is in a district's records. */
export function operatorOf(district: UnitId): Actor {
  return { user: OPERATOR, role: 'district', unit: district };
}

/**
 * Records before the change is made: a command that is stopped in between leaves an entry too many rather than a change
 * that nobody knows of, since running it again finds nothing to change.
 */
export function operatorRecord(audit: Pick<AuditStore, 'append'>, at: Instant): OperatorRecord {
  return async (district, kind, of) => {
    await audit.append(district, { kind, at, by: operatorOf(district), of, from: OPERATOR });
  };
}

/** How many units an entry of the audit names. */
const UNITS_AN_ENTRY = 25;

/** Puts units that are about to change on their district's record. */
export function recordUnits(district: UnitId, record: OperatorRecord): (changed: readonly UnitId[]) => Promise<void> {
  return async (changed) => {
    for (let at = 0; at < changed.length; at += UNITS_AN_ENTRY) {
      await record(district, 'directory', ['units', ...changed.slice(at, at + UNITS_AN_ENTRY)].join(' '));
    }
  };
}

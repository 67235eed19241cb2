import type { Actor } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * What the audit records: sign-ins, refusals, returns without the password, reading free text, exports and changes; of the
 * operator's changes the directory, the norms and notices too.
 */
export const auditKinds = [
  'signed-in',
  'refused',
  'signed-out',
  'code-asked',
  'recovered',
  'viewed',
  'exported',
  'changed',
  'account',
  'token',
  'directory',
  'norms',
  'purge',
  'restored',
  'notice',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** An event to record. It names things by their ids and never contains what was typed or read. */
export interface AuditEvent {
  readonly kind: AuditKind;
  readonly at: Instant;
  /** Absent if nobody was signed in. */
  readonly by?: Actor;
  /** The subject: a report's id, a file's name, or an account and what was done to it. */
  readonly of?: string;
  /** The IP address, shortened by `shortAddress`, or `OPERATOR`. */
  readonly from: string;
  /** The id of the change that it is about: no change has two entries. Absent: older, or no change. */
  readonly change?: string;
}

/** Where the operator's command line comes from: no address reads like this. */
export const OPERATOR = 'operator';

/** An event as an entry: it has a number within the day and the digest of the entry before it. */
export interface AuditEntry extends AuditEvent {
  /** Starts at 1 each day and has no gaps. */
  readonly number: number;
  /** Digest of the entry before it; empty for the first of a day. */
  readonly previous: string;
  readonly digest: string;
}

/** The newest entry of a day when the district was counted. It is stored apart from the audit itself. */
export interface AuditSeal {
  readonly district: UnitId;
  readonly day: string;
  readonly number: number;
  readonly digest: string;
  readonly at: Instant;
}

/** Turns an event into the entry that follows `newest`. */
export function entryAfter(newest: AuditEntry | undefined, event: AuditEvent): AuditEntry {
  const entry = { ...event, number: (newest?.number ?? 0) + 1, previous: newest?.digest ?? '' };
  return { ...entry, digest: digestOf(entry) };
}

/**
 * What is wrong with a day of the audit, in sentences for the operator; an intact day has none.
 *
 * The chain shows if an entry was changed, removed or inserted; the seal shows if the last or all entries are missing.
 */
export function faultsOf(entries: readonly AuditEntry[], seal?: Pick<AuditSeal, 'number' | 'digest'>): string[] {
  const faults: string[] = [];
  let before: AuditEntry | undefined;
  for (const entry of entries) {
    const { digest, ...content } = entry;
    const expected = (before?.number ?? 0) + 1;
    if (entry.number !== expected) faults.push(`entry ${expected} is missing`);
    else if (entry.previous !== (before?.digest ?? ''))
      faults.push(`entry ${entry.number} does not follow the one before`);
    if (digestOf(content) !== digest) faults.push(`entry ${entry.number} was changed`);
    before = entry;
  }
  if (!seal) return faults;
  const sealed = entries.find(({ number }) => number === seal.number);
  if (!sealed) faults.push(`entry ${seal.number} was there when it was sealed, and is gone`);
  else if (sealed.digest !== seal.digest) faults.push(`entry ${seal.number} is not the one that was sealed`);
  return faults;
}

/**
 * Where a request came from, made too coarse to identify a household.
 *
 * @example shortAddress('203.0.113.77') //=> '203.0.113.*'
 * @example shortAddress('2001:db8:7:1::9') //=> '2001:db8:7:*'
 */
export function shortAddress(address: string): string {
  const mapped = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address);
  if (mapped) return `${mapped[1]}.*`;
  const groups = /^[0-9a-f:.]{2,45}$/i.test(address) ? address.split('::')[0]?.split(':').slice(0, 3) : undefined;
  return groups ? `${groups.join(':')}:*` : '*';
}

import { type AuditEvent, OPERATOR } from '#shared/access/audit.ts';
import { folded } from '#shared/input/lists/head-row.ts';
import { addDays, type Day, dayAt, type Instant } from '#shared/period.ts';

/**
 * Why an account that nobody else can help is let in again. A person who has left is replaced: the account is handed over,
 * and nothing of the one before lets in any more.
 */
export const letInReasons = ['forgotten', 'lost-device', 'left'] as const;
export type LetInReason = (typeof letInReasons)[number];

/** How many days a request waits for the second person, that of asking included. */
const WAITS_DAYS = 4;

/** A step of letting an account in: one person asks on the district's word, another approves. */
export interface LetInStep {
  readonly step: 'asked' | 'approved';
  readonly user: string;
  readonly reason: LetInReason;
  /** The name of the person who works as operator. */
  readonly name: string;
}

/** What the audit says of a step; it has no other place. */
export function letInRecord({ step, user, reason, name }: LetInStep): string {
  return `let-in-${step} ${user} ${reason} ${OPERATOR} ${name}`;
}

function stepIn({ kind, of = '', from }: AuditEvent): LetInStep | undefined {
  if (kind !== 'account' || from !== OPERATOR) return undefined;
  const [, step, user = '', word, name = ''] = /^let-in-(asked|approved) (\S+) (\S+) operator (.+)$/.exec(of) ?? [];
  const reason = letInReasons.find((each) => each === word);
  return step && reason ? { step: step as LetInStep['step'], user, reason, name } : undefined;
}

/** The days of the audit on which a request may stand that still counts, the oldest first. */
export function letInDays(now: Instant): Day[] {
  return Array.from({ length: WAITS_DAYS }, (_, n) => addDays(dayAt(now), n + 1 - WAITS_DAYS));
}

/** The request for an account that waits for a second person: the newest, unless it was approved. */
export function waitingLetIn(user: string, entries: readonly AuditEvent[]): LetInStep | undefined {
  const newest = entries.map(stepIn).findLast((step) => step?.user === user);
  return newest?.step === 'asked' ? newest : undefined;
}

/** Whether two names may be one person's, however they are written. */
export function mayBeOnePerson(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

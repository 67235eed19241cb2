import { type AccountChange, accountChanges } from '#shared/access/accounts.ts';
import { type AuditEvent, OPERATOR } from '#shared/access/audit.ts';
import { addDays, type Day, dayAt, type Instant } from '#shared/period.ts';

/** A change that may leave an account in the hands of whoever made it: its password or address passed through them. */
export interface Handling {
  /** Whose account was changed. */
  readonly of: string;
  readonly by: string;
}

/** Accounts that one person handled so shortly before are taken for that person's own. */
const HANDLED_DAYS = 30;

/** Changes that give nobody a way in. */
const harmless: ReadonlySet<AccountChange['kind']> = new Set(['disable', 'enable']);

/**
 * What an entry of the audit says about an account's handling, as `make-change.ts` names it: `reset thanh-van`. The
 * operator, who enters everybody, is nobody's hand; no address of a request reads like the operator's.
 */
export function handlingIn({ kind, by, of = '', from }: Omit<AuditEvent, 'at'>): Handling | undefined {
  const [change, account] = of.split(' ');
  const known = accountChanges.find((each) => each === change);
  const counts = kind === 'account' && from !== OPERATOR && known && !harmless.has(known);
  return counts && account && by ? { of: account, by: by.user } : undefined;
}

/** The days of the audit on which a handling counts: from 30 days before something was asked until it is approved. */
export function handledDays(asked: Instant, until: Instant): Day[] {
  const last = dayAt(until);
  const days: Day[] = [];
  for (let day = addDays(dayAt(asked), -HANDLED_DAYS); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Whether two accounts belong to two persons, as far as the audit knows: no account could have been used as both,
 * neither directly nor through others that it had made.
 *
 * @example areTwoPersons('a', 'b', [{ of: 'b', by: 'a' }]) //=> false
 * @example areTwoPersons('b', 'c', [{ of: 'b', by: 'a' }, { of: 'c', by: 'a' }]) //=> false
 */
export function areTwoPersons(one: string, other: string, handlings: readonly Handling[]): boolean {
  const hands = handsOf(one, handlings);
  return [...handsOf(other, handlings)].every((hand) => !hands.has(hand));
}

/** An account and all that could have used it. */
function handsOf(account: string, handlings: readonly Handling[]): ReadonlySet<string> {
  const hands = new Set([account]);
  for (const hand of hands) {
    for (const { of, by } of handlings) if (of === hand) hands.add(by);
  }
  return hands;
}

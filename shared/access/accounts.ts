import type { Role } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import type { Typed } from '#shared/input/typed.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** An account as its district administers it. */
export interface Account extends Session {
  /** Whether it may sign in. */
  readonly enabled: boolean;
  /** Whether its owner has yet to replace a one-time password. */
  readonly mustChoose: boolean;
  /** The address that gets the code for a forgotten password; most accounts have none. */
  readonly email?: string;
  /** Whether signing in takes the code of an authenticator app too. Lists leave it out. */
  readonly asksForCode?: true;
}

/** What an account may do now; `undefined` if nothing: it is disabled, waits for a password, or its unit is none. */
export function rightsOf(account: Account | undefined): Session | undefined {
  if (!account?.enabled || account.mustChoose || !isUnitId(account.unit)) return undefined;
  const { user, role, unit, group } = account;
  if (role !== 'group') return { user, role, unit };
  return group !== undefined && Number.isInteger(group) && group > 0 ? { user, role, unit, group } : undefined;
}

/** Whether two accounts, or an account and a session of it, may do the same. */
export function sameRights(one: Omit<Session, 'user'>, other: Omit<Session, 'user'>): boolean {
  return one.role === other.role && one.unit === other.unit && one.group === other.group;
}

/** What can be done to accounts. */
export const accountChanges = ['add', 'move', 'email', 'reset', 'hand-over', 'disable', 'enable'] as const;
export type AccountChange =
  | { readonly kind: 'add'; readonly account: Session; readonly email: string }
  | { readonly kind: 'move'; readonly account: Session }
  /** A blank address removes the present one. */
  | { readonly kind: 'email'; readonly user: string; readonly email: string }
  /** A hand-over gives the account to another person: the one before has no way in any more. */
  | { readonly kind: 'reset' | 'hand-over' | 'disable' | 'enable'; readonly user: string };

export function userOf(change: AccountChange): string {
  return 'account' in change ? change.account.user : change.user;
}

/** Describes a change for the audit: what, whose account and which unit, but no person's address. */
export function accountRecord(change: AccountChange): string {
  const { role, unit, group } = 'account' in change ? change.account : {};
  return [change.kind, userOf(change), role, unit, group].filter((part) => part !== undefined).join(' ');
}

/** Why a change is rejected. */
export const accountFaults = [
  'no-change',
  'bad-name',
  'no-role',
  'no-unit',
  'wrong-level',
  'unknown-unit',
  'group-number',
  'bad-email',
  'twice',
  'taken',
  'made',
  'busy',
  'unknown-account',
  'own-account',
] as const;
export type AccountFault = (typeof accountFaults)[number];

/** The fields of an account, as forms and files name them. */
export type AccountField = 'user' | 'role' | 'unit' | 'group' | 'email';

const fields: Readonly<Record<AccountFault, AccountField | undefined>> = {
  'no-change': undefined,
  'bad-name': 'user',
  'no-role': 'role',
  'no-unit': 'unit',
  'wrong-level': 'unit',
  'unknown-unit': 'unit',
  'group-number': 'group',
  'bad-email': 'email',
  twice: 'user',
  taken: 'user',
  made: 'user',
  busy: undefined,
  'unknown-account': 'user',
  'own-account': 'user',
};

/** The field where a mistake must be corrected, if it belongs to a field. */
export function fieldAt(fault: AccountFault): AccountField | undefined {
  return fields[fault];
}

/** The depth in the tree of a role's unit. */
const depths: Readonly<Record<Role, number>> = { district: 1, group: 1, commune: 2, cell: 3 };

export const roles = Object.keys(depths) as readonly Role[];

/** Names are in lower case: the user pool does not tell capitals from small letters. */
export function accountName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/**
 * Reads the owner of an account from the typed fields `user`, `role`, `unit` and `group`.
 *
 * @param units the units that may have accounts
 */
function readAccount(typed: Typed, units: ReadonlySet<UnitId>): Session | readonly AccountFault[] {
  const user = accountName(typed['user'] ?? '');
  const role = (typed['role'] ?? '').trim() as Role;
  const unit = (typed['unit'] ?? '').trim();
  const group = Number((typed['group'] ?? '').trim() || Number.NaN);
  const isGroup = role === 'group';
  const faults: AccountFault[] = [];
  // It begins with a letter or digit: browsers take `..` in an address for the folder above, so its page would open for nobody.
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(user)) faults.push('bad-name');
  if (!roles.includes(role)) faults.push('no-role');
  if (unit === '') faults.push('no-unit');
  else if (!units.has(unit)) faults.push('unknown-unit');
  else if (roles.includes(role) && unit.split('.').length !== depths[role]) faults.push('wrong-level');
  if (isGroup ? !(Number.isInteger(group) && group > 0 && group < 1000) : !Number.isNaN(group))
    faults.push('group-number');
  return faults.length > 0 ? faults : { user, role, unit, ...(isGroup && { group }) };
}

/** Mail servers refuse longer addresses (RFC 5321, without the brackets). */
const LONGEST_EMAIL = 254;

/** The address to which mail is sent; blank if there is none. */
function readEmail(typed: Typed): string | readonly AccountFault[] {
  const email = (typed['email'] ?? '').trim();
  if (email === '') return email;
  const isAddress = /^[\w.%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(email) && email.length <= LONGEST_EMAIL;
  return isAddress ? email : ['bad-email'];
}

/** Reads a change from the typed fields; `change` names its kind. */
export function readChange(typed: Typed, units: ReadonlySet<UnitId>): AccountChange | readonly AccountFault[] {
  const kind = accountChanges.find((each) => each === (typed['change'] ?? '').trim());
  if (!kind) return ['no-change'];
  if (kind === 'reset' || kind === 'hand-over' || kind === 'disable' || kind === 'enable') {
    return { kind, user: accountName(typed['user'] ?? '') };
  }
  const email = kind === 'move' ? '' : readEmail(typed);
  if (kind === 'email') {
    return typeof email === 'string' ? { kind, user: accountName(typed['user'] ?? ''), email } : email;
  }
  const account = readAccount(typed, units);
  if (!('user' in account) || typeof email !== 'string') {
    return [...('user' in account ? [] : account), ...(typeof email === 'string' ? [] : email)];
  }
  return kind === 'add' ? { kind, account, email } : { kind, account };
}

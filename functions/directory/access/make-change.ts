import type { Accounts } from '#functions/cognito/accounts.ts';
import { oneTimePassword } from '#functions/directory/access/one-time-password.ts';
import type { ToRecord } from '#functions/http/answer.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import type { Account, AccountChange, AccountFault } from '#shared/access/accounts.ts';
import { can, type Viewer } from '#shared/access/can.ts';

export interface ChangeDeps {
  readonly accounts: Pick<Accounts, 'find' | 'add' | 'move' | 'setEmail' | 'reset' | 'disable' | 'enable'>;
  readonly openSessions: Pick<SessionStore, 'endAll'>;
  readonly devices: Pick<DeviceStore, 'forget'>;
}

/** The result of a change. It is shown once, since nobody can look the password up again. */
export interface Made {
  readonly user: string;
  readonly kind: AccountChange['kind'];
  readonly password?: string;
}

/** A permitted change, with the account as it was before. */
export type Cleared = { readonly change: AccountChange; readonly was: Account | undefined };

/** Checks against the user pool whether a change is permitted now. */
export async function clear(
  change: AccountChange,
  viewer: Viewer,
  { accounts }: Pick<ChangeDeps, 'accounts'>,
): Promise<Cleared | AccountFault> {
  const user = userOf(change);
  if (user === viewer.user) return 'own-account';
  const was = await accounts.find(user);
  if (change.kind === 'add') return was ? 'taken' : { change, was };
  // An account outside the asker's permission gets the same answer as one that does not exist.
  return was && can(viewer, 'administer', was.unit) ? { change, was } : 'unknown-account';
}

/** Makes a change. A change that takes permissions away also ends the sessions that have them. */
export async function makeChange(
  { change, was }: Cleared,
  { accounts, openSessions, devices }: ChangeDeps,
): Promise<Made> {
  const { kind } = change;
  const user = userOf(change);
  // Whoever has the account next starts on devices of their own.
  const forgetDevices = () => devices.forget(user, new Date().toISOString());
  switch (kind) {
    case 'add': {
      const password = oneTimePassword();
      await accounts.add(change.account, password, change.email);
      return { user, kind, password };
    }
    case 'move':
      if (was) await accounts.move(was, change.account);
      await openSessions.endAll(user);
      return { user, kind };
    case 'email':
      await accounts.setEmail(user, change.email);
      return { user, kind };
    case 'reset': {
      const password = oneTimePassword();
      await accounts.reset(user, password);
      await openSessions.endAll(user);
      await forgetDevices();
      return { user, kind, password };
    }
    case 'disable':
      await accounts.disable(user);
      await openSessions.endAll(user);
      await forgetDevices();
      return { user, kind };
    case 'enable':
      await accounts.enable(user);
      return { user, kind };
  }
}

/** Describes the change for the audit: what, whose account and which unit, but no person's address. */
export function recordOf({ change }: Cleared): ToRecord {
  const to = 'account' in change ? [change.account.role, change.account.unit] : [];
  return { kind: 'account', of: [change.kind, userOf(change), ...to].join(' ') };
}

export function userOf(change: AccountChange): string {
  return 'account' in change ? change.account.user : change.user;
}

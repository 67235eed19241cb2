import type { Accounts } from '#functions/cognito/accounts.ts';
import { changeRights, type RightsDeps } from '#functions/cognito/change-rights.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { RecoveryStore } from '#functions/store/recovery-store.ts';
import { type AccountChange, userOf } from '#shared/access/accounts.ts';

export interface ChangeDeps extends RightsDeps {
  readonly mailChoices: Pick<MailChoiceStore, 'choose'>;
  readonly accounts: Pick<Accounts, 'find' | 'add' | 'move' | 'setEmail' | 'reset' | 'disable' | 'enable'>;
  readonly devices: Pick<DeviceStore, 'forget'>;
  readonly recoveries: Pick<RecoveryStore, 'forget'>;
}

/** The result of a change. It is shown once, since nobody can look the password up again. */
export interface Made {
  readonly user: string;
  readonly kind: AccountChange['kind'];
  readonly password?: string;
}

/**
 * Makes a change to an account, the same from the page, a file and the command line. A change that takes rights away also
 * ends the sessions and sign-ins that have them.
 *
 * @param password the first or one-time password, where it is not to be made up
 */
export async function makeChange(
  change: AccountChange,
  deps: ChangeDeps,
  password: string = oneTimePassword(),
): Promise<Made> {
  const { accounts } = deps;
  const { kind } = change;
  const user = userOf(change);
  // Whoever has the account next signs in on devices of their own.
  const forgetDevices = () => deps.devices.forget(user, new Date().toISOString());
  switch (kind) {
    case 'add':
      await accounts.add(change.account, password, change.email);
      return { user, kind, password };
    case 'move':
      await changeRights(user, deps, () => accounts.move(change.account));
      return { user, kind };
    case 'email':
      await accounts.setEmail(user, change.email);
      await deps.recoveries.forget(user, new Date().toISOString());
      return { user, kind };
    case 'reset':
      await changeRights(user, deps, () => accounts.reset(user, password));
      await forgetDevices();
      return { user, kind, password };
    case 'hand-over':
      await changeRights(user, deps, () => handOver(user, password, deps));
      await forgetDevices();
      return { user, kind, password };
    case 'disable':
      await changeRights(user, deps, () => accounts.disable(user));
      await forgetDevices();
      return { user, kind };
    case 'enable':
      await accounts.enable(user);
      return { user, kind };
  }
}

/** The person before keeps nothing that lets in or that mails go to; what was saved stays with the account. */
async function handOver(user: string, password: string, { accounts, mailChoices }: ChangeDeps): Promise<void> {
  await accounts.setEmail(user, '');
  await accounts.reset(user, password);
  const account = await accounts.find(user);
  if (account) await mailChoices.choose(account, 'on', new Date().toISOString());
}

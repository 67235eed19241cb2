import type { Accounts } from '#functions/cognito/accounts.ts';
import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import type { Slip } from '#infra/admin/sheet/account-sheet.ts';
import { type Account, accountRecord } from '#shared/access/accounts.ts';
import { type LetInReason, letInDays, letInRecord, mayBeOnePerson, waitingLetIn } from '#shared/access/let-in.ts';
import type { Instant } from '#shared/period.ts';

interface AskDeps {
  readonly accounts: Pick<Accounts, 'find' | 'within'>;
  readonly record: OperatorRecord;
}

interface ApproveDeps extends AskDeps, ChangeDeps {
  readonly accounts: ChangeDeps['accounts'] & AskDeps['accounts'];
  readonly audit: Pick<AuditStore, 'day'>;
  /** Writes down the password before it counts. */
  readonly handOut: (slips: readonly Slip[]) => Promise<void>;
}

/**
 * Asks that a district's account that nobody there can help is let in again, on the district's written word.
 *
 * @param name of the person who works as operator, for the record
 * @returns a sentence for the operator
 * @throws {Error} if it is no enabled account of a district, or another of the district can reset it
 */
export async function askLetIn(user: string, reason: LetInReason, name: string, deps: AskDeps): Promise<string> {
  const { unit } = await soleAccount(user, deps);
  await deps.record(unit, 'account', letInRecord({ step: 'asked', user, reason, name }));
  return `${user}: asked by ${name}. A second person approves it within three days: let-in --user ${user} --approve-as NAME --sheet FILE`;
}

/**
 * Approves it as a second person, and gives the account a one-time password; its second factor, devices and sessions go, and
 * where the person has left also the e-mail address.
 *
 * @throws {Error} if nobody has asked, or the same person did
 */
export async function approveLetIn(user: string, name: string, now: Instant, deps: ApproveDeps): Promise<string> {
  const account = await soleAccount(user, deps);
  const days = await Promise.all(letInDays(now).map((day) => deps.audit.day(account.unit, day)));
  const asked = waitingLetIn(user, days.flat());
  if (!asked) throw new Error(`${user}: nobody has asked for it in the last three days.`);
  if (mayBeOnePerson(asked.name, name)) throw new Error(`${user}: ${asked.name} has asked; another person approves.`);
  const kind = asked.reason === 'left' ? 'hand-over' : 'reset';
  const password = oneTimePassword();
  await deps.handOut([{ account, password }]);
  await deps.record(account.unit, 'account', letInRecord({ ...asked, step: 'approved', name }));
  const change = { kind, user } as const;
  await deps.record(account.unit, 'account', accountRecord(change));
  await makeChange(change, deps, password);
  return `${user}: let in again (${kind}); asked by ${asked.name}, approved by ${name}.`;
}

async function soleAccount(user: string, { accounts }: Pick<AskDeps, 'accounts'>): Promise<Account> {
  const account = await accounts.find(user);
  if (account?.role !== 'district' || !account.enabled) throw new Error(`${user} is no enabled account of a district.`);
  const others = (await accounts.within(account.unit)).filter(
    (each) => each.role === 'district' && each.user !== user && each.enabled && !each.mustChoose,
  );
  const [other] = others;
  if (other) throw new Error(`${other.user} of the district can reset it at /directory/users/${user}.`);
  return account;
}

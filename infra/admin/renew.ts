import type { Accounts } from '#functions/cognito/accounts.ts';
import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import type { Slip } from '#infra/admin/sheet/account-sheet.ts';
import { accountRecord } from '#shared/access/accounts.ts';
import type { UnitId } from '#shared/units/units.ts';
import { districtOf, isWithin } from '#shared/units/units.ts';

interface Deps extends ChangeDeps {
  readonly accounts: ChangeDeps['accounts'] & Pick<Accounts, 'within'>;
  readonly record: OperatorRecord;
  /** Writes down the passwords before they count. */
  readonly handOut: (slips: readonly Slip[]) => Promise<void>;
}

/** One account by its name, or all of a unit and below it. */
export type Renewed = { readonly user: string } | { readonly unit: UnitId };

/**
 * Gives accounts that have yet to choose their first password another one-time password: the one before may have run out.
 * An account that is in use is left alone, so that nobody is shut out by it.
 *
 * @returns a sentence for the operator
 * @throws {Error} if no such account waits for its first password
 */
export async function renew(which: Renewed, { record, handOut, ...deps }: Deps): Promise<string> {
  const found = 'user' in which ? [await deps.accounts.find(which.user)] : await deps.accounts.within(which.unit);
  const waiting = found.flatMap((account) =>
    account?.mustChoose && account.enabled && ('user' in which || isWithin(account.unit, which.unit)) ? account : [],
  );
  const named = 'user' in which ? which.user : which.unit;
  if (waiting.length === 0) {
    throw new Error(
      `${named}: no account waits for its first password. One in use is reset by its district, at /directory/users.`,
    );
  }
  const slips = waiting.map((account) => ({ account, password: oneTimePassword() }));
  await handOut(slips);
  for (const { account, password } of slips) {
    const change = { kind: 'reset', user: account.user } as const;
    await record(districtOf(account.unit), 'account', accountRecord(change));
    await makeChange(change, deps, password);
  }
  return `${named}: ${slips.length} accounts have another one-time password; the one before holds no more.`;
}

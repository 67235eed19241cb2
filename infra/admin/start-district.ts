import type { Accounts } from '#functions/cognito/accounts.ts';
import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import type { Slip } from '#infra/admin/sheet/account-sheet.ts';
import { accountRecord } from '#shared/access/accounts.ts';
import type { UnitId } from '#shared/units/units.ts';

interface Deps extends ChangeDeps {
  readonly accounts: ChangeDeps['accounts'] & Pick<Accounts, 'isTaken'>;
  readonly record: OperatorRecord;
  /** Enters the district's first units, the district among them, all or none. @returns what to tell the operator */
  readonly enterUnits: () => Promise<string>;
  /** Writes down the first password before there is an account of it. */
  readonly handOut: (slips: readonly Slip[]) => Promise<void>;
}

/**
 * Enters a district's first units and its first account, whose password is handed out on paper; whoever has that account
 * enters all others. Run again after a stop, it goes on.
 *
 * @returns what to tell the operator
 * @throws {Error} if the account is there already, or the district is not among the units
 */
export async function startDistrict(district: UnitId, deps: Deps): Promise<string> {
  const { accounts, record, enterUnits, handOut } = deps;
  const user = `${district}.district`;
  if (await accounts.isTaken(user)) {
    throw new Error(`${user} is there already. For another one-time password: renew --user ${user} --sheet FILE`);
  }
  const entered = await enterUnits();
  const account = { user, role: 'district', unit: district } as const;
  const password = oneTimePassword();
  await handOut([{ account, password }]);
  const change = { kind: 'add', account, email: '' } as const;
  await record(district, 'account', accountRecord(change));
  await makeChange(change, deps, password);
  return `${entered}\n${user}: new, the first account of ${district}.`;
}

import { existsSync } from 'node:fs';
import { appendFile, chmod, writeFile } from 'node:fs/promises';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import { type Printed, sheetHead, slipOf } from '#infra/admin/sheet/account-sheet.ts';
import { type Account, sameRights } from '#shared/access/accounts.ts';

type ArchivedAccount = Omit<Account, 'mustChoose'>;

/** Where one-time passwords are written, to be printed. */
export interface Sheet extends Printed {
  readonly path: string;
}

/** The accounts of an archive. */
export async function accountsIn(file: string): Promise<readonly ArchivedAccount[]> {
  const accounts: ArchivedAccount[] = [];
  for await (const line of readPart(file)) accounts.push(JSON.parse(line) as ArchivedAccount);
  return accounts;
}

/**
 * The names of an archive that are taken by accounts with other rights: nobody may come to an account of another.
 */
export async function takenNames(
  archived: readonly ArchivedAccount[],
  accounts: Pick<Accounts, 'find' | 'isTaken'>,
): Promise<string[]> {
  const taken: string[] = [];
  for (const account of archived) {
    const found = await accounts.find(account.user);
    const isOther = found ? !sameRights(found, account) : await accounts.isTaken(account.user);
    if (isOther) taken.push(account.user);
  }
  return taken;
}

/**
 * Enters accounts with one-time passwords, each written to the sheet before it counts. Owners choose a password at the
 * first sign-in, and set up a second factor anew where their district asks for one. An account that is there stays.
 *
 * @param sheet slips are added to one that is there
 * @returns how many are new
 */
export async function giveAccounts(
  archived: readonly ArchivedAccount[],
  sheet: Sheet,
  accounts: Pick<Accounts, 'find' | 'add' | 'disable' | 'isTaken'>,
): Promise<number> {
  let count = 0;
  for (const account of archived) {
    if (await accounts.find(account.user)) continue;
    const password = oneTimePassword();
    if (!existsSync(sheet.path)) await writeFile(sheet.path, sheetHead, { mode: 0o600 });
    // One that is there may be open to others.
    else if (count === 0) await chmod(sheet.path, 0o600);
    await appendFile(sheet.path, slipOf({ account, password }, sheet));
    await accounts.add(account, password, account.email ?? '');
    if (!account.enabled) await accounts.disable(account.user);
    count += 1;
  }
  return count;
}

import { existsSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import type { Accounts } from '#functions/cognito/accounts.ts';
import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import { type Account, sameRights } from '#shared/access/accounts.ts';

type ArchivedAccount = Omit<Account, 'mustChoose'>;

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
 * @param sheet a page to print and cut; lines are added to one that is there
 * @returns how many are new
 */
export async function giveAccounts(
  archived: readonly ArchivedAccount[],
  sheet: string,
  accounts: Pick<Accounts, 'find' | 'add' | 'disable' | 'isTaken'>,
): Promise<number> {
  let count = 0;
  for (const account of archived) {
    if (await accounts.find(account.user)) continue;
    const password = oneTimePassword();
    if (!existsSync(sheet)) await writeFile(sheet, head, { mode: 0o600 });
    await appendFile(sheet, slipOf(account, password));
    await accounts.add(account, password, account.email ?? '');
    if (!account.enabled) await accounts.disable(account.user);
    count += 1;
  }
  return count;
}

const head = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Mật khẩu dùng một lần</title>
<style>body{font:14px/1.5 sans-serif}p{border-bottom:1px dashed;padding:8px 0;break-inside:avoid;margin:0}code{font-size:18px}</style>
<h1>Mật khẩu dùng một lần · One-time passwords</h1>
<div>Cắt từng phiếu, giao tận tay, có hiệu lực 7 ngày. Giao xong, hủy tệp này. · Cut, hand over in person, valid for 7 days; then destroy this file.</div>
`;

/** Names of accounts and units have only letters, digits, points and hyphens. */
function slipOf({ user, unit }: ArchivedAccount, password: string): string {
  return `<p>Tên đăng nhập: <code>${user}</code> (${unit})<br>Mật khẩu dùng một lần: <code>${password}</code><br>Đồng chí đặt mật khẩu riêng khi đăng nhập lần đầu.</p>\n`;
}

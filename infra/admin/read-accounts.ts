import { BadFile, csvLines } from '#infra/admin/csv-lines.ts';
import type { Account } from '#infra/admin/enter-accounts.ts';
import { readAccount } from '#shared/access/accounts.ts';
import { commonPasswords } from '#shared/access/common-passwords.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { normalPassword, passwordFault } from '#shared/access/password.ts';
import { accountFaultTexts } from '#shared/access/texts/accounts.ts';
import { passwordProblemTexts } from '#shared/access/texts/sign-in.ts';
import type { UnitId } from '#shared/units/units.ts';

const columns = ['user', 'role', 'unit', 'group', 'password'];

/**
 * Reads accounts from a CSV file with the columns `user;role;unit;group;password`; each owner replaces the first
 * password.
 *
 * @throws {BadFile} naming every invalid line
 */
export function readAccounts(text: string, units: ReadonlySet<UnitId>): Account[] {
  const faults: string[] = [];
  const accounts: Account[] = [];
  for (const { number, cell } of csvLines(text, columns)) {
    const read = readAccount(Object.fromEntries(columns.map((column) => [column, cell(column)])), units);
    const password = normalPassword(cell('password'));
    const wrong = 'user' in read ? [] : read.map((fault) => accountFaultTexts.en[fault]);
    if ('user' in read && accounts.some(({ user }) => user === read.user)) wrong.push(accountFaultTexts.en.twice);
    const own = 'user' in read ? ownWords(read.user, read.unit.split('.')) : [];
    const refused = passwordFault(password, { common: commonPasswords, own });
    if (refused) wrong.push(passwordProblemTexts.en[refused]);
    faults.push(...wrong.map((fault) => `line ${number}: ${fault}`));
    if ('user' in read) accounts.push({ ...read, password });
  }
  if (faults.length > 0) throw new BadFile(faults.join('\n'));
  return accounts;
}

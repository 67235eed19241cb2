import { BadFile, csvLines } from '#infra/admin/csv-lines.ts';
import { readAccount } from '#shared/access/accounts.ts';
import { commonPasswords } from '#shared/access/common-passwords.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { normalPassword, passwordFault } from '#shared/access/password.ts';
import type { Session } from '#shared/access/session.ts';
import { accountFaultTexts } from '#shared/access/texts/accounts.ts';
import { passwordProblemTexts } from '#shared/access/texts/sign-in.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A line of the file: who may sign in, in which role, for which unit. */
export interface FileAccount {
  /** As an editor shows it. */
  readonly number: number;
  readonly account: Session;
  /** The first password, which the owner of a new account replaces. */
  readonly password: string;
}

const columns = ['user', 'role', 'unit', 'group', 'password'];

/**
 * Reads accounts from a CSV file with the columns `user;role;unit;group;password`; each owner replaces the first
 * password.
 *
 * @throws {BadFile} naming every invalid line
 */
export function readAccounts(text: string, units: ReadonlySet<UnitId>): FileAccount[] {
  const faults: string[] = [];
  const accounts: FileAccount[] = [];
  for (const { number, cell } of csvLines(text, columns)) {
    const account = readAccount(Object.fromEntries(columns.map((column) => [column, cell(column)])), units);
    const password = normalPassword(cell('password'));
    const wrong = 'user' in account ? [] : account.map((fault) => accountFaultTexts.en[fault]);
    if ('user' in account && accounts.some((each) => each.account.user === account.user)) {
      wrong.push(accountFaultTexts.en.twice);
    }
    const own = 'user' in account ? ownWords(account.user, account.unit.split('.')) : [];
    const refused = passwordFault(password, { common: commonPasswords, own });
    if (refused) wrong.push(`The first password: ${passwordProblemTexts.en[refused]}`);
    faults.push(...wrong.map((fault) => `line ${number}: ${fault}`));
    if ('user' in account) accounts.push({ number, account, password });
  }
  if (faults.length > 0) throw new BadFile(faults.join('\n'));
  return accounts;
}

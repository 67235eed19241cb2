import { oneTimePassword } from '#functions/cognito/one-time-password.ts';
import { readListFile } from '#functions/files/read-list-file.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { type AccountFault, fieldAt } from '#shared/access/accounts.ts';
import { commonPasswords } from '#shared/access/common-passwords.ts';
import { type AccountRow, readAccountList } from '#shared/access/lists/read-account-list.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { normalPassword, passwordFault } from '#shared/access/password.ts';
import type { Session } from '#shared/access/session.ts';
import { accountFaultTexts } from '#shared/access/texts/accounts.ts';
import { passwordProblemTexts } from '#shared/access/texts/sign-in.ts';
import { fileFaultTexts } from '#shared/input/texts/list-files.ts';
import type { Unit } from '#shared/units/units.ts';

/** A line of the file: who may sign in, in which role, for which unit. */
export interface FileAccount {
  /** As an editor shows it. */
  readonly number: number;
  readonly account: Session;
  readonly email: string;
  /** The first password, which the owner of a new account replaces. */
  readonly password: string;
  /** Whether the password was made up here, so that only the printed sheet tells it. */
  readonly isMade: boolean;
}

/**
 * Reads accounts from a list, CSV or XLSX, with a column for each of user, role, unit, group, password and perhaps
 * e-mail; each owner replaces the first password. Every line is checked before anything is entered.
 *
 * @param makesPasswords whether a line without a password gets one that is made up
 * @throws {BadFile} naming every invalid line and cell
 */
export function readAccounts(bytes: Uint8Array, units: readonly Unit[], makesPasswords = false): FileAccount[] {
  const file = readListFile(bytes);
  if (typeof file === 'string') throw new BadFile(`${fileFaultTexts.vi[file]}\n${fileFaultTexts.en[file]}`);
  const rows = readAccountList(file, units);
  if (!rows || rows.length === 0) throw new BadFile('There is no head row with user, role, unit and password.');
  const faults: string[] = [];
  const accounts: FileAccount[] = [];
  for (const row of rows) {
    const { number, change, password: typed, unread } = row;
    const say = (field: string, vi: string, en: string) =>
      faults.push(`Ô ${row.address(field)}: ${vi}\n  line ${number}: ${en}`);
    for (const field of unread) say(field, 'có chữ không đọc được.', 'letters that cannot be read');
    const isMade = makesPasswords && typed === '';
    const password = isMade ? oneTimePassword() : normalPassword(typed);
    const added = 'kind' in change && change.kind === 'add' ? change : undefined;
    for (const fault of faultsOf(row, accounts)) {
      say(fieldAt(fault) ?? 'change', accountFaultTexts.vi[fault], accountFaultTexts.en[fault]);
    }
    const own = added ? ownWords(added.account.user, added.account.unit.split('.')) : [];
    const refused = passwordFault(password, { common: commonPasswords, own });
    if (refused) {
      const [vi, en] = [passwordProblemTexts.vi[refused], passwordProblemTexts.en[refused]];
      say('password', `Mật khẩu đầu: ${vi}`, `The first password: ${en}`);
    }
    if (added) accounts.push({ number, account: added.account, email: added.email, password, isMade });
  }
  if (faults.length > 0) throw new BadFile(faults.join('\n'));
  return accounts;
}

function faultsOf({ change }: AccountRow, before: readonly FileAccount[]): readonly AccountFault[] {
  if (!('kind' in change)) return change;
  // Other changes are the district's, on its page.
  if (change.kind !== 'add') return ['no-change'];
  return before.some(({ account }) => account.user === change.account.user) ? ['twice'] : [];
}

import type { Accounts } from '#functions/cognito/accounts.ts';
import { type ChangeDeps, makeChange } from '#functions/cognito/make-change.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import type { OperatorRecord } from '#infra/admin/operator-record.ts';
import type { FileAccount } from '#infra/admin/read-accounts.ts';
import type { Slip } from '#infra/admin/sheet/account-sheet.ts';
import { type Account, type AccountChange, accountRecord, sameRights } from '#shared/access/accounts.ts';
import type { Session } from '#shared/access/session.ts';
import { districtOf } from '#shared/units/units.ts';

interface Deps extends ChangeDeps {
  readonly accounts: ChangeDeps['accounts'] & Pick<Accounts, 'isTaken'>;
  readonly record: OperatorRecord;
  /** Writes down the passwords of the accounts that are about to be added: made up, they stand nowhere else. */
  readonly handOut?: (slips: readonly Slip[]) => Promise<void>;
}

/** A line with what the user pool has under its name: an account, or one that has no role any more. */
interface Found extends FileAccount {
  readonly was: Account | 'no role' | undefined;
}

/**
 * Enters accounts the way that the page does: a new one gets its first password; one with other rights is moved, which
 * ends its sessions; one with the same rights stays as it is. Each is on record in its district.
 *
 * @returns what became of each line
 * @throws {BadFile} naming every line whose name is an account's of another district; nothing is entered then
 * @throws {AccountBusy} if somebody else is changing one of them; those before it are entered, and are not again
 */
export async function enterAccounts(lines: readonly FileAccount[], deps: Deps): Promise<string[]> {
  const found = await lookUp(lines, deps);
  const slips = found.filter(({ was, isMade }) => was === undefined && isMade);
  if (slips.length > 0) await deps.handOut?.(slips);
  const said: string[] = [];
  for (const line of found) said.push(`line ${line.number}: ${line.account.user}: ${await enter(line, deps)}`);
  return said;
}

/** What would become of each line, without doing it. @throws {BadFile} as {@link enterAccounts} does */
export async function previewAccounts(lines: readonly FileAccount[], deps: Pick<Deps, 'accounts'>): Promise<string[]> {
  return (await lookUp(lines, deps)).map((line) => `line ${line.number}: ${line.account.user}: ${outcomeOf(line)}`);
}

async function lookUp(lines: readonly FileAccount[], { accounts }: Pick<Deps, 'accounts'>): Promise<Found[]> {
  const found: Found[] = [];
  for (const line of lines) {
    const was = (await accounts.find(line.account.user)) ?? ((await accounts.isTaken(line.account.user)) && 'no role');
    found.push({ ...line, was: was || undefined });
  }
  const taken = found.flatMap(takenElsewhere);
  if (taken.length > 0) throw new BadFile(taken.join('\n'));
  return found;
}

/** One pool holds the names of all districts: a line of one never takes another's account away. */
function takenElsewhere({ number, account: { user, unit }, was }: Found): string[] {
  if (!was || was === 'no role' || districtOf(was.unit) === districtOf(unit)) return [];
  const [own, other] = [districtOf(unit), districtOf(was.unit)];
  return [`line ${number}: ${user} is an account of ${other}. Begin the names of ${own} with its slug: ${own}.${user}`];
}

async function enter(line: Found, deps: Deps): Promise<string> {
  const { account, email, password, was } = line;
  if (!isUnchanged(line)) {
    const change: AccountChange = was === undefined ? { kind: 'add', account, email } : { kind: 'move', account };
    await deps.record(districtOf(account.unit), 'account', accountRecord(change));
    await makeChange(change, deps, password);
  }
  return outcomeOf(line);
}

function isUnchanged({ account, was }: Found): boolean {
  return was !== undefined && was !== 'no role' && sameRights(was, account);
}

function outcomeOf(line: Found): string {
  const { account, was } = line;
  if (was === undefined) return 'new';
  // A line without a password had none to use: the sheet has no slip for it.
  const kept = line.isMade ? keeps : `${keeps}, and the one in the file was not used`;
  if (isUnchanged(line)) return `unchanged; ${kept}`;
  return `moved from ${was === 'no role' ? was : rightsIn(was)} to ${rightsIn(account)}; ${kept}`;
}

const keeps = 'it keeps its password';

const rightsIn = ({ role, unit, group }: Session) => [role, unit, group].filter((part) => part !== undefined).join(' ');

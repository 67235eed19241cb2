import { BadFile, csvLines } from '#infra/admin/csv-lines.ts';
import type { Account } from '#infra/admin/enter-accounts.ts';
import type { Role } from '#shared/routes.ts';
import type { UnitId } from '#shared/units.ts';

const columns = ['user', 'role', 'unit', 'group', 'password'];
/** How deep in the tree the unit of a role stands. */
const depths: Readonly<Record<Role, number>> = { district: 1, group: 1, commune: 2, cell: 3 };

/**
 * Reads accounts from a CSV file with the columns `user;role;unit;group;password`; the password is the first one, which
 * its owner replaces.
 *
 * @throws {BadFile} naming every line that is not right
 */
export function readAccounts(text: string, units: ReadonlySet<UnitId>): Account[] {
  const faults: string[] = [];
  const accounts: Account[] = [];
  for (const { number, cell } of csvLines(text, columns)) {
    const [user, role, unit, password] = [cell('user'), cell('role') as Role, cell('unit'), cell('password')];
    const group = Number(cell('group'));
    const wrong: string[] = [];
    if (!/^[\p{L}\p{N}._-]+$/u.test(user)) wrong.push(`"${user}" is no user name: letters, digits and . _ -`);
    else if (accounts.some((account) => account.user === user)) wrong.push(`${user} stands there twice`);
    if (!Object.hasOwn(depths, role)) wrong.push(`the role is one of ${Object.keys(depths).join(', ')}`);
    else if (unit.split('.').length !== depths[role]) wrong.push(`${unit} is no unit for the role ${role}`);
    if (!units.has(unit)) wrong.push(`there is no unit ${unit}`);
    if ((role === 'group') !== group > 0) wrong.push('a group’s account has the group’s number, and no other has one');
    if (password.length < 10) wrong.push('the first password has at least 10 characters');
    faults.push(...wrong.map((fault) => `line ${number}: ${fault}`));
    accounts.push({ user, role, unit, ...(role === 'group' && { group }), password });
  }
  if (faults.length > 0) throw new BadFile(faults.join('\n'));
  return accounts;
}

import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { type PasswordProblem, passwordFault } from '#shared/access/password.ts';
import { fullName, parentOf, type UnitId } from '#shared/units/units.ts';

/** A new password as it was typed, twice, in its normal form. */
interface Chosen {
  readonly password: string;
  readonly repeat: string;
}

/**
 * What is wrong with a new password; `undefined` if it may be used.
 *
 * @param user whose it will be
 * @param names of the account's units, where they may be told: `unitNames`
 */
export async function checkPassword(
  { password, repeat }: Chosen,
  user: string,
  names: readonly string[],
): Promise<PasswordProblem | undefined> {
  // The list is long, and most cold functions never need it.
  const { commonPasswords: common } = await import('#shared/access/common-passwords.ts');
  const fault = passwordFault(password, { common, own: ownWords(user, names) });
  return fault ?? (password === repeat ? undefined : 'mismatch');
}

/** The names of a unit and of those above it. */
export async function unitNames(
  unit: UnitId,
  { directory }: { readonly directory: Pick<DirectoryStore, 'unit'> },
): Promise<string[]> {
  const path = [unit];
  for (let above = parentOf(unit); above; above = parentOf(above)) path.push(above);
  const units = await Promise.all(path.map((id) => directory.unit(id)));
  return units.flatMap((found, at) => [path[at] ?? '', ...(found ? [found.name, fullName(found)] : [])]);
}

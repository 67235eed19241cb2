import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { normalPassword, type PasswordProblem, passwordFault } from '#shared/access/password.ts';
import type { Typed } from '#shared/input/typed.ts';
import { fullName, parentOf, type UnitId } from '#shared/units/units.ts';

/** A new password as it was typed, twice, in its normal form. */
export interface Chosen {
  readonly password: string;
  readonly repeat: string;
}

/** The new password in the fields of a form. */
export function chosenIn({ password = '', repeat = '' }: Typed): Chosen {
  return { password: normalPassword(password), repeat: normalPassword(repeat) };
}

/**
 * What is wrong with a new password; `undefined` if it may be used.
 *
 * @param user whose it will be
 * @param names of the account's units, where whoever chooses may know them
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

/** Looked up for an account that nobody has, so that both answers take the same time. */
const NO_UNIT = 'none';

/** The names of a unit and of those above it. */
export async function unitNames(
  unit: UnitId = NO_UNIT,
  { directory }: { readonly directory: Pick<DirectoryStore, 'unit'> },
): Promise<string[]> {
  const path = [unit];
  for (let above = parentOf(unit); above; above = parentOf(above)) path.push(above);
  const units = await Promise.all(path.map((id) => directory.unit(id)));
  return units.flatMap((found, at) => [path[at] ?? '', ...(found ? [found.name, fullName(found)] : [])]);
}

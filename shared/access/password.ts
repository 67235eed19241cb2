/** The minimum length of a password, in characters. */
export const SHORTEST_PASSWORD = 10;
/** The user pool rejects longer passwords. */
const LONGEST_PASSWORD = 256;

/** A password must have one character of each kind. The user pool defines the kinds. */
const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/];

/**
 * Whether the user pool would accept a password. This is checked before the pool is asked, because the pool answers
 * only for accounts that exist.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 * @example isStrong('Chi-bo-2026') //=> true
 */
export function isStrong(password: string): boolean {
  const { length } = password;
  return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD && kinds.every((kind) => kind.test(password));
}

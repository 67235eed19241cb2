/** The fewest characters of a password. */
export const SHORTEST_PASSWORD = 10;
/** Longer ones the user pool does not take. */
const LONGEST_PASSWORD = 256;

/** Each kind of character that a password has, as the user pool counts them. */
const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/];

/**
 * Whether the user pool would take a password. It is asked before the pool is, which says so of accounts that exist
 * and nothing of others.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 * @example isStrong('Chi-bo-2026') //=> true
 */
export function isStrong(password: string): boolean {
  const { length } = password;
  return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD && kinds.every((kind) => kind.test(password));
}

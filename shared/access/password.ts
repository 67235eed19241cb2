import { guessableFrom } from '#shared/access/guessable.ts';

/** The minimum length of a password, in characters (code points) of its normal form. */
export const SHORTEST_PASSWORD = 10;
/** How long a one-time password holds; the pool refuses it afterwards. */
export const ONE_TIME_DAYS = 7;
/** The user pool rejects longer passwords. */
const LONGEST_PASSWORD = 256;

/** Why a password is refused. There is no rule of character kinds: those make passwords that are easy to guess. */
export type PasswordFault = 'short' | 'long' | 'edge-space' | 'control' | 'common' | 'own-words';
/** Also: it was typed in two ways, or the user pool does not take it. */
export type PasswordProblem = PasswordFault | 'mismatch' | 'not-taken';

/** The field at which a problem is shown. */
export function fieldOf(problem: PasswordProblem): 'password' | 'repeat' {
  return problem === 'mismatch' ? 'repeat' : 'password';
}

/**
 * The form in which a password is stored and compared: `mật khẩu` is one password, whichever keyboard composed its
 * letters. Every place where a password is typed applies this first.
 *
 * @see NIST SP 800-63B-4, 3.1.1.2: NFKC or NFKD before hashing
 */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** What a new password must not be made of. */
interface Guesses {
  /** Passwords and words that many people choose: `shared/access/common-passwords.ts`. */
  readonly common: ReadonlySet<string>;
  /** The account's own words: `shared/access/own-words.ts`. */
  readonly own: readonly string[];
}

/**
 * Why a new password is refused; `undefined` if it may be used. The user pool has the same limits of length and of
 * blanks, but it answers only for accounts that exist.
 *
 * @param password in its normal form
 * @see NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0, 6.2
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
 * @example passwordFault('Thanh-van-2026', { common, own: ['thanhvan'] }) //=> 'own-words'
 */
export function passwordFault(password: string, { common, own }: Guesses): PasswordFault | undefined {
  if (/\p{Cc}/u.test(password)) return 'control';
  if (password.trim() !== password) return 'edge-space';
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'short';
  if (length > LONGEST_PASSWORD) return 'long';
  return guessableFrom(password, { common, own });
}

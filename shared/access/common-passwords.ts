import list from '#shared/access/common-passwords.json' with { type: 'json' };

/**
 * Passwords and words that many people choose, folded as `shared/access/guessable.ts` compares them; the file names its
 * source and licence. Import this lazily: only who sets a password needs it.
 *
 * @see OWASP ASVS 5.0, 6.2.4: at least the 3,000 most frequent passwords that match the rules
 */
export const commonPasswords: ReadonlySet<string> = new Set(list.words.flatMap((line) => line.split(' ')));

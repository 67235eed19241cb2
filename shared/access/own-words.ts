import { folding, plain } from '#shared/access/guessable.ts';

/** What everybody types here: the service, and the bodies that use it. */
const service = ['sochibo', 'chibo', 'dangbo', 'danguy', 'dangvien', 'huyenuy', 'bantochuc'];
/** Shorter words are part of too many others. */
const SHORTEST = 3;

/**
 * The words that anybody would try first at an account: its name, the names of its units, the service; whole and in
 * parts, folded for comparison.
 *
 * @param user the account's name
 * @param names of its unit and of those above it
 * @see NIST SP 800-63B-4, 3.1.1.2: "context-specific words"
 * @example ownWords('bac-ly-2', ['xã Bắc Lý']) //=> [..., 'bacly2', 'bacly', 'bac', 'xabacly']
 */
export function ownWords(user: string, names: readonly string[]): string[] {
  const texts = [user, ...user.split('.'), ...names].map(folding);
  const words = texts.flatMap((text) => [
    plain(text),
    plain(text).replace(/\P{L}+$/u, ''),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  return [...new Set([...service, ...words])].filter((word) => word.length >= SHORTEST);
}

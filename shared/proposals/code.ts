/** The letters of a code: Crockford's Base32, in which none is taken for another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 5 bits a letter: 60 bits. */
const LETTERS = 12;
const GROUP = 4;

/**
 * The code that some bytes say, in groups of four.
 *
 * @param bytes at least eight
 * @example codeOf(new Uint8Array(8)) //=> '0000-0000-0000'
 */
export function codeOf(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: LETTERS }, (_, n) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(n * 5, n * 5 + 5), 2)),
  );
  return grouped(letters.join(''));
}

/**
 * A code as somebody typed it: large letters, other separators or none, and what is easily taken for a digit.
 *
 * @returns `undefined` for what no code can be
 * @example readCode('7KO3 mil2 9xyz') //=> '7k03-m112-9xyz'
 */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .toLowerCase()
    .replace(/[\s.–_-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  const isCode = letters.length === LETTERS && [...letters].every((letter) => ALPHABET.includes(letter));
  return isCode ? grouped(letters) : undefined;
}

function grouped(letters: string): string {
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

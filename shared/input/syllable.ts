const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
/** Short vowels never end a syllable; the others may. */
const rhyme =
  '(?:[ou]?(?:ă|â)(ch|nh|ng|[cmnptuy])|[ou]?(?:iê|ia|yê|ya|uô|ua|ươ|ưa|oo|[aeêioôơuưy])(ch|nh|ng|[cmnptiyou])?)';
const spelling = new RegExp(`^${onset}${rhyme}$`);
/** Abbreviations are consonants alone: `đ/c`, `HĐND`. */
const abbreviation = /^[bcdđghklmnpqrstvx]{1,5}$/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Closed syllables have the tone sắc or nặng. */
const closed = /^(?:ch|[cpt])$/;

/**
 * Whether a word is spelt as a Vietnamese syllable: onset, vowel, coda, and at most one tone that the coda allows. It
 * serves to tell encodings apart, and takes some syllables that no word has.
 *
 * @example isSyllable('thôn') //=> true
 * @example isSyllable('th«n') //=> false
 */
export function isSyllable(word: string): boolean {
  if (word.length > 8) return false;
  const decomposed = word.toLowerCase().normalize('NFD');
  const [tone, ...more] = decomposed.match(tones) ?? [];
  if (more.length > 0) return false;
  const plain = decomposed.replace(tones, '').normalize('NFC');
  const found = spelling.exec(plain);
  if (!found) return tone === undefined && abbreviation.test(plain);
  return !closed.test(found[1] ?? found[2] ?? '') || tone === '\u0301' || tone === '\u0323';
}

import { isSyllable } from '#shared/input/syllable.ts';

/** TCVN3 (ABC, fonts `.Vn…`), from A1 to FE; a blank is no letter. */
const tcvn3 = [
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặ', // A1 to C6
  'ầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộ', // C7 to E9
  'ờởỡớợù ủũúụừửữứựỳỷỹýỵ', // EA to FE
].join('');

/** VNI-Windows: letters of their own, and marks that follow their vowel. */
const vni: Readonly<Record<string, string>> = {
  ...{ ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323', â: '\u0302', ê: '\u0306' },
  ...{ á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
  ...{ é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
};

const fonts: readonly ((letter: string) => string)[] = [
  (letter) => tcvn3.charAt(letter.charCodeAt(0) - 0xa1).trim() || letter,
  (letter) => {
    const small = letter.toLowerCase();
    const read = vni[small] ?? letter;
    return small === letter ? read : read.toUpperCase();
  },
];

/** Letters beyond ASCII that Latin-1 has; in these fonts every one of them stands for something else. */
const old = /[\u00a1-\u00ff]/g;
const words = /[A-Za-z\u00a1-\u00ff]+/g;
/** What no text in an old font contains, whatever program stored it. */
const beyond = /[^\n\r\t\x20-\x7e\u00a0-\u00ff‘’“”–—…•]/;

/**
 * Turns a text that was written for an old font (TCVN3 or VNI) into Unicode, if that is certain: then its words are
 * Vietnamese syllables, which they are not as they stand. Every other text stays as it is.
 *
 * @example fromOldFont('§¶ng ñy x· Ch©u Minh') //=> 'Đảng ủy xã Châu Minh'
 * @example fromOldFont('São Paulo') //=> 'São Paulo'
 */
export function fromOldFont(text: string): string {
  if (text.search(old) < 0 || beyond.test(text)) return text;
  const found = [...new Set(text.match(words))].filter((word) => word.search(old) >= 0);
  const strange = found.filter((word) => !isSyllable(word));
  // One short word may be a sign after a letter.
  if (!strange.some(({ length }) => length > 2) && strange.length < 2) return text;
  const fitting = fonts.map(readerOf).filter((read) => isMostly(found, (word) => isSyllable(read(word))));
  const [read, ...more] = fitting;
  return read && more.length === 0 ? read(text) : text;
}

/** The encoding that a font stands for, by its name; `undefined` for a font of today. */
export function encodingOfFont(font: string): 'tcvn3' | 'vni' | undefined {
  if (/^\.vn/i.test(font)) return 'tcvn3';
  return /^vni[- ]/i.test(font) ? 'vni' : undefined;
}

/**
 * Turns a text into Unicode by the font it is written in; fonts of `.Vn…H` draw small letters as capitals. What an
 * input method of today typed into such a font stays as it is.
 *
 * @example fromFont('chi bé th«n', '.VnTimeH') //=> 'CHI BỘ THÔN'
 * @example fromFont('Chi bộ thôn', '.VnTime') //=> 'Chi bộ thôn'
 */
export function fromFont(text: string, font: string): string {
  const encoding = encodingOfFont(font);
  if (!encoding || beyond.test(text)) return text;
  const read = readerOf(fonts[encoding === 'tcvn3' ? 0 : 1] as (letter: string) => string)(text);
  const isVietnamese = (each: string) => isMostly(each.match(/[\p{L}\p{M}]+/gu) ?? [], isSyllable);
  const says = read !== text && isVietnamese(text) && !isVietnamese(read) ? text : read;
  return encoding === 'tcvn3' && /h$/i.test(font.trim()) ? says.toLocaleUpperCase('vi') : says;
}

function readerOf(font: (letter: string) => string): (text: string) => string {
  return (text) => text.replace(old, font).normalize('NFC');
}

/** At least nine in ten: a text has abbreviations and foreign words too. */
export function isMostly<T>(all: readonly T[], fits: (each: T) => boolean): boolean {
  return all.filter(fits).length >= all.length * 0.9;
}

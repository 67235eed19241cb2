import { withoutMarks } from '#shared/language/without-marks.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';
import type { Unit } from '#shared/units/units.ts';

/** What lists call each type of cell besides its code and its name: small letters without marks. */
const typeWords: Readonly<Record<CellType, readonly string[]>> = {
  thon: ['thon', 'xom', 'ban', 'ap', 'buon', 'thon xom', 'thon ban', 'thon xom ban', 'nong thon', 'village'],
  tdp: ['to dan pho', 'tdp', 'khu pho', 'khu dan cu', 'dan pho', 'khu', 'to', 'neighbourhood'],
  'co-quan': [
    'co quan',
    'don vi',
    'co quan hanh chinh',
    'hanh chinh',
    'su nghiep',
    'don vi su nghiep',
    'hcsn',
    'office',
  ],
  'truong-hoc': ['truong', 'truong hoc', 'giao duc', 'mam non', 'tieu hoc', 'thcs', 'thpt', 'nha truong', 'school'],
  'y-te': ['tram y te', 'y te', 'tyt', 'tram', 'benh vien', 'health station'],
  'cong-an': ['cong an', 'cong an xa', 'ca', 'cax', 'police'],
  'quan-su': ['quan su', 'bchqs', 'ban chi huy quan su', 'quan doi', 'luc luong vu trang', 'llvt', 'military'],
  'doanh-nghiep': ['doanh nghiep', 'dn', 'cong ty', 'doanh nghiep tu nhan', 'company', 'enterprise'],
  htx: ['htx', 'hop tac xa', 'cooperative'],
  khac: ['khac', 'loai khac', 'other'],
};

/** Words of a name by which its type may be taken, where no column says it. */
const signs: readonly (readonly [RegExp, CellType])[] = [
  [/\b(tram y te|tyt|y te|benh vien|phong kham)\b/, 'y-te'],
  [/\b(truong|mam non|tieu hoc|thcs|thpt|trung hoc)\b/, 'truong-hoc'],
  [/\bcong an\b/, 'cong-an'],
  [/\b(quan su|bchqs)\b/, 'quan-su'],
  [/\b(htx|hop tac xa)\b/, 'htx'],
  [/\b(cong ty|doanh nghiep|tnhh|nha may|xi nghiep)\b/, 'doanh-nghiep'],
  [/\b(co quan|van phong|ubnd|khoi dang)\b/, 'co-quan'],
  [/^(to dan pho|tdp|khu pho|khu dan cu|khu)\b/, 'tdp'],
  [/^(thon|xom|ban|lang|ap|buon)\b/, 'thon'],
];

/** Kinds of places before a cell's name, and what a cell's kind says of them. */
const places: readonly (readonly [string, string])[] = [
  ['to dan pho', 'tổ dân phố'],
  ['tdp', 'tổ dân phố'],
  ['khu dan cu', 'khu dân cư'],
  ['khu pho', 'khu phố'],
  ['thon', 'thôn'],
  ['xom', 'xóm'],
  ['ban', 'bản'],
  ['lang', 'làng'],
  ['ap', 'ấp'],
  ['buon', 'buôn'],
];
const communeKinds: readonly (readonly [string, string])[] = [
  ['thi tran', 'thị trấn'],
  ['phuong', 'phường'],
  ['xa', 'xã'],
  ['tt', 'thị trấn'],
];

/** What may stand before a name and says nothing. */
const cellWords = ['chi bo', 'cb', 'c b', 'chi bo dang'];
const committeeWords = ['ban chap hanh dang bo', 'dang bo', 'dang uy', 'db', 'du'];

/** @example typeOf('Trường học') //=> 'truong-hoc' */
export function typeOf(text: string): CellType | undefined {
  if (Object.hasOwn(cellTypes, text)) return text as CellType;
  const word = plain(text).replace(/^(chi bo|cb|khoi|loai hinh) /, '');
  const codes = Object.keys(cellTypes) as CellType[];
  return codes.find((code) => typeWords[code].includes(word) || [code, cellTypes[code]].map(plain).includes(word));
}

/** The type that words of a name, or of the group where it stands, give away. */
export function typeIn(text: string): CellType | undefined {
  const words = withoutWords(plain(text).replace(/^([ivx]+|[a-h]|\d+) /, ''), cellWords);
  return signs.find(([sign]) => sign.test(words))?.[1];
}

/** A cell's kind and its name. @example splitCell('CB thôn Vân Xuân') //=> { kind: 'Chi bộ thôn', name: 'Vân Xuân' } */
export function splitCell(text: string): Pick<Unit, 'kind' | 'name'> {
  const own = afterWords(text, cellWords) ?? text;
  for (const [word, place] of places) {
    const name = afterWords(own, [word]);
    if (name) return { kind: `Chi bộ ${place}`, name };
  }
  return { kind: 'Chi bộ', name: own };
}

/** A commune's kind and its name; `undefined` for what is called no commune. */
export function splitCommune(text: string): Pick<Unit, 'kind' | 'name'> | undefined {
  const own = afterWords(text.replace(/^([IVX]+|[A-Ha-h]|\d+)[.)\s]\s*/, ''), committeeWords) ?? text;
  for (const [word, kind] of communeKinds) {
    const name = afterWords(own.replace(/^([IVX]+|\d+)[.)]\s*/, ''), [word]);
    if (name) return { kind, name };
  }
  return undefined;
}

/**
 * By what two names are the same: letters with their marks, wherever the tone stands and whatever is a capital.
 *
 * @example sameName('Thuỷ  Hòa') === sameName('thủy hoà') //=> true
 */
export function sameName(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return words
    .filter((word) => word !== '')
    .map((word) => `${word.replace(tone, '')}${word.match(tone)?.join('') ?? ''}`)
    .join(' ');
}

const abbreviations: Readonly<Record<string, string>> = {
  tyt: 'tram y te',
  mn: 'mam non',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  tdp: 'to dan pho',
  ca: 'cong an',
  bchqs: 'ban chi huy quan su',
  cty: 'cong ty',
  dn: 'doanh nghiep',
  htx: 'hop tac xa',
};

/** By what two names are nearly the same, and may be one that was written otherwise. */
export function nearName(text: string): string {
  const words = withoutWords(plain(text), cellWords)
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ');
  return withoutWords(words, ['truong', ...places.map(([word]) => word)])
    .replace(/y/g, 'i')
    .replaceAll(' ', '');
}

/** @example slugOf('Đồng Quan') //=> 'dong-quan' */
export function slugOf(name: string, most: number): string {
  return plain(name).slice(0, most).trim().replaceAll(' ', '-');
}

/** Small letters without marks, words apart by one blank. */
export function plain(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What stands after one of some words, as it is written; `undefined` if none begins the text, or it is all. */
function afterWords(text: string, words: readonly string[]): string | undefined {
  // Letters without marks are as many as with: a text is composed.
  const bare = withoutMarks(text).toLowerCase();
  for (const word of words) {
    // Most texts begin otherwise, and lists are long.
    if (!bare.startsWith(word.charAt(0))) continue;
    const found = patternOf(word).exec(bare);
    if (found) return text.slice(found[0].length).trim();
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

/** A word at the beginning of a text, with something after it. */
function patternOf(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const pattern = new RegExp(`^${word.split(' ').join('[\\s.]*')}[\\s.:]+(?=\\S)`, 'u');
  patterns.set(word, pattern);
  return pattern;
}

function withoutWords(text: string, words: readonly string[]): string {
  const word = words.find((each) => text.startsWith(`${each} `));
  return word === undefined ? text : text.slice(word.length + 1);
}

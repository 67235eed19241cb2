/** The surnames that nine in ten people have. */
const surnames =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trịnh|Trương|Lương|Mai|Tạ|Chu|Hà';
const titles = '[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]háu|[Ee]m|[Đđ]ồng chí|[Đđ]/c|[Vv]ợ chồng';
const capitalised = String.raw`\p{Lu}\p{Ll}*`;

const patterns = [
  new RegExp(String.raw`(?<!\p{L})(?:${titles})\.?\s+${capitalised}`, 'u'),
  new RegExp(String.raw`(?<!\p{L})(?:${surnames})\s+${capitalised}\s+${capitalised}`, 'u'),
];

/**
 * Whether a text seems to contain a person's name: a title before a capitalised word, or a surname before two of them.
 * It is a hint, not a verdict: a street may have a person's name.
 *
 * @example seemsToName('Hộ ông Hùng lấn ngõ') //=> true
 * @example seemsToName('Hai hộ tranh chấp ngõ đi chung') //=> false
 */
export function seemsToName(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text.normalize('NFC')));
}

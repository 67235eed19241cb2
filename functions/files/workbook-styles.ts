import { attributesOf, xmlTokens } from '#functions/files/xml-tokens.ts';

/** What a cell's style says of its value. */
export interface CellStyle {
  readonly font?: string;
  /** Its number is a day. */
  readonly isDay: boolean;
  readonly isPercent?: true;
}

/** Formats of days that no workbook spells out (ECMA-376, 18.8.30), those of East Asia included. */
const isBuiltIn = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The styles of a workbook, in the order in which cells name them. */
export function readStyles(xml: string): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const styles: CellStyle[] = [];
  let within = '';
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') continue;
    if (token.kind === 'end') {
      if (token.name === within) within = '';
      continue;
    }
    const { name } = token;
    if (['fonts', 'cellXfs', 'numFmts'].includes(name)) within = token.isEmpty ? '' : name;
    const of = attributesOf(token.attributes);
    if (name === 'numFmt' && within === 'numFmts') formats.set(Number(of.get('numFmtId')), of.get('formatCode') ?? '');
    if (name === 'font' && within === 'fonts') fonts.push('');
    if (name === 'name' && within === 'fonts' && fonts.length > 0) fonts[fonts.length - 1] = of.get('val') ?? '';
    if (name === 'xf' && within === 'cellXfs') {
      const format = Number(of.get('numFmtId') ?? 0);
      const font = fonts[Number(of.get('fontId') ?? 0)];
      const isPercent = format === 9 || format === 10 || /%/.test(formats.get(format) ?? '');
      styles.push({
        isDay: isBuiltIn(format) || isDayFormat(formats.get(format) ?? ''),
        ...(isPercent && { isPercent }),
        ...(font && { font }),
      });
    }
  }
  return styles;
}

/** Whether a format shows a year, a month or a day; words in it do not count. */
function isDayFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[yd]/i.test(bare) || /m{3,}/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

import fc from 'fast-check';
import type { OpenFont } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fonts, openFont } from '#functions/pdf/fonts.ts';

/** A font's own way to set a text, which the one by pairs stands before. */
function byAllRules(font: OpenFont, text: string) {
  const own = Object.getPrototypeOf(font) as Pick<OpenFont, 'layout'>;
  return own.layout.call(font, text);
}

const said = ({ glyphs, positions, advanceWidth }: ReturnType<OpenFont['layout']>) => ({
  glyphs: glyphs.map(({ id }) => id),
  positions: positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [xAdvance, yAdvance, xOffset, yOffset]),
  advanceWidth,
});

const letters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const marks = '0123456789.,;:/%*…—–-+()“”"\'&<=> ';
const word = fc.string({
  unit: fc.constantFrom(...letters, ...letters.toUpperCase(), ...marks),
  minLength: 1,
  maxLength: 14,
});

describe.each(fonts)('a text in %s', (name) => {
  const font = openFont(name);

  it('is set from its pairs of letters as by all rules of the font', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(said(font.layout(text))).toEqual(said(byAllRules(font, text)));
      }),
    );
  });

  it.each([
    ['letters that join', 'office afflicted'],
    ['marks of their own', 'nho\u0309 x\u0302 q\u0323\u0301'],
    ['signs beyond 65,536', 'a😀b'],
    ['letters that it lacks', '漢字'],
  ])('is set by all rules where pairs do not say: %s', (_, text) => {
    expect(said(font.layout(text))).toEqual(said(byAllRules(font, text)));
  });

  it('says what each letter stands for, whatever was asked of the font before', () => {
    // The letters that others are made of: a subset asks for them by their glyphs alone.
    const subset = font.createSubset();
    for (const { id } of font.layout('ỲỬẶ').glyphs) subset.includeGlyph(id);
    subset.encode();
    for (const text of ['QUYẾT ƯU', 'office YƯ']) {
      expect(font.layout(text).glyphs.flatMap(({ codePoints }) => codePoints)).toEqual(
        Array.from(text, (letter) => letter.codePointAt(0)),
      );
    }
  });
});

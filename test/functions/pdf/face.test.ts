import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { Face } from '#functions/pdf/face.ts';
import { openFont } from '#functions/pdf/fonts.ts';

const doc = new PDFDocument({ font: null as unknown as string });
doc.registerFont('regular', openFont('regular') as unknown as Buffer);
const face = new Face(doc, 'regular', 10);

describe('a text of a table', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'Chi bộ thôn Đồng, 98/100 W i. '), maxLength: 80 });

  it('loses no letter over its lines, none of which is wider than its column', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 200 }), (text, width) => {
        const lines = face.fit(text, width);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      }),
    );
  });

  it.each([
    ['stays on one line where it fits', 'Chi bộ thôn Nà', 200, ['Chi bộ thôn Nà']],
    ['breaks at blanks', 'Chi bộ thôn Nà', 45, ['Chi bộ', 'thôn Nà']],
    ['breaks a word that is wider than its column', 'aaaaaaaa', 20, ['aaaa', 'aaaa']],
    ['breaks where it says so', 'một\nhai', 200, ['một', 'hai']],
    ['is a line where it is empty', '', 200, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(face.fit(text, width).map((line) => line.text)).toEqual(lines);
  });

  it('is as wide as the library says', () => {
    doc.font('regular').fontSize(10);
    for (const text of ['48/49 97,96%*', 'Chi bộ thôn Đồng Vàng', 'AVAVA To Tư']) {
      expect(face.fit(text, 1000)[0]?.width).toBeCloseTo(doc.widthOfString(text), 6);
    }
  });
});

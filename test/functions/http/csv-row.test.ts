import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from '#functions/http/csv-row.ts';

/** The cells of one line, as a reader of RFC 4180 with `;` takes them. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^;"]*))(;|\r\n$)/gy;
  for (const [, quoted, plain = ''] of line.matchAll(pattern)) cells.push(quoted?.replaceAll('""', '"') ?? plain);
  return cells;
}

describe('a line of CSV', () => {
  it('gives every text back, but for the apostrophe that guards a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const cells = cellsOf(csvRow(texts));
        expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(texts);
      }),
    );
  });

  it('holds no cell that a spreadsheet would take for a formula', () => {
    const opening = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', "'=");
    fc.assert(
      fc.property(opening, fc.string(), (risky, rest) => {
        const [cell = ''] = cellsOf(csvRow([risky + rest]));
        expect(cell).toMatch(/^'/);
      }),
    );
  });

  it('writes numbers as Vietnamese settings read them, negative ones too, and blanks as blanks', () => {
    expect(csvRow([84.8, -1.5, 0, null, 'Tân; Tiến', 'nói "có"'])).toBe('84,8;-1,5;0;;"Tân; Tiến";"nói ""có"""\r\n');
  });
});

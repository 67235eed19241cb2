import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { BodyRow } from '#functions/scorecards/formats/sheet-body.ts';
import { rangeBetween, SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { writeWorkbook } from '#functions/scorecards/formats/write-workbook.ts';
import { formats, numberStyle, styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { zipParts } from '#test/zip-parts.ts';

const count = numberStyle(formats.count);
const columnStyles = [styles.text, count, styles.centred, count];

/** A workbook of two sheets, each with a head, rows that are made when their turn comes, and a total. */
function bookOf(...bodies: readonly (readonly BodyRow[])[]): Promise<Uint8Array> {
  const sheets = bodies.map((rows, at) => {
    const draft = new SheetDraft(`Bảng ${at + 1}`);
    draft.put(0, 0, 'Đơn vị', styles.head);
    const first = 1;
    draft.fill({ first, columnStyles, otherStyles: [numberStyle('0.00%')], rows: () => rows });
    const total = first + rows.length;
    draft.compute(total, 1, `SUM(${rangeBetween(first, 1, total - 1, 1)})`, 7, numberStyle(formats.count, 'total'));
    return draft.finish({ widths: [20, 8, 8], fixedRows: 1 });
  });
  return writeWorkbook({ sheets });
}

const text = fc.string({
  unit: fc.constantFrom(...'ađộ <>&"\'=+-@;\t'),
  minLength: 1,
  maxLength: 12,
});
const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
const row = fc.record({ values: fc.tuple(text, value, value), height: fc.constantFrom(undefined, 30) });

describe('rows that are made while a workbook is written', () => {
  it('stand between its head and its total, each value as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const { sheets } = await readXlsx(await bookOf(rows, rows.toReversed()));
        const shown = sheets.map((sheet) => sheet.rows.slice(1, -1).map((cells) => [0, 1, 2].map((at) => cells[at])));
        const given = rows.map(({ values }) => values.map((each) => (Object.is(each, -0) ? 0 : each)));
        const read = (all: unknown) => JSON.parse(JSON.stringify(all)) as unknown;
        expect(read(shown)).toEqual(read([given, given.toReversed()]));
      }),
      { numRuns: 50 },
    );
  });

  it('have the styles of their columns and their own, and the heights that they need', async () => {
    const formula = { formula: 'B2/C2', result: 0.5, style: numberStyle('0.00%') };
    const bytes = await bookOf([
      { values: ['Nà', 1, 2], height: undefined },
      { values: ['Búng', formula, null], height: 30 },
    ]);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const style = (at: string) => sheets[0]?.cells?.get(at)?.style;
    expect(style('1,0')?.alignment?.horizontal).toBe('left');
    expect(style('1,1')?.numFmt).toBe(formats.count);
    expect(style('2,1')?.numFmt).toBe('0.00%');
    expect(style('2,2')?.border?.top?.style).toBe('thin');
    const xml = zipParts(bytes)['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<row r="3" ht="30" customHeight="1">');
    expect(xml).toContain('<f>B2/C2</f><v>0.5</v>');
    expect(xml).toContain('<dimension ref="A1:D4"/>');
  });

  it('take more than one piece, and none is lost', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({ values: [`Chi bộ ${at}`, at, 'X'], height: undefined }));
    const { sheets } = await readXlsx(await bookOf(rows));
    expect(sheets[0]?.rows.slice(1, -1).map(([, number]) => number)).toEqual(rows.map((_, at) => at));
  });
});

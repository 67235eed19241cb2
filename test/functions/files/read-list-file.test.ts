import { describe, expect, it } from 'vitest';
import { readListFile } from '#functions/files/read-list-file.ts';
import type { ListFile } from '#shared/input/lists/list-file.ts';
import { sheetOf, workbookOf } from '#test/functions/files/list-workbook.ts';
import { zipFile } from '#test/functions/guidance/zip-file.ts';

const relations = (target: string, type: string) =>
  `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;

/** A workbook of one sheet, part by part. */
function byHand(sheet: string, more: readonly (readonly [string, string])[] = [], book = '') {
  return zipFile([
    ['_rels/.rels', relations('xl/workbook.xml', 'officeDocument')],
    ['xl/workbook.xml', `<workbook>${book}<sheets><sheet name="A" r:id="r1"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations('worksheets/sheet1.xml', 'worksheet')],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
    ...more,
  ]);
}

function cellsOf(read: ReturnType<typeof readListFile>, sheet = 0) {
  return (read as ListFile).sheets[sheet]?.rows.map(({ cells }) =>
    Array.from(cells, (cell) => cell && (cell.fault ?? cell.number ?? cell.text)),
  );
}

describe('a workbook', () => {
  it('has its cells in Unicode, by the font of each', async () => {
    const written = await workbookOf(
      sheetOf('Cũ', [
        [
          { text: 'Chi bé th«n §ång T©m', font: '.VnTime' },
          { text: 'chi bé th«n v©n s¬n', font: '.VnTimeH' },
        ],
        [
          { text: 'Chi boä thoân Ñoàng Taâm', font: 'VNI-Times' },
          { text: 'Chi bộ thôn', font: '.VnTime' },
        ],
        ['Chi bộ'.normalize('NFD'), 'a\u200b b'],
      ]),
    );
    const read = readListFile(written) as ListFile;
    expect(cellsOf(read)).toEqual([
      ['Chi bộ thôn Đồng Tâm', 'CHI BỘ THÔN VÂN SƠN'],
      ['Chi bộ thôn Đồng Tâm', 'Chi bộ thôn'],
      ['Chi bộ', 'a b'],
    ]);
    const converted = read.sheets[0]?.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.converted));
    expect(converted).toEqual([
      ['tcvn3', 'tcvn3'],
      ['vni', undefined],
      ['nfd', 'cleaned'],
    ]);
  });

  it('has days, numbers, what formulas showed last, and says where one shows nothing or a mistake', async () => {
    const written = await workbookOf(
      sheetOf('A', [[new Date(Date.UTC(2026, 11, 1)), 34, 'x']], {
        cells: new Map([['0,0', { value: new Date(Date.UTC(2026, 11, 1)), style: { numFmt: 'dd/mm/yyyy' } }]]),
      }),
    );
    const read = readListFile(written) as ListFile;
    expect(cellsOf(read)).toEqual([[46357, 34, 'x']]);
    expect(read.sheets[0]?.rows[0]?.cells[0]?.isDay).toBe(true);
    const formulas =
      '<row><c><f>1+1</f><v>2</v></c><c><f>[1]A!B1</f></c><c t="e"><v>#REF!</v></c><c t="str"><f>A</f><v>b</v></c></row>';
    expect(cellsOf(readListFile(byHand(formulas)))).toEqual([[2, 'uncounted', 'error', 'b']]);
  });

  it('counts days from 1904 where it says so', () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rels = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>`;
    const file = zipFile([
      [
        'xl/workbook.xml',
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
      ],
      ['xl/_rels/workbook.xml.rels', rels],
      ['xl/styles.xml', styles],
      ['xl/worksheets/sheet1.xml', '<worksheet><row r="1"><c r="A1" s="1"><v>44895</v></c></row></worksheet>'],
    ]);
    expect(cellsOf(readListFile(file))).toEqual([[46357]]);
  });

  it('has the places of its rows and cells, hidden rows and sheets, and merged cells', async () => {
    const sheet =
      '<row r="7" hidden="1"><c r="C7" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c></row>';
    const read = readListFile(byHand(sheet)) as ListFile;
    expect(read.sheets[0]?.rows[0]).toMatchObject({ number: 7, isHidden: true });
    expect(read.sheets[0]?.rows[0]?.cells[2]?.text).toBe('a b');
    const merges = [{ startRow: 0, startCol: 0, endRow: 2, endCol: 1 }];
    const written = await workbookOf(sheetOf('A', [['a']], { merges }), sheetOf('B', [['b']], { hidden: true }));
    expect((readListFile(written) as ListFile).sheets).toMatchObject([
      { name: 'A', merges: [{ top: 1, bottom: 3, left: 0, right: 1 }] },
      { name: 'B', isHidden: true, rows: [] },
    ]);
  });

  const row = (cells: string) => `<row>${cells}</row>`;
  const text = (of: string) => `<c t="inlineStr"><is><t>${of}</t></is></c>`;
  it.each([
    ['a bomb', () => byHand(row(text('x'.repeat(60_000_000)))), 'too-large'],
    ['a million rows', () => byHand(row('<c><v>1</v></c>').repeat(500_000)), 'too-large'],
    ['an entity', () => byHand(row(text('&a;')), [], '<!DOCTYPE a [<!ENTITY a "b">]>'), 'broken'],
    ['XML that ends early', () => byHand('<row><c r="'), 'broken'],
    ['no workbook', () => zipFile([['a.txt', 'a']]), 'broken'],
    ['a ZIP that is cut short', () => byHand(row(text('a'))).subarray(0, 300), 'broken'],
    ['an old workbook', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'old-workbook'],
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'other-program'],
    ['a web page', () => Buffer.from('<html><table>'), 'other-program'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['commas', () => Buffer.from(','.repeat(2_000_000)), 'too-large'],
    ['lines of commas', () => Buffer.from(`${','.repeat(150)}\n`.repeat(13_000)), 'too-large'],
    ['letters of no encoding', () => Buffer.from([0x61, 0xff, 0x62, 0x3b, 0x80, 0x90]), 'unread-letters'],
  ])('%s is refused at once', (_, made, fault) => {
    const bytes = made();
    const before = process.cpuUsage();
    expect(readListFile(bytes)).toBe(fault);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  });

  it('has no cell longer than any name, and keeps what stands far to the right out', () => {
    const long = text('a'.repeat(32_000));
    expect(cellsOf(readListFile(byHand(row(long.repeat(40)))))?.[0]?.every((each) => each === 'too-long')).toBe(true);
    expect(cellsOf(readListFile(byHand('<row><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>')))).toEqual([[2]]);
  });
});

import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#functions/guidance/inspect/inspect-file.ts';
import { toPdf } from '#functions/scorecards/formats/pdf/to-pdf.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { type FileFault, judgeFile } from '#shared/guidance/file-content.ts';
import { readZip } from '#shared/guidance/zip-directory.ts';
import type { Month } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { type Written, zipFile } from '#test/functions/guidance/zip-file.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';

type Parts = Readonly<Record<string, string | Uint8Array | Written>>;

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const word: Parts = {
  '[Content_Types].xml': types,
  'word/document.xml':
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>',
};
const docx = (more: Parts = {}, how = {}) => zipFile(Object.entries({ ...word, ...more }), how);
const xlsx = (more: Parts = {}) =>
  zipFile(Object.entries({ '[Content_Types].xml': types, 'xl/workbook.xml': '<workbook/>', ...more }));
const rels = (...lines: readonly string[]) => `<Relationships>${lines.join('')}</Relationships>`;
const rel = (kind: string, target: string, mode = ' TargetMode="External"') =>
  `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode}/>`;
const body = (inner: string) => `<w:document xmlns:w="w">${inner}</w:document>`;
const field = (...pieces: readonly string[]) =>
  body(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((each) => `<w:r><w:instrText xml:space="preserve">${each}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  );
const sheet = (formula: string) => `<worksheet><c r="A1"><f>${formula}</f></c></worksheet>`;
const chart = {
  'word/charts/_rels/chart1.xml.rels': rels(rel('package', '../embeddings/Microsoft_Excel_Sheet1.xlsx', '')),
};

/** What the whole way in says of a file under this name. */
function faultOf(name: string, bytes: Uint8Array): FileFault | undefined {
  const judged = judgeFile(name, bytes);
  return judged.ok ? inspectFile(judged.type, bytes)?.fault : judged.fault;
}

describe('documents that only show themselves', () => {
  it.each(['writer.docx', 'calc.xlsx'])('%s, as LibreOffice writes it', (name) => {
    expect(faultOf(name, readFileSync(`test/functions/guidance/genuine/${name}`))).toBeUndefined();
  });

  it('our own exports', async () => {
    const { scorecard, cells } = randomDistrict('documents', 3, 20);
    const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
    const trend = trendOf({ from: scorecard.month as Month, to: scorecard.month as Month }, [scorecard]);
    expect(faultOf('a.xlsx', await toXlsx(scorecard, { cells, trend, exported }))).toBeUndefined();
    expect(faultOf('a.pdf', await toPdf(scorecard, { cells, trend, exported }))).toBeUndefined();
  });

  it('a workbook with links, formulas and a chart', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'Chi bộ',
          rows: [
            ['Chi bộ', 'Số'],
            ['A', 1],
            ['B', 2],
          ],
          hyperlinks: { A2: { target: 'https://example.vn/?a=1&b=2' } },
          charts: [{ type: 'column', series: [{ values: 'Chi bộ!$B$2:$B$3' }], anchor: { from: { row: 5, col: 0 } } }],
        },
      ],
    } as unknown as Parameters<typeof writeXlsx>[0]);
    expect(readZip(workbook)).toContainEqual(expect.objectContaining({ name: 'xl/charts/chart1.xml' }));
    expect(faultOf('bieu.xlsx', workbook)).toBeUndefined();
  });

  it.each<[string, Parts]>([
    ['a plain link', { 'word/_rels/document.xml.rels': rels(rel('hyperlink', 'https://dangcongsan.vn/?a=1&amp;b')) }],
    ['a link by mail', { 'word/_rels/document.xml.rels': rels(rel('hyperlink', 'mailto:a@b.vn')) }],
    ['a number of the page', { 'word/footer1.xml': field(' PA', 'GE ') }],
    ['a table of contents', { 'word/toc.xml': field('TOC \\o "1-3" \\h') }],
    ['a place to fill in', { 'word/x.xml': field('MACROBUTTON NoMacro [Điền vào đây]') }],
    ['a word that is no instruction', { 'word/document.xml': body('<w:t>DDEAUTO INCLUDETEXT javascript:</w:t>') }],
    ['a picture', { 'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) }],
    ['a drawn picture', { 'word/media/image1.svg': '<svg><path d="M0 0"/></svg>' }],
    ['a part in UTF-16', { 'word/x.xml': Buffer.from(`\ufeff${field('PAGE')}`, 'utf16le') }],
    ['a chart with its figures', { ...chart, 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx() }],
    ['a shape without a macro', { 'word/d.xml': '<xdr:sp macro="" textlink=""/>' }],
  ])('%s', (_, parts) => {
    expect(faultOf('ke-hoach.docx', docx(parts))).toBeUndefined();
  });

  it.each([
    'SUM(A1:A9)',
    'IF(A1&gt;0,&quot;a|b!&quot;,1)',
    "'Chi bộ | tổ!'!A1",
    'HYPERLINK(&quot;https://example.vn&quot;,&quot;x&quot;)',
  ])('the formula %s', (formula) => {
    expect(faultOf('bieu.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': sheet(formula) }))).toBeUndefined();
  });
});

describe('documents that do more', () => {
  it.each<[string, Parts, FileFault]>([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'has-macros'],
    ['macros elsewhere', { 'customXml/VBAproject2.BIN': 'x' }, 'has-macros'],
    ['their signature', { 'word/vbaData.xml': '<a/>' }, 'has-macros'],
    [
      'a type with macros',
      {
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      },
      'has-macros',
    ],
    [
      'a type written in numbers',
      {
        '[Content_Types].xml':
          '<Types><Default Extension="x" ContentType="application/vnd.ms-office.vba&#x50;roject"/></Types>',
      },
      'has-macros',
    ],
    ['macros by relationship', { 'word/_rels/x.rels': rels(rel('vbaProject', 'a.dat', '')) }, 'has-macros'],
    ['a ribbon that calls', { 'customUI/customUI14.xml': '<customUI onLoad="Go"/>' }, 'has-macros'],
    ['a button that calls', { 'word/d.xml': '<xdr:sp macro="[0]!Go"/>' }, 'has-macros'],
    ['an object', { 'word/embeddings/oleObject1.bin': 'x' }, 'has-embedded'],
    [
      'an object under another name',
      { 'word/media/image1.png': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) },
      'has-embedded',
    ],
    ['a workbook', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx() }, 'has-embedded'],
    [
      'a chart whose figures have macros',
      { ...chart, 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx({ 'xl/vbaProject.bin': 'x' }) },
      'has-macros',
    ],
    [
      'a chart whose figures are a program',
      { ...chart, 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'MZ' },
      'has-embedded',
    ],
    ['a control', { 'word/activeX/activeX1.xml': '<a/>' }, 'has-embedded'],
    ['an object by its element', { 'word/document.xml': body('<o:OLEObject Type="Link"/>') }, 'has-embedded'],
    ['a package', { 'word/_rels/document.xml.rels': rels(rel('package', 'x.bin', '')) }, 'has-embedded'],
    ['another text', { 'word/_rels/document.xml.rels': rels(rel('aFChunk', 'x.html', '')) }, 'has-embedded'],
    ['an archive', { 'customXml/item1.xml': zipFile([['a', 'b']]) }, 'has-embedded'],
    ['a program', { 'word/media/image1.png': 'MZ\u0000' }, 'has-programs'],
    ['a script', { 'word/media/image1.svg': '<svg><script>alert(1)</script></svg>' }, 'has-programs'],
    [
      'a remote template',
      { 'word/_rels/settings.xml.rels': rels(rel('attachedTemplate', 'https://x.example/t.dotm')) },
      'has-remote',
    ],
    [
      'one on a share',
      { 'word/_rels/settings.xml.rels': rels(rel('attachedTemplate', '\\\\host\\t.dotm', '')) },
      'has-remote',
    ],
    [
      'a remote picture',
      { 'word/_rels/document.xml.rels': rels(rel('image', 'http://x.example/a.png')) },
      'has-remote',
    ],
    [
      'one by a mode in numbers',
      { 'word/_rels/document.xml.rels': rels(rel('frame', 'a.htm', " TargetMode='&#69;xternal'")) },
      'has-remote',
    ],
    ['a remote object', { 'word/_rels/document.xml.rels': rels(rel('oleObject', 'file:///c:/a.doc')) }, 'has-remote'],
    [
      'another document',
      { 'word/_rels/document.xml.rels': rels(rel('subDocument', 'http://x.example/b.docx')) },
      'has-remote',
    ],
    [
      'a link that runs',
      { 'word/_rels/document.xml.rels': rels(rel('hyperlink', 'javascript:alert(1)')) },
      'has-programs',
    ],
    [
      'a link to a program',
      { 'word/_rels/document.xml.rels': rels(rel('hyperlink', 'file:///c:/a.exe')) },
      'has-programs',
    ],
    [
      'data exchange',
      { 'word/document.xml': field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;') },
      'has-programs',
    ],
    ['data exchange in pieces', { 'word/document.xml': field(' D', 'D<!-- -->E', ' c:\\\\cmd') }, 'has-programs'],
    ['data exchange in a simple field', { 'word/header1.xml': '<a:fldSimple a:instr="dde&#32;x"/>' }, 'has-programs'],
    [
      'an instruction that another writes',
      {
        'word/document.xml': body(
          '<fldChar fldCharType="begin"/><fldChar fldCharType="begin"/><instrText>QUOTE 68 68 69</instrText><fldChar fldCharType="end"/><instrText> x</instrText><fldChar fldCharType="end"/>',
        ),
      },
      'has-programs',
    ],
    ['data exchange in UTF-16', { 'word/x.xml': Buffer.from(`\ufeff${field('DDE x')}`, 'utf16le') }, 'has-programs'],
    ['a remote text', { 'word/document.xml': field('INCLUDETEXT &quot;http://x.example&quot;') }, 'has-remote'],
    ['a remote picture', { 'word/document.xml': '<v:imagedata src="http://x.example/a.png"/>' }, 'has-remote'],
    ['a remote picture, in escapes', { 'word/document.xml': '<v:fill src="&#104;ttp://x.example"/>' }, 'has-remote'],
    ['a remote picture, after a blank', { 'word/document.xml': '<v:fill src=" http://x.example"/>' }, 'has-remote'],
    ['a macro with a quote in it', { 'word/document.xml': '<w:x macro="&quot;A"/>' }, 'has-macros'],
    ['a text in another encoding', { 'word/x.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }, 'broken'],
    ['an entity', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY x "DDE">]><a>&x;</a>' }, 'broken'],
    ['no XML', { 'word/document.xml': '<w:document' }, 'broken'],
  ])('%s', (_, parts, fault) => {
    expect(faultOf('ke-hoach.docx', docx(parts))).toBe(fault);
  });

  it.each<[string, Parts, FileFault]>([
    ['macros of Excel 4', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'has-macros'],
    [
      'a name that opens',
      { 'xl/workbook.xml': '<workbook><definedName name="_xlnm.Auto_Open">S!A1</definedName></workbook>' },
      'has-macros',
    ],
    [
      'a name that opens, in escapes',
      { 'xl/workbook.xml': '<workbook><definedName name="_xlnm.Auto&#95;Open">S!A1</definedName></workbook>' },
      'has-macros',
    ],
    [
      'another workbook',
      { 'xl/externalLinks/_rels/externalLink1.xml.rels': rels(rel('externalLinkPath', 'b.xlsx')) },
      'has-remote',
    ],
    [
      'a database',
      { 'xl/connections.xml': '<connections><connection><dbPr connection="x"/></connection></connections>' },
      'has-remote',
    ],
    [
      'data exchange',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' },
      'has-programs',
    ],
    ['data exchange in a formula', { 'xl/worksheets/sheet1.xml': sheet("cmd|'/c calc'!A0") }, 'has-programs'],
    ['a formula that fetches', { 'xl/worksheets/sheet1.xml': sheet('_xlfn.WEBSERVICE(A1)') }, 'has-remote'],
  ])('%s', (_, parts, fault) => {
    expect(faultOf('bieu.xlsx', xlsx(parts))).toBe(fault);
  });
});

describe('an archive that lies', () => {
  const big = Buffer.alloc(51 * 1024 * 1024);
  it.each<[string, Uint8Array, FileFault]>([
    ['unpacks to more than 50 MB', docx({ 'word/media/a.bin': big }), 'unpacks-too-big'],
    ['says that it does not', docx({ 'word/media/a.bin': { content: big, bytes: 10 } }), 'unpacks-too-big'],
    [
      'does so in parts',
      docx(Object.fromEntries([1, 2, 3].map((n) => [`word/media/${n}.bin`, big.subarray(0, 20 * 1024 * 1024)]))),
      'unpacks-too-big',
    ],
    ['has another length', docx({ 'word/a.txt': { content: 'abc', bytes: 2 } }), 'broken'],
    ['has another checksum', docx({ 'word/a.txt': { content: 'abc', crc: 1 } }), 'broken'],
    ['is of ZIP64', docx({ 'word/a.txt': { content: 'abc', bytes: 0xffffffff } }), 'broken'],
    ['has a name twice', zipFile([...Object.entries(word), ['WORD/document.xml', 'x']]), 'broken'],
    ['has two names for one part', docx({ 'word/a.txt': { content: 'abc', listedAs: 'word/b.txt' } }), 'broken'],
    ['leads out of its folder', docx({ '../a.txt': 'abc' }), 'broken'],
    ['has a program before it', zipFile(Object.entries(word), { before: 'MZ' }), 'not-a-type'],
    ['has a text before it', zipFile(Object.entries(word), { before: 'PK' }), 'broken'],
    ['has something between', docx({}, { between: 'hidden' }), 'broken'],
    ['is locked', docx({ 'word/a.txt': { content: 'abc', flags: 1 } }), 'encrypted'],
    ['is packed in a way of its own', docx({ 'word/a.txt': { content: 'abc', method: 12 } }), 'broken'],
    ['has too many parts', docx(Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`a/${n}`, '']))), 'broken'],
    ['is cut', docx().subarray(0, -30), 'not-a-type'],
  ])('%s', (_, bytes, fault) => {
    expect(faultOf('ke-hoach.docx', bytes)).toBe(fault);
  });

  it('holds the function for some seconds at most', () => {
    const text = `<a>${'<b c="d">e</b>'.repeat(1_500_000)}</a>`;
    const bytes = docx({ 'word/document.xml': text });
    const start = process.cpuUsage();
    expect(faultOf('ke-hoach.docx', bytes)).toBeUndefined();
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6);
  });
});

import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#functions/guidance/inspect/inspect-file.ts';
import { type FileFault, judgeFile } from '#shared/guidance/file-content.ts';
import { zipFile } from '#test/functions/guidance/zip-file.ts';

function faultOf(bytes: Uint8Array): FileFault | undefined {
  const judged = judgeFile('ke-hoach.pdf', bytes);
  return judged.ok ? inspectFile(judged.type, bytes)?.fault : judged.fault;
}

/** A PDF of these objects, numbered from 1; tables at its end are not needed to find them. */
const pdf = (...objects: readonly (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1'),
    ...objects.flatMap((object, n) => [
      Buffer.from(`${n + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
  ]);

/** Objects packed in a stream, which its dictionary describes as it should or as given. */
function packed(objects: string, dictionary = '', content = deflateSync(`7 0 ${objects}`)): Buffer {
  const start = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${content.length}${dictionary}>>stream\r\n`;
  return Buffer.concat([Buffer.from(start), content, Buffer.from('\nendstream')]);
}

function made(draw: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const doc = new PDFDocument();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(doc);
  doc.end();
  return new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
}

describe('documents that only show themselves', () => {
  it('one as LibreOffice writes it', () => {
    expect(faultOf(readFileSync('test/functions/guidance/genuine/writer.pdf'))).toBeUndefined();
  });

  it('one with links and an outline', async () => {
    const document = await made((doc) => {
      doc.text('Xem trang', { link: 'https://dangcongsan.vn/' });
      doc.outline.addItem('Mục 1');
    });
    expect(faultOf(document)).toBeUndefined();
  });

  it.each<[string, string]>([
    ['it opens at a place', '<</Type/Catalog/OpenAction[3 0 R/XYZ null null 0]>>'],
    ['it opens at a place by an action', '<</Type/Catalog/OpenAction<</Type/Action/S/GoTo/D[3 0 R/Fit]>>>>'],
    ['a link', '<</A<</S/URI/URI(https://example.vn/a%20b)>>>>'],
    ['a text about programs', '<</Title(JavaScript, Launch, AA)>>'],
    ['no action of the page', '<</Type/Page/AA<<>>>>'],
  ])('%s', (_, object) => {
    expect(faultOf(pdf(object))).toBeUndefined();
  });

  it('it opens at a place that stands apart', () => {
    expect(faultOf(pdf('<</OpenAction 2 0 R>>', '[3 0 R/Fit]'))).toBeUndefined();
    expect(faultOf(pdf('<</OpenAction 2 0 R>>', '<</S/GoTo/D(one)>>'))).toBeUndefined();
    expect(faultOf(pdf('<</OpenAction 7 0 R>>', packed('<</S/GoTo/D(one)>>')))).toBeUndefined();
  });

  it('bytes of pictures that look like short names', () => {
    expect(faultOf(pdf('<</Length 20>>stream\n\u0001/JS/AA/XFA/EF\u0002\nendstream'))).toBeUndefined();
  });
});

describe('documents that do more', () => {
  it.each<[string, string, FileFault]>([
    ['a script', '<</S/JavaScript/JS(app.alert\\(1\\))>>', 'has-programs'],
    ['a script by another spelling', '<</S/J#61vaScript/J#53(x)>>', 'has-programs'],
    ['a script by half a spelling', '<</S/URI/#4a#53 (x)>>', 'has-programs'],
    ['a script elsewhere', '<</JS 5 0 R>>', 'has-programs'],
    ['a kind that stands apart', '/JavaScript', 'has-programs'],
    ['it starts a program', '<</OpenAction<</S/Launch/F(cmd.exe)>>>>', 'has-programs'],
    ['it sends a form', '<</S/SubmitForm/F(http://x.example)>>', 'has-programs'],
    ['it loads data', '<</S/ImportData/F(x)>>', 'has-programs'],
    ['it opens an address by itself', '<</OpenAction<</S/URI/URI(http://x.example)>>>>', 'has-programs'],
    ['it opens another file by itself', '<</OpenAction<</S/GoToR/F(a.pdf)>>>>', 'has-programs'],
    ['it goes on to something', '<</OpenAction<</S/GoTo/D(a)/Next 5 0 R>>>>', 'has-programs'],
    ['an action nobody finds', '<</OpenAction 9 0 R>>', 'has-programs'],
    ['a page that acts', '<</Type/Page/AA<</O<</S/URI/URI(http://x.example)>>>>>>', 'has-programs'],
    ['a page that acts, apart', '<</Type/Page/AA 5 0 R>>', 'has-programs'],
    ['a link that runs', '<</A<</S/URI/URI(javascript:alert(1))>>>>', 'has-programs'],
    ['a film', '<</S/Rendition/OP 0>>', 'has-programs'],
    ['rich media', '<</Subtype/RichMedia>>', 'has-programs'],
    ['a form of XML', '<</AcroForm<</XFA[(template)5 0 R]>>>>', 'has-programs'],
    ['a file in it', '<</Type/EmbeddedFile/Length 1>>', 'has-embedded'],
    ['a name of a file in it', '<</Names<</EmbeddedFiles 5 0 R>>>>', 'has-embedded'],
    ['a file by its place', '<</Type/Filespec/EF<</F 5 0 R>>>>', 'has-embedded'],
    ['a link that runs, in escapes', '<</A<</S/URI/URI(\\152ava\\\nscript:alert(1))>>>>', 'has-programs'],
    ['a link that runs, in digits', '<</A<</S/URI/URI<6a617661 7363726970743a61>>>>>', 'has-programs'],
    ['content from an address', '<</Subtype/Image/F<</FS/URL/F(http://x.example)>>>>', 'has-remote'],
    ['a page that acts, after a comment', `<</AA%${'x'.repeat(400)}\n<</O 5 0 R>>>>`, 'has-programs'],
    ['a page that acts, after a NUL', '<</AA\0<</O 5 0 R>>>>', 'has-programs'],
    ['a file by its place, after a comment', '<</EF%\n<</F 5 0 R>>>>', 'has-embedded'],
    ['a form of XML, after a comment', '<</XFA %[\n[(template)5 0 R]>>', 'has-programs'],
    ['it goes to a file in it', '<</S/GoToE/T<</R/C>>>>', 'has-embedded'],
  ])('%s, as it is and packed', (_, object, fault) => {
    expect(faultOf(pdf(object))).toBe(fault);
    expect(faultOf(pdf('<</Type/Catalog>>', packed(object)))).toBe(fault);
  });

  it('whatever the packed objects are called', () => {
    const script = '<</S/JavaScript/JS(x)>>';
    const content = deflateSync(`7 0 ${script}`);
    const stream = (dictionary: string) => Buffer.concat([Buffer.from(`${dictionary}stream\n`), content]);
    for (const dictionary of [
      '\0<</N 1/First 4/Filter/Fl>>',
      '<</N 1/First 4/Filter/Fl>>\0',
      `<</N 1/First 4/Filter/Fl>>%${'x'.repeat(400)}\n`,
      '<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode>>',
      '<</Type 9 0 R/N 1/First 4/Filter 8 0 R>>',
      '<</X(>> obj endobj)/N 1/Y(stream\n)/First 4/Filter/Fl>>',
      '<</N 1%>>\n/First 4/Filter[/FlateDecode]>> % here\n',
    ]) {
      expect(faultOf(pdf(stream(dictionary)))).toBe('has-programs');
    }
  });

  it('in a part that was added later, or that stands in another object’s text', () => {
    const good = pdf('<</Type/Catalog>>');
    expect(faultOf(Buffer.concat([good, pdf('<</S/Launch>>').subarray(9)]))).toBe('has-programs');
    const within = Buffer.concat([Buffer.from('(8 0 obj'), packed('<</S/Launch>>'), Buffer.from(')')]);
    expect(faultOf(pdf(within))).toBe('has-programs');
  });

  it('an attached file, as a library attaches it', async () => {
    expect(faultOf(await made((doc) => doc.file(Buffer.from('x'), { name: 'a.txt' })))).toBe('has-embedded');
  });

  it('a password', async () => {
    const locked = await new Promise<Buffer>((resolve) => {
      const doc = new PDFDocument({ userPassword: 'x' });
      const chunks: Buffer[] = [];
      doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      doc.on('end', () => resolve(Buffer.concat(chunks)));
      doc.end();
    });
    expect(faultOf(locked)).toBe('encrypted');
  });

  it.each<[string, Buffer, FileFault]>([
    ['packed objects that cannot be read', pdf(packed('', '', Buffer.from('x\u0001 no'))), 'broken'],
    ['packed twice', pdf(packed('', '/Filter[/FlateDecode/FlateDecode]')), 'broken'],
    ['packed in another way', pdf(packed('', '/X[/ASCIIHexDecode]')), 'broken'],
    [
      'objects that unpack to 51 MB',
      pdf(packed('', '', deflateSync(Buffer.alloc(51 * 2 ** 20, 32)))),
      'unpacks-too-big',
    ],
    ['no end', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'broken'],
    ['something before its beginning', Buffer.concat([Buffer.from('GIF89a'), pdf('<<>>')]), 'not-a-type'],
    ['a ZIP file after it', Buffer.concat([pdf('<<>>'), zipFile([['a', 'b']])]), 'two-types'],
    ['a page of HTML in it', Buffer.concat([pdf('<<>>'), Buffer.from('<html><script>')]), 'two-types'],
  ])('%s', (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  it.each([
    ['1 0 obj<<('.repeat(500_000), 'broken'],
    ['1 0 obj<<>>%'.repeat(400_000), undefined],
    ['/URI (file:'.repeat(450_000), undefined],
    ['/AA%'.repeat(1_250_000), undefined],
    ['/AA%\n'.repeat(1_000_000), undefined],
    [`/AA${'%\n'.repeat(2_400_000)}`, undefined],
    ['1 0 obj<<'.repeat(500_000), 'broken'],
    ['/OpenAction 1 0 R '.repeat(280_000), 'broken'],
    [`${'1 0 obj<<>>endobj '.repeat(100)}${'1 '.repeat(2_000_000)}`, undefined],
    ['/a#41'.repeat(1_000_000), undefined],
  ] as const)('5 MB of %.12s… hold the function for some seconds at most', (text, fault) => {
    const start = process.cpuUsage();
    expect(faultOf(Buffer.from(`%PDF-1.7\n${text}%%EOF`))).toBe(fault);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
  });
});

describe('pictures', () => {
  const png = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
  it('pass, unless they are something else besides', () => {
    expect(judgeFile('a.png', png)).toMatchObject({ ok: true, type: 'png' });
    expect(inspectFile('png', png)).toBeUndefined();
    expect(inspectFile('png', Buffer.concat([png, zipFile([['a', 'b']])]))).toEqual({
      fault: 'two-types',
      found: 'ZIP',
    });
    expect(inspectFile('jpg', Buffer.from('\u00ff\u00d8\u00ff %PDF-1.7', 'latin1'))?.found).toBe('PDF');
    expect(inspectFile('jpg', Buffer.from('\u00ff\u00d8\u00ff <script>', 'latin1'))?.found).toBe('HTML');
  });
});

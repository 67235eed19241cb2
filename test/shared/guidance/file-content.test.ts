import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileFault, fileTypes, judgeFile, MOST_FILE_BYTES } from '#shared/guidance/file-content.ts';
import { bytesOf, zipOf } from '#test/shared/zip.ts';

const word = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
const sheet = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'];
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0);

describe('what is in a file decides', () => {
  it.each([
    ['Kế hoạch.pdf', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['Biểu mẫu.DOCX', zipOf(word), 'docx'],
    ['bieu.xlsx', zipOf(sheet), 'xlsx'],
    ['anh.png', png, 'png'],
    ['anh.JPG', jpg, 'jpg'],
    ['anh.jpeg', jpg, 'jpg'],
    ['Có chú thích.docx', zipOf(word, 'x'.repeat(300)), 'docx'],
  ] as const)('%s', (name, bytes, type) => {
    expect(judgeFile(name, bytes)).toMatchObject({ ok: true, type });
  });

  it.each<[string, Uint8Array, FileFault]>([
    ['trong.pdf', new Uint8Array(), 'empty'],
    ['to.pdf', new Uint8Array(MOST_FILE_BYTES + 1), 'too-big'],
    ['chuong-trinh.pdf', bytesOf('MZ\u0090 this program'), 'not-a-type'],
    ['trang.pdf', bytesOf('<html><script>alert(1)</script>'), 'not-a-type'],
    ['trang.docx', zipOf(['index.html']), 'not-a-type'],
    ['cut.docx', zipOf(word).slice(0, 60), 'not-a-type'],
    ['anh.svg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-type'],
    ['anh.exe', png, 'other-ending'],
    ['ke-hoach', bytesOf('%PDF-1.7'), 'other-ending'],
    ['bieu.docx', zipOf(sheet), 'other-ending'],
    ['macro.docx', zipOf([...word, 'word/vbaProject.bin']), 'has-macros'],
    ['macro.xlsx', zipOf([...sheet, 'xl/VBAPROJECT.BIN']), 'has-macros'],
  ])('%s: not passed on', (name, bytes, fault) => {
    expect(judgeFile(name, bytes)).toEqual({ ok: false, fault });
  });

  it('a file of just the most bytes is taken', () => {
    const bytes = new Uint8Array(MOST_FILE_BYTES);
    bytes.set(bytesOf('%PDF-'));
    expect(judgeFile('a.pdf', bytes)).toMatchObject({ ok: true });
  });

  it('whatever the bytes, it is judged', () => {
    const zips = fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.of(0x50, 0x4b, ...rest, ...zipOf(word)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), zips), fc.string(), (bytes, name) => {
        const judged = judgeFile(`${name}.pdf`, bytes);
        if (judged.ok) expect(Object.keys(fileTypes)).toContain(judged.type);
      }),
    );
  });
});

describe('its name', () => {
  const pdf = bytesOf('%PDF-1.7');
  it.each([
    ['Hướng dẫn số 12.pdf', 'Hướng dẫn số 12.pdf'],
    ['..\\..\\Mẫu "1".PDF', 'Mẫu 1.pdf'],
    ['/etc/passwd.pdf', 'passwd.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['....pdf', 'tai-lieu.pdf'],
    ['Hướng'.normalize('NFD').concat('.pdf'), 'Hướng.pdf'],
    [`${'đ'.repeat(300)}.pdf`, `${'đ'.repeat(100)}.pdf`],
  ])('%j becomes %s', (given, name) => {
    expect(judgeFile(given, pdf)).toMatchObject({ ok: true, name });
  });

  it('is never anything but a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const judged = judgeFile(`${given}.pdf`, pdf);
        expect(judged.ok && judged.name).toMatch(/^[\p{L}\p{M}\p{N}(_,-][\p{L}\p{M}\p{N} ()_,.-]*\.pdf$/u);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '#functions/decode-text.ts';

const text = 'id;kind;name\r\n1;Chi bộ thôn;Đồng Tâm\r\n';
const latin1 = (typed: string) => Buffer.from(typed, 'latin1');

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1258', latin1('id;kind;name\r\n1;Chi b\xf4\xf2 th\xf4n;\xd0\xf4\xccng T\xe2m\r\n')],
    ['TCVN3', latin1('id;kind;name\r\n1;Chi b\xe9 th\xabn;\xa7\xe5ng T\xa9m\r\n')],
    ['VNI', latin1('id;kind;name\r\n1;Chi bo\xe4 tho\xe2n;\xd1o\xe0ng Ta\xe2m\r\n')],
  ])('in %s is read', (_, bytes) => {
    expect(decodeFile(bytes)).toBe(text);
  });

  it.each([
    ['French', latin1('nom;pr\xe9nom\nLef\xe8vre;Fran\xe7oise\nH\xe9l\xe8ne;No\xebl')],
    ['cut short', Buffer.from('id;kind\n1;Chi bộ').subarray(0, -1)],
    ['a workbook', Buffer.from('504b0304140006000800e1ff0000210000', 'hex')],
    ['one word that may be two', latin1('b\xe9')],
  ])('that is %s could not be read', (_, bytes) => {
    expect(decodeFile(bytes)).toContain('\ufffd');
  });

  it('of any bytes is a text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => typeof decodeFile(bytes) === 'string'));
  });
});

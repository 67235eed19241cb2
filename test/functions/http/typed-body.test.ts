import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedBody } from '#functions/http/typed-body.ts';
import { hostileBodies } from '#test/functions/http/hostile-bodies.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const read = (body: string | Uint8Array, type = FORM, takesFile = false) =>
  typedBody(Buffer.from(body), type, takesFile);
const part = (head: string, content: string | Uint8Array) =>
  Buffer.concat([Buffer.from(`--b\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]);
const dongTam = Buffer.from([0xd0, 0xf4, 0xcc, 0x6e, 0x67, 0x20, 0x54, 0xe2, 0x6d]); // Đồng Tâm in Windows-1258
const escaped = (bytes: Uint8Array) => [...bytes].map((byte) => `%${byte.toString(16)}`).join('');

describe('a form', () => {
  it('is read as the browser means it', () => {
    expect(read('a=1&b=x+y%2B&c&=d&&a=2&e=%zz%4')).toEqual({ a: '2', b: 'x y+', c: '', '': 'd', e: '%zz%4' });
  });

  it('is read as browsers read it, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[ -~]{0,9}$/), fc.stringMatching(/^[ -~]{0,20}$/))),
        (fields) => {
          expect(read(new URLSearchParams(fields).toString())).toEqual(
            Object.fromEntries(fields.filter(([name]) => name !== '_charset_')),
          );
        },
      ),
    );
  });

  it('may state its encoding, in its type or in a field', () => {
    expect(read(`a=${escaped(dongTam)}`, `${FORM}; charset=windows-1258`)).toEqual({ a: 'Đồng Tâm' });
    expect(read(`a=${escaped(dongTam)}&_charset_=windows-1258`)).toEqual({ a: 'Đồng Tâm' });
    expect(read('a=%C4%90', `${FORM}; charset=x-nobody-knows`)).toEqual({ a: 'Đ' });
  });

  it('keeps the other fields where one has bytes that mean nothing', () => {
    expect(read(`a=${escaped(dongTam)}&b=Đ`)).toEqual({ a: expect.stringContaining('\ufffd'), b: 'Đ' });
  });

  it('has clean texts, but passwords as they were typed, also in a form that another carries', () => {
    expect(read('a=%00x%E2%80%8B&password=%E2%80%8Bq&repeat=%E2%80%8Bq')).toEqual({
      a: 'x',
      password: '\u200bq',
      repeat: '\u200bq',
    });
    const { carriedBody } = read(`carriedBody=${encodeURIComponent('a=%00x&password=%E2%80%8Bq&b=%ED%A0%80')}`);
    expect(Object.fromEntries(new URLSearchParams(carriedBody))).toEqual({
      a: 'x',
      password: '\u200bq',
      b: expect.stringContaining('\ufffd'),
    });
  });
});

describe('a form in parts', () => {
  const text = 'content-disposition: form-data; name="a"';
  const file = 'content-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv';

  it('is read as the browser writes it', async () => {
    const form = new FormData();
    form.set('a', 'Họp "x"\r\ny');
    form.set('empty', '');
    form.set('file', new Blob(['Đ']), 'tệp.csv');
    const sent = new Request('http://localhost', { method: 'POST', body: form });
    const type = sent.headers.get('content-type') ?? '';
    expect(read(new Uint8Array(await sent.arrayBuffer()), type)).toEqual({ a: 'Họp "x"\ny', empty: '', file: 'Đ' });
  });

  it('may state the encoding of a part', () => {
    expect(read(part(`${text}\r\nContent-Type: text/plain; charset=windows-1258`, dongTam), MULTIPART)).toEqual({
      a: 'Đồng Tâm',
    });
  });

  it('has a file in whatever encoding it certainly is, where a route takes one; anywhere else it is a field', () => {
    expect(read(part(file, dongTam), MULTIPART, true)).toEqual({ file: 'Đồng Tâm' });
    expect(read(part(file, 'a\u000bb'), MULTIPART, true)).toEqual({ file: 'a\u000bb' }); // its reader cleans each cell
    expect(read(part(file, 'a\u0000b'), MULTIPART)).toEqual({ file: 'ab' });
  });

  it.each([
    ['multipart/form-data', part(text, 'x')],
    [MULTIPART, ''],
    [MULTIPART, '--b'],
    [MULTIPART, '--b\r\n'],
    [MULTIPART, `--b\r\n${text}\r\n\r\nx`],
    [MULTIPART, `--b\r\n${text}\r\n--b--`],
  ])('of type %s is refused where it is cut short: %j', (type, body) => {
    expect(() => read(body, type)).toThrow(SyntaxError);
  });
});

describe('JSON', () => {
  const json = (text: string | Uint8Array) => read(text, 'application/json');

  it('has names such as __proto__ for names like any other', () => {
    const typed = json('{"__proto__":{"a":"x"},"constructor":"y","toString":1}');
    expect(Object.entries(typed)).toEqual([
      ['__proto__.a', 'x'],
      ['constructor', 'y'],
      ['toString', '1'],
    ]);
    expect({}).not.toHaveProperty('a');
  });

  it('may be in UTF-16', () => {
    expect(json(Buffer.from('\ufeff{"a":"Đồng"}', 'utf16le'))).toEqual({ a: 'Đồng' });
    expect(json(Buffer.from('{"a":"Đồng"}', 'utf16le'))).toEqual({ a: 'Đồng' });
  });

  it.each(['[1]', '"x"', 'null', '1', '{', '', '{"a":1}}', '\ufffd'])('%j is no form', (text) => {
    expect(() => json(text)).toThrow(SyntaxError);
  });
});

describe('any bytes', () => {
  it.each([FORM, MULTIPART, 'application/json', 'application/json; charset=utf-16', 'text/plain; charset=', ''])(
    'as %j are fields or no form, never a fault',
    (type) => {
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .array(
            fc.constantFrom('--b', '\r\n', 'name="a"', '; ', '--', '{', '"', ':', '[', '%', '&', '=', '\\', '\0', 'ế'),
          )
          .map((all) => Buffer.from(all.join(''))),
      );
      fc.assert(
        fc.property(bytes, fc.boolean(), (body, takesFile) => {
          try {
            expect(Object.values(read(body, type, takesFile)).every((value) => typeof value === 'string')).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe('a body that nobody types', () => {
  it.each(hostileBodies(256 * 1024))('$name is read or refused in hardly any time', ({ type, body, refused }) => {
    const before = process.cpuUsage();
    let fields: number | undefined;
    try {
      fields = Object.keys(typedBody(body, type, false)).length;
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError);
    }
    const { user, system } = process.cpuUsage(before);
    expect(fields === undefined).toBe(refused);
    // `npm run bench -- input` has the times themselves; by the square it would be minutes.
    expect((user + system) / 1000).toBeLessThan(500);
  });
});

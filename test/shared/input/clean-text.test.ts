import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, isUnread } from '#shared/input/clean-text.ts';

/** What is stored nowhere. U+FFFD says that a text was not read, and such a text is refused. */
const forbidden = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Me}\p{DI}\u2800\u3164\uffa0\ufffc]|(?![\n\t])\p{Cc}|(?! )[\p{Z}]/u;

/** Texts of every kind: letters with marks, invisible characters, bytes that were taken for letters, halves of pairs. */
const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('ế', 'Ơ̆', 'Ã', '¡', 'Æ', 'á»', '™', '§', '¶', '\u00ad', '\u0301', '\u0323', '\u031b', 'â€', 'Ä', 'ß'),
  fc.constantFrom('\u200b', '\u202e', '\u3164', '\u00a0', '\u0000', '\r', '\u2028', '１', 'XÃ', '\u{e0041}', '\u1160'),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

describe('a cleaned text', () => {
  it('has nothing that is stored nowhere, is composed, and stays as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(forbidden);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same however its letters were composed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cleanText(text.normalize('NFD'))).toBe(cleanText(text.normalize('NFC')));
      }),
      { numRuns: 3000 },
    );
  });

  it('as one line has no break, and no blank at its ends or beside another', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cleanLine(text)).not.toMatch(/[\n\t]|^\s|\s$|\s\s/);
      }),
    );
  });

  it.each([
    ['Chi bộ thôn Đồng Tâm', 'Chi bộ thôn Đồng Tâm'],
    ['Chi bộ thôn Đồng Tâm'.normalize('NFD'), 'Chi bộ thôn Đồng Tâm'],
    ['dòng một\r\ndòng hai\u000bdòng ba\u2028dòng bốn\tcột', 'dòng một\ndòng hai\ndòng ba\ndòng bốn\tcột'],
    ['a\u0000b\u0007c\u007f', 'abc'],
    ['\u202eThái\u202c \u2067Sơn\u2069\u200f', 'Thái Sơn'],
    ['Đồng\u200bTâm\u00ad\ufeff\u2060\ufe0f', 'ĐồngTâm'],
    ['\u200e12\u200b', '12'],
    ['１２\uff0e５', '12.5'],
    ['03/02/\u00a02021', '03/02/ 2021'],
    ['việc \uf0b7 một\u0378', 'việc  một'],
    ['👨‍👩‍👧 1️⃣', '👨👩👧 1'],
    [`e${'\u0301'.repeat(50)}`, 'é\u0301\u0301\u0301'],
    [' \u0301a', ' a'],
    ['ê̆ ơ̆', 'ê̆ ơ̆'], // letters of the highlands
    ['Nguyễn – “Thái” … 30° m² €', 'Nguyễn – “Thái” … 30° m² €'],
  ])('of %j is %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  it.each([
    ['ThÃ¡i SÆ¡n', 'Thái Sơn'],
    ['Chi bá»™ thÃ´n Ä\u0090á»“ng TÃ¢m', 'Chi bộ thôn Đồng Tâm'],
    ['Äá»“ng TÃ¢m', 'Đồng Tâm'], // the byte 90 was lost
    ['ThÃƒÂ¡i', 'Thái'], // twice over
    ['ThĂ¡i SÆ¡n', 'Thái Sơn'], // by Windows-1258
    ['lÃ\u00a0', 'là'],
    ['§¶ng ñy x· Ch©u Minh', 'Đảng ủy xã Châu Minh'], // TCVN3
    ['Chi bé th«n §ång T©m', 'Chi bộ thôn Đồng Tâm'],
    ['Ñaûng uûy xaõ Chaâu Minh', 'Đảng ủy xã Châu Minh'], // VNI
    ['ÑAÛNG BOÄ', 'ĐẢNG BỘ'],
  ])('of %j in a certain encoding is %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  it.each(['XÃ\u00a0HÙNG SƠN', 'XÃ – PHƯỜNG', '“XÃ”', 'São Paulo', 'Nestlé®', 'Café', 'bé', 'là', 'Ở «xá»'])(
    'keeps the letters of %j',
    (typed) => {
      expect(cleanText(typed)).toBe(typed.replace('\u00a0', ' '));
    },
  );

  it.each(['ng\ufffdi', 'x\ud800', '\udc00y', 'a\u0081b', 'xá» hội', 'Ãƒï¿½'])(
    'says that %j could not be read',
    (typed) => {
      expect(isUnread(cleanText(typed))).toBe(true);
    },
  );
});

describe('cleaning', () => {
  const size = 256 * 1024;
  /** Letters that a slip in one pattern would make it go over again and again. */
  const units = [
    'a',
    'ệ',
    '\u0301\u0323',
    'e\u0323\u0302',
    'Ã¡',
    'ƒ',
    'Ãƒ',
    '§¶ng ',
    '\u200b',
    'Ã\u00ad¡',
    '\ud800',
    '\r',
    ' ',
  ];

  it.each(units)('takes a time that grows with the text, of %j', (unit) => {
    const cpu = (bytes: number) => {
      const text = unit.repeat(bytes / unit.length);
      const before = process.cpuUsage();
      cleanText(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpu(size / 8);
    // By the square it would be minutes.
    expect(cpu(size)).toBeLessThan(1500);
  });
});

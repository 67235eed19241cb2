import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords as common } from '#shared/access/common-passwords.ts';
import { ownWords } from '#shared/access/own-words.ts';
import { normalPassword, passwordFault, SHORTEST_PASSWORD } from '#shared/access/password.ts';

const own = ownWords('thanh-van.thanh-binh', ['Chi bộ thôn Thanh Bình', 'xã Thanh Vân', 'huyện Hiệp Hòa']);
const faultOf = (password: string) => passwordFault(normalPassword(password), { common, own });

describe('a password', () => {
  it.each([
    'Hk7w-Qn3x-vB9d',
    'correct horse battery',
    'mây trắng trên núi cao',
    'trâu ăn cỏ non ngoài đê',
    'chi thich an pho',
    'nuocchaydamon',
    'chữ hoa cũng được',
    '8391750264', // digits alone: no kind of character is asked for
    'Тихий вечер',
    '🐃🌾🏡🌧️🐓🎋🐟🌕🚜🧺',
  ])('%s may be used', (password) => {
    expect(faultOf(password)).toBeUndefined();
  });

  it.each([
    ['chín ký t', 'short'],
    ['👩‍🌾'.repeat(3), 'short'], // nine code points, eighteen bytes and more
    ['x7'.repeat(129), 'long'],
    [' mây trắng trên núi', 'edge-space'],
    ['mây trắng trên núi\u00a0', 'edge-space'],
    ['mây trắng\0trên núi', 'control'],
    ['mây trắng\ntrên núi', 'control'],
  ])('%j is %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault);
  });

  it.each([
    'password123',
    'Password@123',
    'P@$$w0rd2024!',
    '@dmin12345',
    'Welcome2024',
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'asdfghjkl;',
    '!@#$%^&*()',
    'aaaaaaaaaa',
    'abcabcabcabc',
    'abcd123456',
    '1q2w3e4r5t',
    'iloveyou123',
    'passwordpassword',
    'matkhau123',
    'Mật khẩu 123',
    'm4tkh4u2026',
    'Anh yêu em 99',
    'Việt Nam 2025',
    'giadinhlaso1',
    'tuan12051987',
    '12/05/1987',
    '1987-05-12',
    '👍'.repeat(10),
    'раssword2026', // its first two letters are Cyrillic
    'pаsswоrd 2026',
    '6202drowssap',
  ])('%s is one that many people have', (password) => {
    expect(faultOf(password)).toBe('common');
  });

  it.each([
    'thanhvan2026',
    'Thanh-Vân-2026',
    'Th4nhV4n2026',
    'xã Thanh Vân',
    'chibothonthanhbinh',
    'Chi bộ Thanh Bình 1',
    'hiephoa@123456',
    '2026hiephoa',
    'huyện Hiệp Hòa!',
    'Chi-bo-2026',
    'sochibo12345',
    'dangbo31121999',
    'xk7-thanhvan',
    'thanhvanmatkhau',
    'thаnh-vаn-2026', // its vowels are Cyrillic
    'ΤHANHVAN2026', // its first letter is Greek
    'navhnaht2026',
  ])('%s is made of its owner’s words', (password) => {
    expect(faultOf(password)).toBe('own-words');
  });

  it('may have its owner’s words among others', () => {
    expect(faultOf('thanh van trong lua nep')).toBeUndefined();
  });
});

describe('the list of common passwords', () => {
  const words = [...common];

  it('is of several thousand', () => {
    expect(words.length).toBeGreaterThan(5000);
  });

  it('is refused whole, in capitals, with marks, and with what people add to reach the length', () => {
    const added = fc.constantFrom('1', '123', '2024', '!', '@123', '12051987', '01');
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.array(added), fc.boolean(), (word, ends, capital) => {
        const typed = (capital ? word[0]?.toUpperCase() + word.slice(1) : word) + ends.join('').slice(0, 8);
        fc.pre([...typed].length >= SHORTEST_PASSWORD);
        expect(passwordFault(typed, { common, own: [] })).toBe('common');
      }),
    );
  });
});

describe('one password', () => {
  const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;
  const letter = fc.constantFrom(...'ăâđêôơưáàảãạếềểễệộợữựỷỵ Ầbcdghklmnpqrstvxy'.normalize('NFC'));

  it('is the same in every form in which keyboards compose its letters, also mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, fc.constantFrom(...forms), fc.constantFrom(...forms))), (typed) => {
        const [one, other] = [1, 2].map((at) => typed.map((each) => each[0].normalize(each[at] as 'NFC')).join(''));
        expect(normalPassword(one ?? '')).toBe(normalPassword(other ?? ''));
      }),
    );
  });

  it('keeps its form, and every answer about it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const normal = normalPassword(typed);
        expect(normalPassword(normal)).toBe(normal);
        expect(faultOf(typed.normalize('NFD'))).toBe(faultOf(typed));
      }),
    );
  });
});

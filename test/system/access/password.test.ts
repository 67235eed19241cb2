import { beforeAll, describe, expect, it } from 'vitest';
import { mailTo } from '#test/system/mail.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

let district: Visitor;
let csrf: string;

beforeAll(async () => {
  district = await Visitor.signedIn('district');
  csrf = await district.csrf();
});

const change = (user: string, fields: Readonly<Record<string, string>>) =>
  district.post(`/directory/users/${user}`, { csrf, ...fields });
const signIn = (user: string, password: string) => new Visitor().post('/login', { user, password });
const isIn = ({ text }: Seen) => text.includes('action="/logout"');

/** Gives an account a one-time password, and lets its owner choose. */
async function choosing(user: string): Promise<(password: string, repeat?: string) => Promise<Seen>> {
  const reset = await change(user, { change: 'reset' });
  const given = /<code>([\w-]{14})<\/code>/.exec(reset.text)?.[1] ?? '';
  const visitor = new Visitor();
  // As a telephone writes it: with letters of full width.
  const wide = given.replace(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
  const { pending = '' } = hiddenFields((await visitor.post('/login', { user, password: wide })).text, '/password');
  return (password, repeat = password) => visitor.post('/password', { user, pending, password, repeat });
}

/** Asks for a code by mail, and lets its owner choose. */
async function recovering(user: string): Promise<(password: string, repeat?: string) => Promise<Seen>> {
  const address = `${user}@mat-khau.example`;
  await change(user, { change: 'email', email: address });
  await new Visitor().post('/login/forgotten', { user });
  const code = /\d{6}/.exec((await mailTo(address)).at(-1)?.text ?? '')?.[0] ?? '';
  return (password, repeat = password) => new Visitor().post('/login/new-password', { user, code, password, repeat });
}

const doors = [
  ['the first sign-in', 'quang-minh', 'Quang Minh', choosing],
  ['a forgotten password', 'luong-phong', 'Lương Phong', recovering],
] as const;

describe.each(doors)('a new password at %s', (_, user, unit, open) => {
  it('is refused with a reason at its field, and taken in every form of its letters', async () => {
    const choose = await open(user);
    const tries: readonly (readonly [string, string, string])[] = [
      ['ngắn quá', 'password', 'Mật khẩu cần ít nhất 10 ký tự.'],
      [' mây trắng trên núi', 'password', 'không được bắt đầu hoặc kết thúc bằng khoảng trắng'],
      ['matkhau123', 'password', 'nhiều người dùng hoặc dễ đoán'],
      ['Mật Khẩu 123'.normalize('NFD'), 'password', 'nhiều người dùng hoặc dễ đoán'],
      ['1234567890', 'password', 'nhiều người dùng hoặc dễ đoán'],
      [`${user}-2026`, 'password', 'tên tài khoản, tên đơn vị'],
      [`${unit} 2026`.normalize('NFD'), 'password', 'tên tài khoản, tên đơn vị'],
      ['Chi bộ 2026!!!', 'password', 'tên tài khoản, tên đơn vị'],
      ['x'.repeat(257), 'password', 'dài quá 256 ký tự'],
    ];
    for (const [password, field, says] of tries) {
      const seen = await choose(password);
      expect([password, seen.status]).toEqual([password, 422]);
      expect(seen.text).toContain(says);
      expect(seen.text).toContain(`<a href="#${field}">`);
      expect(seen.text).not.toContain(password);
    }
    const twice = await choose('mây trắng trên núi', 'mây trắng trên đồi');
    expect([twice.status, twice.text.includes('<a href="#repeat">')]).toEqual([422, true]);

    // No kind of character is asked for; the two fields may be typed on two keyboards.
    const chosen = 'mây trắng trên núi';
    const mixed = `${chosen.slice(0, 8).normalize('NFD')}${chosen.slice(8)}`;
    expect((await choose(chosen.normalize('NFD'), mixed)).status).toBe(200);
    for (const typed of [chosen.normalize('NFC'), chosen.normalize('NFD'), mixed]) {
      expect(isIn(await signIn(user, typed))).toBe(true);
    }
    expect((await signIn(user, 'may trang tren nui')).status).toBe(401);
  });
});

describe('the district’s name', () => {
  it('is no password for one of its accounts, and the answer names no account’s unit to strangers', async () => {
    const choose = await recovering('chau-minh');
    const refused = await choose('huyện Hiệp Hòa 26');
    const strange = await new Visitor().post('/login/new-password', {
      user: 'khong-he-co',
      code: '123456',
      password: 'huyện Hiệp Hòa 26',
      repeat: 'huyện Hiệp Hòa 26',
    });
    expect([refused.status, strange.status]).toEqual([401, 401]);
    expect(refused.text).toContain('mật khẩu mới chỉ gồm tên đơn vị');
    expect((await choose('mây trắng trên núi')).status).toBe(200);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { mailTo } from '#test/system/mail.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { admin, hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

let district: Visitor;
let csrf: string;

beforeAll(async () => {
  // Accounts of their own: other tests sign in to the demonstration's.
  for (const unit of ['quang-minh', 'luong-phong', 'bac-ly', 'chau-minh']) {
    await makeAccount({ user: `${unit}-moi`, role: 'commune', unit: `hiep-hoa.${unit}` });
  }
  await turnGuesses(24 * 60); // others have asked for mails today
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
  ['the first sign-in', 'quang-minh-moi', 'Quang Minh', choosing],
  ['a forgotten password', 'luong-phong-moi', 'Lương Phong', recovering],
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
  const named = 'huyện Hiệp Hòa 26';

  it('is no password for one of its accounts at the first sign-in', async () => {
    const choose = await choosing('bac-ly-moi');
    const refused = await choose(named);
    expect([refused.status, refused.text.includes('tên tài khoản, tên đơn vị')]).toEqual([422, true]);
    expect(isIn(await choose('mây trắng trên núi'))).toBe(true);
  });

  it('is none for who has a code either, and the answer tells no stranger where an account belongs', async () => {
    const choose = await recovering('chau-minh-moi');
    const refused = await choose(named);
    const strange = await new Visitor().post('/login/new-password', {
      user: 'khong-he-co',
      code: '123456',
      password: named,
      repeat: named,
    });
    expect([refused.status, strange.status]).toEqual([401, 401]);
    expect(refused.text).toContain('mật khẩu mới chỉ gồm tên đơn vị');
    expect((await choose('mây trắng trên núi')).status).toBe(200);
  });
});

describe('the operator’s file', () => {
  it('gives no first password that everybody guesses, and takes one in every form of its letters', async () => {
    const lines = ['matkhau123', 'Huong-Lam-2026', 'ngắn', 'gió mùa đông bắc'.normalize('NFD')].map(
      (password, at) => `huong-lam-${at + 7};commune;hiep-hoa.huong-lam;;${password}\n`,
    );
    const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-users-'));
    const file = join(folder, 'users.csv');
    const head = 'user;role;unit;group;password\n';
    await writeFile(file, head + lines.join(''));
    const said = await admin('import', 'users', file).catch(({ stderr }: { stderr: string }) => stderr);
    expect(said).toMatch(
      /line 2: The first password: Many people.*line 3: The first password: This password is made.*line 4: The first password: The password has/s,
    );
    expect(said).not.toContain('line 5');
    await writeFile(file, head + lines.at(-1));
    await admin('import', 'users', file);
    await rm(folder, { recursive: true });
    expect((await signIn('huong-lam-10', 'gió mùa đông bắc')).text).toContain('action="/password"');
  });
});

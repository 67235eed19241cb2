import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#shared/access/guesses.ts';
import { confirmFile } from '#test/system/access/confirm-file.ts';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { mailTo } from '#test/system/mail.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

let district: Visitor;
let csrf: string;

beforeAll(async () => {
  district = await Visitor.signedIn('district');
  csrf = await district.csrf();
});

const setEmail = (user: string, email: string) =>
  district.post(`/directory/users/${user}`, { csrf, change: 'email', email });
const ask = (user: string) => new Visitor().post('/login/forgotten', { user });
const set = (user: string, code: string, password: string, repeat = password) =>
  new Visitor().post('/login/new-password', { user, code, password, repeat });
const signIn = (user: string, password: string) => new Visitor().post('/login', { user, password });

/** The newest code that was mailed to an address. */
async function codeTo(address: string): Promise<string> {
  const messages = await mailTo(address);
  return /\d{6}/.exec(messages.at(-1)?.text ?? '')?.[0] ?? '';
}

/** A page without the name that was typed into it. */
const nameless = ({ status, text }: Seen, user: string) => [status, text.replaceAll(user, '')];

describe('a forgotten password', () => {
  const user = 'danh-thang';
  const address = 'vanphong@danh-thang.example.vn';
  const chosen = 'Moi-dat-lai-2026';

  it('is replaced by its owner with a code from the e-mail, and every open session ends', async () => {
    const open = await Visitor.signedIn(user);
    expect((await setEmail(user, address)).text).toContain(address);
    expect((await new Visitor().get('/login')).text).toContain('href="/login/forgotten"');
    expect((await ask('Danh-Thang')).text).toContain('Nếu tài khoản có thư điện tử, mã đã được gửi');
    const code = await codeTo(address);
    expect(code).toMatch(/^\d{6}$/);

    const weak = await set(user, code, 'mat-khau');
    expect([weak.status, weak.text.includes('Mật khẩu cần ít nhất 10 ký tự')]).toEqual([422, true]);
    expect(weak.text).toContain(`value="${code}"`);
    expect((await set(user, code, chosen, 'Khac-hẳn-2026')).text).toContain('Hai lần nhập mật khẩu không giống nhau');
    expect((await set(user, code === '000000' ? '000001' : '000000', chosen)).status).toBe(401);
    expect((await open.get('/account')).text).toContain('action="/logout"');

    const changed = await set(user, `${code.slice(0, 3)} ${code.slice(3)}`, chosen);
    expect(changed.text).toContain('Đã đổi mật khẩu');
    expect((await open.get('/account')).text).toContain('action="/login"');
    expect((await signIn(user, PASSWORD)).status).toBe(401);
    expect((await signIn(user, chosen)).text).toContain('action="/logout"');
  });

  it('is replaced once with a code', async () => {
    expect((await set(user, await codeTo(address), 'Lan-nua-dat-2026')).status).toBe(401);
  });

  it('is not replaced with a code from before the account got another address', async () => {
    await turnGuesses(24 * 60);
    const changed = 'hung-son-2';
    await makeAccount({ user: changed, role: 'commune', unit: 'hiep-hoa.hung-son' });
    await setEmail(changed, 'cu@hung-son.example.vn');
    expect((await ask(changed)).status).toBe(200);
    const before = await codeTo('cu@hung-son.example.vn');
    expect(before).toMatch(/^\d{6}$/);
    await setEmail(changed, 'moi@hung-son.example.vn');
    expect((await set(changed, before, 'Nguoi-cu-van-vao')).status).toBe(401);
    expect((await ask(changed)).status).toBe(200);
    expect((await set(changed, await codeTo('moi@hung-son.example.vn'), 'Nguoi-moi-vao-day')).status).toBe(200);
  });

  it('is on record, without the address', async () => {
    const { entries } = (await district.json('/audit')) as {
      entries: { kind: string; of?: string; by?: { user: string } }[];
    };
    const kinds = entries.filter(({ by, of }) => !by && of === user).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['code-asked', 'recovered', 'refused']));
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'account', of: `email ${user}` }));
    expect(JSON.stringify(entries)).not.toContain('example.vn');
  });
});

describe('who asks for a code', () => {
  it('is answered the same for an account with an address, without one, disabled, not begun, and none at all', async () => {
    await setEmail('hoang-an', 'hoang-an@example.vn');
    await setEmail('hoang-thanh', 'hoang-thanh@example.vn');
    await district.post('/directory/users/hoang-thanh', { csrf, change: 'disable' });
    const fresh = { csrf, user: 'moi-tinh', role: 'commune', unit: 'hiep-hoa.hoang-an', email: 'moi-tinh@example.vn' };
    expect((await district.post('/directory/users', fresh)).status).toBe(200);
    const asked: unknown[] = [];
    const refused: unknown[] = [];
    for (const user of ['hoang-an', 'hoang-luong', 'hoang-thanh', 'moi-tinh', 'khong-he-co']) {
      asked.push(nameless(await ask(user), user));
      refused.push(nameless(await set(user, '000000', 'Doan-mo-2026'), user));
    }
    await district.post('/directory/users/hoang-thanh', { csrf, change: 'enable' });
    for (const each of asked) expect(each).toEqual(asked[0]);
    for (const each of refused) expect(each).toEqual(refused[0]);
    expect(await codeTo('hoang-an@example.vn')).not.toBe('');
    expect(await codeTo('hoang-thanh@example.vn')).toBe('');
    expect(await codeTo('moi-tinh@example.vn')).toBe('');
  });

  it('gets none any more where the address was taken away', async () => {
    await setEmail('ngoc-son', 'ngoc-son@example.vn');
    expect((await setEmail('ngoc-son', '')).text).not.toContain('ngoc-son@example.vn');
    expect((await ask('ngoc-son')).status).toBe(200);
    expect(await codeTo('ngoc-son@example.vn')).toBe('');
  });

  it.each(['thuong-thang', 'khong-co-ai-ca'])('for %s again and again waits, as who tries codes does', async (user) => {
    await turnGuesses(24 * 60);
    for (let n = 0; n < limits['mail by network'].freeADay; n += 1) expect((await ask(user)).status).toBe(200);
    const told = await ask(user);
    expect(told.status).toBe(429);
    expect(told.text).toContain('Mời chờ 24 giờ rồi thử lại');
    // A code that was mailed can still be entered, some times.
    for (let n = 0; n < limits['code by network'].free; n += 1) {
      expect((await set(user, '111111', 'Doan-mo-2026')).status).toBe(401);
    }
    const refused = await set(user, '222222', 'Doan-mo-2026');
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Mời chờ 60 phút rồi thử lại');
  });

  it('types a name', async () => {
    expect((await ask(' ')).text).toContain('Cần nhập tên đăng nhập.');
  });
});

describe('an e-mail address', () => {
  it.each(['khong-phai', 'a@b', 'a b@c.vn', '=1@c.vn', `${'x'.repeat(250)}@c.vn`])('%s is none', async (email) => {
    const refused = await setEmail('ngoc-son', email);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Cần nhập một địa chỉ thư điện tử');
    expect(/<input[^>]*name="email"[^>]*>/.exec(refused.text)?.[0]).toMatch(
      new RegExp(`value="${email}".*aria-describedby="email-hint email-error" aria-invalid`),
    );
  });

  it('comes with a file, too', async () => {
    const form = new FormData();
    form.set('csrf', csrf);
    form.set('file', 'change;user;role;unit;group;email\nemail;ngoc-son;;;;so@example.vn\nemail;mai-trung;;;;so');
    expect((await district.postForm('/directory/users', form)).text).toContain('Dòng 3: Cần nhập một địa chỉ');
    form.set('file', 'change;user;role;unit;group;email\nemail;ngoc-son;;;;so@example.vn');
    expect((await confirmFile(district, await district.postForm('/directory/users', form))).status).toBe(200);
    expect(await district.json('/directory/users/ngoc-son')).toMatchObject({ email: 'so@example.vn' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#shared/access/guesses.ts';
import { codeOf } from '#test/system/access/authenticator.ts';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { hiddenFields, PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

const chosen = 'gió mùa đông bắc';
const isIn = async (visitor: Visitor) => (await visitor.get('/account')).text.includes('action="/logout"');
const signIn = (user: string, password: string) => new Visitor().post('/login', { user, password });
const fieldsOf = (visitor: Visitor) =>
  visitor.get('/account').then(({ text }) => hiddenFields(text, '/account/password'));

async function change(visitor: Visitor, old: string, password: string, more: object = {}): Promise<Seen> {
  const fields = await fieldsOf(visitor);
  return visitor.post('/account/password', { ...fields, old, password, repeat: password, ...more });
}

beforeAll(async () => {
  // Accounts of their own: other tests sign in to the demonstration's.
  for (const unit of ['hoang-van', 'thai-son', 'mai-trung']) {
    await makeAccount({ user: `${unit}-moi`, role: 'commune', unit: `hiep-hoa.${unit}` });
  }
});

describe('the change of one’s own password', () => {
  const user = 'hoang-van-moi';

  it('asks for the old one, and says what is wrong with the new one at its field', async () => {
    const visitor = await Visitor.signedIn(user);
    const tries: readonly (readonly [string, string, object, number, string, string])[] = [
      ['', chosen, {}, 401, 'old', 'Mật khẩu đang dùng không đúng.'],
      ['Sai-roi-2026', chosen, {}, 401, 'old', 'Mật khẩu đang dùng không đúng.'],
      [PASSWORD, 'ngắn', {}, 422, 'password', 'ít nhất 10 ký tự'],
      [PASSWORD, 'matkhau2026', {}, 422, 'password', 'nhiều người dùng hoặc dễ đoán'],
      [PASSWORD, 'xã Hoàng Vân 1', {}, 422, 'password', 'tên tài khoản, tên đơn vị'],
      [PASSWORD, 'huyện Hiệp Hòa', {}, 422, 'password', 'tên tài khoản, tên đơn vị'],
      [PASSWORD, chosen, { repeat: 'gió mùa' }, 422, 'repeat', 'không giống nhau'],
    ];
    for (const [old, password, more, status, field, says] of tries) {
      const seen = await change(visitor, old, password, more);
      expect([password, seen.status]).toEqual([password, status]);
      expect(seen.text).toContain(says);
      expect(seen.text).toContain(`<a href="#${field}">`);
      expect(seen.text).toMatch(new RegExp(`id="${field}-error"`));
    }
    expect((await signIn(user, PASSWORD)).status).toBe(200);
  });

  it('ends every other session of the account, and of no other; this one goes on', async () => {
    const [here, office, neighbour] = [
      await Visitor.signedIn(user),
      await Visitor.signedIn(user),
      await Visitor.signedIn('hoang-an'),
    ];
    const before = here.cookie('session');
    const copy = new Visitor();
    copy.take('session', before ?? '');
    const seen = await change(here, PASSWORD.normalize('NFKD'), chosen.normalize('NFD'));
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Đã đổi mật khẩu');
    expect(seen.text.match(/<li>Từ /g)).toHaveLength(1);
    expect(here.cookie('session')).not.toBe(before);
    expect(await Promise.all([here, office, copy, neighbour].map(isIn))).toEqual([true, false, false, true]);
    expect((await signIn(user, PASSWORD)).status).toBe(401);
    expect((await signIn(user, chosen)).status).toBe(200);
  });

  it('is on record, without the passwords', async () => {
    const district = await Visitor.signedIn('district');
    const { entries } = (await district.json('/audit')) as { entries: { kind: string; of?: string; by?: object }[] };
    const by = { user, role: 'commune', unit: 'hiep-hoa.hoang-van' };
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'account', of: `password ${user}`, by }));
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'refused', of: user }));
    expect(JSON.stringify(entries)).not.toMatch(/gió|Sai-roi/);
  });

  it('is told programs as JSON', async () => {
    const visitor = await Visitor.signedIn('thai-son-moi');
    const { csrf } = await fieldsOf(visitor);
    const refused = await visitor.postJson('/account/password', {
      csrf,
      old: 'Sai-roi-2026',
      password: chosen,
      repeat: chosen,
    });
    expect([refused.status, JSON.parse(refused.text)]).toEqual([
      401,
      expect.objectContaining({
        type: 'urn:problem:password-wrong-old',
        errors: [{ field: 'old', code: 'wrong-old', detail: 'Mật khẩu đang dùng không đúng.' }],
      }),
    ]);
    const common = await visitor.postJson('/account/password', {
      csrf,
      old: PASSWORD,
      password: 'password123',
      repeat: 'password123',
    });
    expect([common.status, JSON.parse(common.text)]).toEqual([
      422,
      expect.objectContaining({ type: 'urn:problem:password-common' }),
    ]);
    expect(
      (await visitor.postJson('/account/password', { old: PASSWORD, password: chosen, repeat: chosen })).status,
    ).not.toBe(200);
  });

  it('counts a wrong old password as a guess, as signing in does', async () => {
    const visitor = await Visitor.signedIn('mai-trung-moi');
    for (let n = 0; n < limits['sign-in by device'].free; n += 1) {
      expect((await change(visitor, `Sai-lan-thu-${n}`, chosen)).status).toBe(401);
    }
    const told = await change(visitor, PASSWORD, chosen);
    expect([told.status, told.text.includes('Đã nhập sai nhiều lần')]).toEqual([429, true]);
    expect(await isIn(visitor)).toBe(true);
  });

  it('needs a session', async () => {
    const seen = await new Visitor().post('/account/password', { old: PASSWORD, password: chosen, repeat: chosen });
    expect(seen.text).toContain('action="/login"');
    expect((await signIn('hoang-an', PASSWORD)).status).toBe(200);
  });
});

describe('an account with an authenticator app', () => {
  const user = 'tan-yen-phone';
  const first = 'trăng sáng đầu làng';
  let head: Visitor;
  let csrf: string;
  let key: string;
  let visitor: Visitor;

  beforeAll(async () => {
    await enterForeignDistrict();
    head = await Visitor.signedIn('tan-yen.district');
    csrf = await head.csrf();
    const added = await head.post('/directory/users', { csrf, user, role: 'district', unit: 'tan-yen', group: '' });
    const given = /<code>([\w-]{14})<\/code>/.exec(added.text)?.[1] ?? '';
    await head.post('/directory/second-factor', { csrf, required: 'yes' });
    visitor = new Visitor();
    const asked = await visitor.post('/login', { user, password: given });
    const fields = hiddenFields(asked.text, '/password');
    const setUp = await visitor.post('/password', { ...fields, password: first, repeat: first });
    key = (/<code>([A-Z2-7 ]+)<\/code>/.exec(setUp.text)?.[1] ?? '').replaceAll(' ', '');
    await visitor.post('/login/set-up', { ...hiddenFields(setUp.text, '/login/set-up'), code: codeOf(key) });
  });
  afterAll(() => head.post('/directory/second-factor', { csrf, required: 'no' }));

  it('gives its code too: the old password alone changes nothing', async () => {
    expect((await visitor.get('/account')).text).toContain('id="code"');
    for (const code of ['', '000000']) {
      const refused = await change(visitor, first, chosen, { code });
      expect([refused.status, refused.text.includes('<a href="#code">')]).toEqual([401, true]);
    }
    const changed = await change(visitor, first, chosen, { code: codeOf(key) });
    expect(changed.text).toContain('Đã đổi mật khẩu');
    expect((await signIn(user, chosen)).text).toContain('action="/login/code"');
  });
});

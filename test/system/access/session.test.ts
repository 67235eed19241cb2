import { describe, expect, it } from 'vitest';
import { sessionStore } from '#functions/store/session-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { limits } from '#shared/access/guesses.ts';
import { lastMonth, meeting, thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const home = `/months/${thisMonth}`;
const isIn = async (visitor: Visitor) => (await visitor.get(home)).text.includes('action="/logout"');

describe('signing out', () => {
  it('kills every copy of the cookie', async () => {
    const owner = await Visitor.signedIn('dong-tan');
    const thief = new Visitor();
    thief.take('session', owner.cookie('session') ?? '');
    expect(await isIn(thief)).toBe(true);
    await owner.post('/logout', { csrf: await owner.csrf() });
    expect(owner.cookie('session')).toBeUndefined();
    expect(await isIn(thief)).toBe(false);
    const csrf = '0'.repeat(32);
    expect((await thief.post('/reports', { ...meeting('hiep-hoa.dong-tan.x'), csrf })).status).toBe(401);
  });

  it('everywhere ends every session of the account', async () => {
    // An account of these tests alone: those of others leave sessions open.
    const [office, phone] = [await Visitor.signedIn('doan-bai'), await Visitor.signedIn('doan-bai')];
    const page = await phone.get('/account');
    expect(page.text.match(/<li>Từ /g)).toHaveLength(2);
    const out = await phone.post('/account', hiddenFields(page.text, '/account'));
    expect(out.text).toContain('action="/login"');
    expect([await isIn(office), await isIn(phone)]).toEqual([false, false]);
  });

  it('leaves the account’s other sessions alone', async () => {
    const office = await Visitor.signedIn('dong-tan');
    const home = await Visitor.signedIn('dong-tan');
    await home.post('/logout', { csrf: await home.csrf() });
    expect(await isIn(office)).toBe(true);
  });
});

describe('a session in use', () => {
  function stored() {
    const { db, outputs } = operatorDb();
    return sessionStore(db, tablesOf(outputs).transient);
  }

  async function setBack(visitor: Visitor, user: string, minutes: number): Promise<string> {
    const [, id = ''] = (visitor.cookie('session') ?? '').split('.');
    const session = await stored().find(user, id, new Date().toISOString());
    if (!session) throw new Error('no such session');
    const seenAt = new Date(Date.parse(session.seenAt) - minutes * 60_000).toISOString();
    await stored().touch(user, id, { ...session, seenAt });
    return id;
  }

  const prepare = '/prepare?cell=hiep-hoa.thanh-van.thanh-binh';
  it.each([home, '/directory/users', '/guidance', `/scorecards/hiep-hoa/${lastMonth}`, prepare, '/actions'])(
    'is kept open by %s',
    async (path) => {
      const visitor = await Visitor.signedIn('district');
      const id = await setBack(visitor, 'district', 10);
      const before = Date.now();
      expect((await visitor.get(path)).status).toBe(200);
      expect(
        Date.parse((await stored().find('district', id, new Date().toISOString()))?.seenAt ?? ''),
      ).toBeGreaterThanOrEqual(before - 1000);
    },
  );

  it('is over after two hours without a request, and nothing typed is lost by it', async () => {
    const visitor = await Visitor.signedIn('hop-thinh');
    const csrf = await visitor.csrf();
    await setBack(visitor, 'hop-thinh', 125);
    const asked = await visitor.post('/reports', { ...meeting('hiep-hoa.hop-thinh.x'), csrf });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('Nội dung vừa nhập vẫn được giữ');
  });
});

describe('a session’s cookie', () => {
  it('is out of reach of scripts and of other sites’ posts', async () => {
    const response = await new Visitor().raw('POST', '/login', { user: 'dong-tan', password: PASSWORD });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]+\.[\w-]{22}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
      // It only says that this device has signed in before.
      expect.stringMatching(/^device=[\w-]{22}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('fits beside all else in one packet', async () => {
    const visitor = await Visitor.signedIn('thanh-van.thanh-binh');
    expect((visitor.cookie('session') ?? '').length).toBeLessThan(200);
  });

  const named = (user: string) => Buffer.from(user).toString('base64url');
  const token = `${named('{"alg":"none"}')}.${named('{"cognito:groups":["district"],"custom:unit":"hiep-hoa"}')}.`;

  it.each([
    ['of another account, with this session', (id: string) => `${named('district')}.${id}`],
    ['of this account, with a session made up', () => `${named('dong-tan')}.${'A'.repeat(22)}`],
    ['with the rights of the district beside it', (id: string) => `${named('dong-tan')}.${id}.${token}`],
    ['of the form that it had once, with a token', (id: string) => `${id}.${token}`],
    ['of the session alone', (id: string) => id],
    ['of the account alone', () => `${named('dong-tan')}.`],
    ['that asks for the account’s rights instead of a session', () => `${named('dong-tan')}.rights`],
    ['of a name that is no text', (id: string) => `_-_-.${id}`],
    ['of nothing', () => '..'],
  ])('%s opens nothing', async (_, forge) => {
    const visitor = await Visitor.signedIn('dong-tan');
    const [, id = ''] = (visitor.cookie('session') ?? '').split('.');
    visitor.take('session', forge(id));
    expect(await isIn(visitor)).toBe(false);
  });

  it('opens nothing with the name of one account and the session of another', async () => {
    const [one, two] = [await Visitor.signedIn('dong-tan'), await Visitor.signedIn('thai-son')];
    const [[oneName, oneId], [twoName, twoId]] = [one, two].map((each) =>
      (each.cookie('session') ?? '').split('.'),
    ) as [string[], string[]];
    const mixed = new Visitor();
    for (const cookie of [`${oneName}.${twoId}`, `${twoName}.${oneId}`]) {
      mixed.take('session', cookie);
      expect(await isIn(mixed)).toBe(false);
    }
  });
});

describe('guessing', () => {
  const guess = (user: string, password: string) => new Visitor().post('/login', { user, password });

  it.each(['mai-trung', 'khong-co-ai'])('at %s ends in a wait that is told, whether it exists or not', async (user) => {
    for (let n = 0; n < limits['sign-in by network'].free; n += 1)
      expect((await guess(user, `Sai-${n}-Sai`)).status).toBe(401);
    const told = await guess(user, 'Sai-roi-2026');
    expect(told.status).toBe(429);
    expect(told.text).toContain('Mời chờ 16 phút rồi đăng nhập lại');
    // The right password does not get through either: else the wait would tell which one it is.
    expect((await guess(user, PASSWORD)).status).toBe(429);
  });

  it('at one account leaves the others alone', async () => {
    expect((await guess('hoa-son', PASSWORD)).status).toBe(200);
  });
});

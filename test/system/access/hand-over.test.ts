import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#shared/access/guesses.ts';
import { codeOf } from '#test/system/access/authenticator.ts';
import { confirmFile } from '#test/system/access/confirm-file.ts';
import { makeAccount } from '#test/system/access/user-pool.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { mailTo } from '#test/system/mail.ts';
import { meeting, thisMonth } from '#test/system/meeting.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { hiddenFields, PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

const oneTime = ({ text }: Seen) => /<code>([\w-]{14})<\/code>/.exec(text)?.[1] ?? '';
const isIn = async (visitor: Visitor) => (await visitor.get('/account')).text.includes('action="/logout"');
const signIn = (user: string, password: string) => new Visitor().post('/login', { user, password });
const chosen = 'gió mùa đông bắc';

async function begin(user: string, given: string): Promise<{ visitor: Visitor; seen: Seen }> {
  const visitor = new Visitor();
  const asked = await visitor.post('/login', { user, password: given });
  const fields = hiddenFields(asked.text, '/password');
  return { visitor, seen: await visitor.post('/password', { ...fields, password: chosen, repeat: chosen }) };
}

async function codeTo(address: string): Promise<string> {
  return /\d{6}/.exec((await mailTo(address)).at(-1)?.text ?? '')?.[0] ?? '';
}

describe('an account that changes hands', () => {
  // Accounts of their own: other tests sign in to the demonstration's.
  const user = 'xuan-cam-moi';
  const unit = 'hiep-hoa.xuan-cam';
  const address = 'nguoi-truoc@xuan-cam.example';
  const recover = (code: string) =>
    new Visitor().post('/login/new-password', {
      user,
      code,
      password: 'trăng sáng đầu làng',
      repeat: 'trăng sáng đầu làng',
    });
  let district: Visitor;
  let csrf: string;
  let before: Visitor;
  let cell: string;
  let code: string;
  let given: string;
  let owner: Visitor;

  beforeAll(async () => {
    await turnGuesses(24 * 60); // others have asked for mails today
    district = await Visitor.signedIn('district');
    csrf = await district.csrf();
    await makeAccount({ user, role: 'commune', unit });
    before = await Visitor.signedIn(user);
    const board = (await before.json(`/months/${thisMonth}?unit=${unit}`)) as {
      cells: { cell: { id: string }; state: string }[];
    };
    cell = board.cells.find(({ state }) => state === 'missing')?.cell.id ?? '';
    const token = await before.csrf();
    const typed = { csrf: token, baseRevision: '0', month: thisMonth, ...meeting(cell, { present: 'mười bảy' }) };
    expect((await before.post('/reports', { ...typed, press: 'save' })).text).toContain('Bản nháp lưu lúc');
    await before.post('/account/mail', { csrf: token, mail: 'off' });
    await district.post(`/directory/users/${user}`, { csrf, change: 'email', email: address });
    await new Visitor().post('/login/forgotten', { user });
    code = await codeTo(address);
  });

  it('is told what will happen in words, before', async () => {
    const page = await district.get(`/directory/users/${user}`);
    expect(page.text).toContain('Bàn giao cho người khác');
    expect(page.text).toContain('Người trước không vào được nữa');
  });

  it('gets a one-time password, shown once', async () => {
    const done = await district.post(`/directory/users/${user}`, { csrf, change: 'hand-over' });
    given = oneTime(done);
    expect(given).not.toBe('');
    expect((await district.get(`/directory/users/${user}`)).text).not.toContain(given);
    expect(done.text).not.toContain(address);
  });

  it('is closed to the person before: password, session, and a code that was mailed already', async () => {
    expect((await signIn(user, PASSWORD)).status).toBe(401);
    expect(await isIn(before)).toBe(false);
    expect((await recover(code)).status).toBe(401);
  });

  it('mails nobody any more', async () => {
    const mails = (await mailTo(address)).length;
    expect((await new Visitor().post('/login/forgotten', { user })).status).toBe(200);
    expect(await mailTo(address)).toHaveLength(mails);
    expect(await district.json(`/directory/users/${user}`)).not.toHaveProperty('email');
  });

  it('is the new person’s, with what was saved and with mails as they were at first', async () => {
    const inside = await begin(user, given);
    owner = inside.visitor;
    expect(await isIn(owner)).toBe(true);
    expect((await owner.get(`/reports/new?cell=${cell}&month=${thisMonth}`)).text).toContain('value="mười bảy"');
    expect(await owner.json('/account')).toMatchObject({ mail: 'on' });
    expect((await signIn(user, given)).status).toBe(401);
    // Asked for again meanwhile, and the user pool would still take it.
    expect((await recover(code)).status).toBe(401);
    expect(await isIn(owner)).toBe(true);
  });

  it('is on record as a hand-over', async () => {
    const { entries } = (await district.json('/audit')) as { entries: { kind: string; of?: string; by?: object }[] };
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'account',
        of: `hand-over ${user}`,
        by: expect.objectContaining({ user: 'district' }),
      }),
    );
  });

  it('knows the devices of the person before no more: their tries count as a stranger’s', async () => {
    const other = 'hoang-luong-moi';
    await makeAccount({ user: other, role: 'commune', unit: 'hiep-hoa.hoang-luong' });
    const former = await Visitor.signedIn(other);
    await district.post(`/directory/users/${other}`, { csrf, change: 'hand-over' });
    const statuses: number[] = [];
    for (let n = 0; n <= limits['sign-in by network'].free; n += 1) {
      statuses.push((await former.post('/login', { user: other, password: `Sai-lan-thu-${n}` })).status);
    }
    expect(limits['sign-in by network'].free).toBeLessThan(limits['sign-in by device'].free);
    expect(statuses).toEqual([...Array.from(statuses.slice(1), () => 401), 429]);
  });

  it('may change hands by a file, too', async () => {
    const form = new FormData();
    form.set('csrf', csrf);
    form.set('file', new Blob([`change;user;role;unit;group\nhand-over;${user};;;\n`], { type: 'text/csv' }), 'a.csv');
    const done = await confirmFile(district, await district.postForm('/directory/users', form));
    expect(done.text).toContain('Bàn giao tài khoản');
    expect(oneTime(done)).not.toBe('');
    expect(await isIn(owner)).toBe(false);
  });

  it('does not change hands by itself, nor by another district', async () => {
    expect((await district.post('/directory/users/district', { csrf, change: 'hand-over' })).status).toBe(422);
    await enterForeignDistrict();
    const foreign = await Visitor.signedIn('tan-yen.district');
    const token = await foreign.csrf();
    expect((await foreign.post(`/directory/users/${user}`, { csrf: token, change: 'hand-over' })).status).toBe(404);
  });
});

describe('a code of an authenticator app', () => {
  const user = 'tan-yen-truc';
  let head: Visitor;
  let csrf: string;

  beforeAll(async () => {
    await enterForeignDistrict();
    head = await Visitor.signedIn('tan-yen.district');
    csrf = await head.csrf();
    await head.post('/directory/second-factor', { csrf, required: 'yes' });
  });
  afterAll(() => head.post('/directory/second-factor', { csrf, required: 'no' }));

  const keyIn = ({ text }: Seen) => (/<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '').replaceAll(' ', '');

  it('is asked anew: the new person sets up an app, and the key of the one before is worth nothing', async () => {
    const added = await head.post('/directory/users', { csrf, user, role: 'district', unit: 'tan-yen', group: '' });
    const first = await begin(user, oneTime(added));
    const old = keyIn(first.seen);
    await first.visitor.post('/login/set-up', { ...hiddenFields(first.seen.text, '/login/set-up'), code: codeOf(old) });
    expect(await isIn(first.visitor)).toBe(true);

    const handed = await head.post(`/directory/users/${user}`, { csrf, change: 'hand-over' });
    const next = await begin(user, oneTime(handed));
    const fields = hiddenFields(next.seen.text, '/login/set-up');
    expect(keyIn(next.seen)).not.toBe(old);
    expect((await next.visitor.post('/login/set-up', { ...fields, code: codeOf(old) })).status).toBe(401);
    await next.visitor.post('/login/set-up', { ...fields, code: codeOf(keyIn(next.seen)) });
    expect([await isIn(first.visitor), await isIn(next.visitor)]).toEqual([false, true]);
  });
});

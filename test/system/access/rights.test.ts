import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionStore } from '#functions/store/session-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { codeOf } from '#test/system/access/authenticator.ts';
import { confirmFile } from '#test/system/access/confirm-file.ts';
import { addRole, makeAccount, removeRole } from '#test/system/access/user-pool.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, hiddenFields, PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'cam-ly';
const commune = `${district}.bao-dai`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Lục Nam;;2019-03;;
${commune};commune;xã;Bảo Đài;;2019-03;;
${commune}.mot;cell;Chi bộ thôn;Một;thon;2019-03;;
`;
/** One page of each function. */
const pages = [
  `/months/${thisMonth}`,
  '/directory/users',
  '/guidance',
  `/scorecards/${district}/${lastMonth}`,
  `/prepare?cell=${commune}.mot`,
  '/actions',
];
const moved = { change: 'move', role: 'commune', unit: commune, group: '' };
const changes = { move: moved, reset: { change: 'reset' }, disable: { change: 'disable' } } as const;
const isIn = ({ text }: Seen) => text.includes('action="/logout"');
/** Whether somebody administers accounts. */
const mayAdminister = async (visitor: Visitor) => {
  const seen = await visitor.get('/directory/users');
  return isIn(seen) && seen.status === 200;
};
/** Of each of the four steps beside each change. */
const ROUNDS = 5;

let head: Visitor;
let csrf: string;
let folder: string;
let users = 0;

beforeAll(async () => {
  await enterDistrict(units, [{ user: 'cam-ly', role: 'district', unit: district }]);
  head = await Visitor.signedIn('cam-ly');
  csrf = await head.csrf();
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Another account of the district's organisation board. */
async function aBoard(isTemporary = false): Promise<string> {
  users += 1;
  const user = `cam-ly-${users}`;
  await makeAccount({ user, role: 'district', unit: district }, isTemporary);
  return user;
}

const change = (user: string, fields: Readonly<Record<string, string>>) =>
  head.post(`/directory/users/${user}`, { csrf, ...fields });

async function importUsers(...lines: readonly string[]): Promise<string> {
  const file = join(folder, 'users.csv');
  await writeFile(file, ['user;role;unit;group;password', ...lines, ''].join('\n'));
  return admin('import', 'users', file);
}

async function recordOf(user: string): Promise<unknown[]> {
  const { entries } = (await head.json('/audit')) as { entries: { kind: string; of?: string }[] };
  return entries.filter(({ kind, of }) => kind === 'account' && of?.split(' ')[1] === user);
}

describe('a right that is taken', () => {
  it.each(Object.entries(changes))('by %s is gone with the next request, in every function', async (_, fields) => {
    const user = await aBoard();
    const visitors: Visitor[] = [];
    for (const _page of pages) visitors.push(await Visitor.signedIn(user)); // several at once would have to wait
    for (const [n, path] of pages.entries()) expect(isIn((await visitors[n]?.get(path)) as Seen), path).toBe(true);
    expect((await change(user, fields)).status).toBe(200);
    for (const [n, path] of pages.entries()) expect(isIn((await visitors[n]?.get(path)) as Seen), path).toBe(false);
  });

  it.each(pages)('at the user pool itself ends the session at %s within the hour', async (path) => {
    const user = await aBoard();
    const visitor = await Visitor.signedIn(user);
    await addRole(user, 'commune');
    await removeRole(user, 'district');
    expect(isIn(await visitor.get(path))).toBe(true);
    const { db, outputs } = operatorDb();
    const store = sessionStore(db, tablesOf(outputs).transient);
    const [, id = ''] = (visitor.cookie('session') ?? '').split('.');
    const session = await store.find(user, id, new Date().toISOString());
    if (!session) throw new Error('no such session');
    await store.touch(user, id, { ...session, checkedAt: new Date(Date.now() - 61 * 60_000).toISOString() });
    expect(isIn(await visitor.get(path))).toBe(false);
    expect(await store.ofUser(user, new Date().toISOString())).toEqual([]);
  });

  it('is not in the older cookie of an account that has signed in again since', async () => {
    const user = await aBoard();
    const old = (await Visitor.signedIn(user)).cookie('session') ?? '';
    await change(user, moved);
    const now = (await Visitor.signedIn(user)).cookie('session') ?? '';
    const [name, id] = now.split('.');
    for (const cookie of [old, `${id}.${old}`, `${now}.${old}`, `${name}.${old.split('.')[1]}`]) {
      const visitor = new Visitor();
      visitor.take('session', cookie);
      expect(isIn(await visitor.get('/directory/users'))).toBe(false);
    }
  });

  it('is gone from a form that was about to be sent; what was typed is kept', async () => {
    const user = await aBoard();
    const visitor = await Visitor.signedIn(user);
    const token = await visitor.csrf();
    await change(user, changes.disable);
    const typed = { csrf: token, user: 'ai-do', role: 'district', unit: district };
    const seen = await visitor.post('/directory/users', typed);
    expect(seen.status).toBe(401);
    expect(seen.text).toContain('Nội dung vừa nhập vẫn được giữ');
    expect((await head.get('/directory/users/ai-do')).status).toBe(404);
  });
});

describe('a step of signing in that waits', () => {
  const later = {
    'a new password': async () => {
      const user = await aBoard(true);
      const visitor = new Visitor();
      const fields = hiddenFields((await visitor.post('/login', { user, password: PASSWORD })).text, '/password');
      const chosen = 'Cua-rieng-toi-26';
      return { user, visitor, goOn: () => visitor.post('/password', { ...fields, password: chosen, repeat: chosen }) };
    },
    'the set-up of a code': async () => {
      const user = await aBoard();
      const visitor = new Visitor();
      const seen = await visitor.post('/login', { user, password: PASSWORD });
      const fields = hiddenFields(seen.text, '/login/set-up');
      const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(seen.text)?.[1] ?? '').replaceAll(' ', '');
      const goOn = () => visitor.post('/login/set-up', { ...fields, code: codeOf(secret) });
      return { user, visitor, goOn, secret };
    },
    'a code': async () => {
      const first = await later['the set-up of a code']();
      await first.goOn();
      const visitor = new Visitor();
      const fields = hiddenFields(
        (await visitor.post('/login', { user: first.user, password: PASSWORD })).text,
        '/login/code',
      );
      const goOn = () => visitor.post('/login/code', { ...fields, code: codeOf(first.secret) });
      return { user: first.user, visitor, goOn };
    },
    'a password': async () => {
      const user = await aBoard();
      const visitor = new Visitor();
      return { user, visitor, goOn: () => visitor.post('/login', { user, password: PASSWORD }) };
    },
  } as const;
  type Waiting = keyof typeof later;

  beforeAll(async () => {
    await head.post('/directory/second-factor', { csrf, required: 'yes' });
  });
  afterAll(async () => {
    await head.post('/directory/second-factor', { csrf, required: 'no' });
  });

  const steps: readonly Waiting[] = ['a new password', 'the set-up of a code', 'a code'];

  it.each(steps.flatMap((step) => Object.keys(changes).map((of) => [step, of as keyof typeof changes] as const)))(
    'for %s counts no more after a %s',
    async (step, of) => {
      const { user, visitor, goOn } = await later[step]();
      expect((await change(user, changes[of])).status).toBe(200);
      expect((await goOn()).status).toBe(401);
      expect(isIn(await visitor.get('/account'))).toBe(false);
    },
  );

  it('counts no more after its owner has signed out everywhere', async () => {
    const { user, visitor, goOn } = await later['a code']();
    expect(isIn(await goOn())).toBe(true);
    const other = new Visitor();
    const asked = await other.post('/login', { user, password: PASSWORD });
    await visitor.post('/account', hiddenFields((await visitor.get('/account')).text, '/account'));
    expect(isIn(await visitor.get('/account'))).toBe(false);
    const fields = hiddenFields(asked.text, '/login/code');
    expect((await other.post('/login/code', { ...fields, code: '123456' })).text).toContain(
      'Tài khoản vừa được thay đổi',
    );
    expect((await recordOf(user)).length).toBe(0);
  });

  describe.each(Object.entries(changes))('beside a %s', (_, fields) => {
    it.each<Waiting>(['a new password', 'the set-up of a code', 'a code', 'a password'])(
      'for %s leaves nobody in with the rights from before',
      async (step) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const { user, visitor, goOn } = await later[step]();
          const [, made] = await Promise.all([
            setTimeout(Math.random() * 25).then(goOn),
            setTimeout(Math.random() * 25).then(() => change(user, fields)),
          ]);
          expect(made.status).toBe(200);
          expect(await mayAdminister(visitor), `round ${round}`).toBe(false);
          // Who signed in after a move is in with the new rights.
          if (fields.change !== 'move') expect(isIn(await visitor.get('/account')), `round ${round}`).toBe(false);
          // Nor has it replaced the one-time password that the reset has set.
          if (fields.change === 'reset') {
            expect(await head.json(`/directory/users/${user}`)).toMatchObject({ mustChoose: true, sessions: 0 });
          }
        }
      },
      120_000,
    );
  });

  it('beside a move by the operator’s file leaves nobody in with the rights from before', async () => {
    await head.post('/directory/second-factor', { csrf, required: 'no' });
    const accounts = await Promise.all(Array.from({ length: 8 }, () => aBoard()));
    let isDone = false;
    const visitors: Visitor[] = [];
    const signIns = accounts.map(async (user) => {
      while (!isDone) {
        const visitor = new Visitor();
        if (isIn(await visitor.post('/login', { user, password: PASSWORD }))) visitors.push(visitor);
        await setTimeout(100);
      }
    });
    const said = await importUsers(...accounts.map((user) => `${user};commune;${commune};;Mot-lan-2026`));
    isDone = true;
    await Promise.all(signIns);
    expect(said.match(/moved from district/g)).toHaveLength(8);
    expect(visitors.length).toBeGreaterThanOrEqual(8);
    for (const visitor of visitors) expect(await mayAdminister(visitor)).toBe(false);
  });
});

describe('a change of an account', () => {
  const file = (...lines: readonly string[]) => {
    const form = new FormData();
    form.set('csrf', csrf);
    form.set('file', new File([['change;user;role;unit;group;email', ...lines].join('\n')], 'a.csv'));
    return head.postForm('/directory/users', form);
  };

  it('is on record also where a later line of its file could not be made', async () => {
    const [one, busy] = [await aBoard(), await aBoard()];
    const { db, outputs } = operatorDb();
    const changeUntil = new Date(Date.now() + 60_000).toISOString();
    const expiresAt = Math.ceil(Date.now() / 1000) + 3600;
    const held = { pk: `session#${busy}`, sk: 'rights', changeId: 'x', changeUntil, changeCloses: false, expiresAt };
    await db.send(new PutCommand({ TableName: tablesOf(outputs).transient, Item: held }));
    const shown = await file(`email;${one};;;;nguoi-khac@cam-ly.example`, `reset;${busy};;;;`);
    const seen = await confirmFile(head, shown);
    expect(seen.status).toBe(503);
    expect(await head.json(`/directory/users/${one}`)).toMatchObject({ email: 'nguoi-khac@cam-ly.example' });
    expect(await recordOf(one)).toEqual([expect.objectContaining({ of: `email ${one}` })]);
  });

  it('that adds a name which somebody adds at the same moment is refused at its field', async () => {
    const add = () => head.post('/directory/users', { csrf, user: 'cam-ly-cung-luc', role: 'commune', unit: commune });
    const statuses = (await Promise.all([add(), add(), add()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 422, 422]);
  });

  it('that was sent before says how to come by a password; one whose name another district has does not', async () => {
    const add = { csrf, user: 'cam-ly-hai-lan', role: 'commune', unit: commune };
    expect((await head.post('/directory/users', add)).status).toBe(200);
    const again = await head.post('/directory/users', add);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Tài khoản này đã có. Nếu đồng chí vừa thêm mà chưa ghi được mật khẩu');
    const foreign = await head.post('/directory/users', { ...add, user: 'mai-dinh' });
    expect(foreign.text).toContain('Tên đăng nhập này đã có người dùng.');
  });
});

describe('an account in the operator’s file', () => {
  it('that is there with other rights is moved: no old role or number stays, no session, and it is on record', async () => {
    const user = await aBoard();
    await change(user, { change: 'move', role: 'group', unit: district, group: '4' });
    const visitor = await Visitor.signedIn(user);
    const said = await importUsers(`${user};commune;${commune};;Mot-lan-2026`);
    expect(said).toContain(
      `line 2: ${user}: moved from group ${district} 4 to commune ${commune}; it keeps its password`,
    );
    expect(isIn(await visitor.get('/account'))).toBe(false);
    expect(await head.json(`/directory/users/${user}`)).not.toHaveProperty('group');
    const now = await Visitor.signedIn(user); // by its own password
    expect((await now.get(`/months/${thisMonth}`)).text).toContain('Xã Bảo Đài');
    expect((await now.get('/directory/users')).status).toBe(403);
    expect((await recordOf(user)).at(-1)).toMatchObject({
      by: { user: 'operator', role: 'district', unit: district },
      of: `move ${user} commune ${commune}`,
      from: 'operator',
    });
  });

  it('that is there with the same rights stays as it is, which is said, and is nothing for the record', async () => {
    const user = await aBoard();
    const visitor = await Visitor.signedIn(user);
    const line = `${user};district;${district};;Mot-lan-2026`;
    expect(await importUsers(line)).toContain(
      `line 2: ${user}: unchanged; it keeps its password, and the one in the file was not used`,
    );
    expect(isIn(await visitor.get('/account'))).toBe(true);
    expect(await recordOf(user)).toEqual([]);
  });

  it('that once got a second role has but the one of the file afterwards, and the lesser one before', async () => {
    const user = await aBoard();
    await addRole(user, 'commune');
    expect(await head.json(`/directory/users/${user}`)).toMatchObject({ role: 'commune' });
    await importUsers(`${user};group;${district};2;Mot-lan-2026`);
    expect(await head.json(`/directory/users/${user}`)).toMatchObject({ role: 'group', group: 2 });
    await removeRole(user, 'group');
    expect((await head.get(`/directory/users/${user}`)).status).toBe(404); // no role at all
  });

  it('is on record when it is new, and is not entered where another line is wrong', async () => {
    users += 1;
    const user = `cam-ly-${users}`;
    const line = `${user};district;${district};;Mot-lan-2026`;
    await expect(importUsers(line, `bao-dai;commune;${commune};;matkhau123`)).rejects.toThrow('line 3: The first');
    await expect(importUsers(line, `bao-dai;commune;${commune};;cam-ly-2026`)).rejects.toThrow('line 3: The first');
    await expect(importUsers(line, `bao-dai;xa;${commune};;Mot-lan-2026`)).rejects.toThrow('line 3');
    expect((await head.get(`/directory/users/${user}`)).status).toBe(404);
    expect(await importUsers(line)).toContain(`line 2: ${user}: new`);
    expect(await recordOf(user)).toMatchObject([{ of: `add ${user} district ${district}`, from: 'operator' }]);
  });

  it('that has no role any more, after a move that died, gets one, and its name is taken meanwhile', async () => {
    const user = await aBoard();
    await removeRole(user, 'district');
    expect((await head.get(`/directory/users/${user}`)).status).toBe(404);
    expect((await new Visitor().post('/login', { user, password: PASSWORD })).status).toBe(401);
    const again = await head.post('/directory/users', { csrf, user, role: 'district', unit: district, group: '' });
    expect([again.status, again.text.includes('Tên đăng nhập này đã có người dùng.')]).toEqual([422, true]);
    expect(await importUsers(`${user};district;${district};;Mot-lan-2026`)).toContain('moved from no role to district');
    expect(isIn(await new Visitor().post('/login', { user, password: PASSWORD }))).toBe(true);
  });
});

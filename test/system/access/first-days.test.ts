import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditStore } from '#functions/store/audit-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { letInRecord } from '#shared/access/let-in.ts';
import { dayAt } from '#shared/period.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { admin, hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

// A district of these tests alone.
const district = 'que-vo';
const first = `${district}.district`;
const commune = `${district}.pho-moi`;
const chosen = 'trăng sáng đầu làng';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-first-days-'));
});
afterAll(() => rm(folder, { recursive: true }));

let sheets = 0;
const newSheet = () => {
  sheets += 1;
  return join(folder, `sheet-${sheets}.html`);
};

/** The one-time passwords of a sheet by account. */
async function slipsOf(path: string): Promise<ReadonlyMap<string, string>> {
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const codes = [...(await readFile(path, 'utf8')).matchAll(/<code[^>]*>([^<]*)<\/code>/g)].map(
    ([, text = '']) => text,
  );
  return new Map(codes.flatMap((text, at) => (at % 2 === 0 ? [[text, codes[at + 1] ?? ''] as const] : [])));
}

/** Runs a command that hands out passwords, none of which it says. */
async function handedOut(...words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sheet = newSheet();
  const said = await admin(...words, '--sheet', sheet);
  const slips = await slipsOf(sheet);
  expect(slips.size).toBeGreaterThan(0);
  for (const password of slips.values()) expect(said).not.toContain(password);
  return slips;
}

const signIn = async (user: string, password: string): Promise<{ visitor: Visitor; seen: Seen }> => {
  const visitor = new Visitor();
  return { visitor, seen: await visitor.post('/login', { user, password }) };
};

/** Signs in for the first time, with a password of one's own. */
async function begin(user: string, given: string): Promise<Visitor> {
  const { visitor, seen } = await signIn(user, given);
  const fields = hiddenFields(seen.text, '/password');
  const inside = await visitor.post('/password', { ...fields, password: chosen, repeat: chosen });
  expect(inside.text).toContain('action="/logout"');
  return visitor;
}

async function recordOf(): Promise<readonly (string | undefined)[]> {
  const { db, outputs } = operatorDb();
  const audit = auditStore(db, tablesOf(outputs).audit, 30);
  const entries = await audit.day(district, dayAt(new Date().toISOString()));
  return entries.filter(({ from }) => from === 'operator').map(({ of }) => of);
}

describe('the first days of a district', () => {
  let head: Visitor;

  it('do not begin with a list of another district: nothing of it is entered', async () => {
    const list = join(folder, 'other.csv');
    await writeFile(list, 'id;level;kind;name;type;from;to;group\nque-vo-khac;district;huyện;Quế Võ Khác;;2026-01;;\n');
    const start = admin('start-district', list, '--district', district, '--sheet', join(folder, 'never.html'));
    await expect(start).rejects.toThrow(`None of the units is the district ${district}: nothing was entered.`);
    await expect(admin('verify', '--audit', '--district', 'que-vo-khac')).rejects.toThrow('has no audit');
  });

  it('begin with its first unit and account, whose password is on a sheet alone', async () => {
    const start = [
      'start-district',
      '--district',
      district,
      '--kind',
      'huyện',
      '--name',
      'Quế Võ',
      '--from',
      '2026-01',
    ];
    const slips = await handedOut(...start);
    expect([...slips.keys()]).toEqual([first]);
    head = await begin(first, slips.get(first) ?? '');
    expect((await head.get('/')).text).toContain('Quế Võ');
    expect((await head.get('/directory/users')).text).not.toContain('Cấp lại mật khẩu dùng một lần');
    const again = newSheet();
    await expect(admin(...start, '--sheet', again)).rejects.toThrow(`renew --user ${first}`);
    // No empty sheet is left, and one that is there is not written over.
    await expect(stat(again)).rejects.toThrow('ENOENT');
    await expect(admin(...start, '--sheet', join(folder, 'sheet-1.html'))).rejects.toThrow('EEXIST');
    expect(await recordOf()).toEqual([`units ${district}`, `add ${first} district ${district}`]);
  });

  it('go on with accounts from a list without passwords', async () => {
    const units = join(folder, 'units.csv');
    await writeFile(units, `id;level;kind;name;type;from;to;group\n${commune};commune;thị trấn;Phố Mới;;2026-01;;\n`);
    await admin('import', 'units', units);
    const users = join(folder, 'users.csv');
    const lines = (...more: string[]) => writeFile(users, ['user;role;unit;password', ...more, ''].join('\n'));

    // One weak password, however late in the file, and nothing is entered.
    await lines(`${commune};commune;${commune};`, `${district}.weak;commune;${commune};1234567890`);
    const refused = newSheet();
    await expect(admin('import', 'users', users, '--sheet', refused)).rejects.toThrow('line 3: The first password');
    await expect(stat(refused)).rejects.toThrow('ENOENT');

    await lines(`${commune};commune;${commune};`);
    const slips = await handedOut('import', 'users', users);
    expect([...slips.keys()]).toEqual([commune]);
    // What is there already is not handed out again.
    expect(await admin('import', 'users', users, '--sheet', newSheet())).toContain('unchanged');

    const renewed = await handedOut('renew', '--unit', district);
    expect([...renewed.keys()]).toEqual([commune]); // the head's is in use
    expect((await signIn(commune, slips.get(commune) ?? '')).seen.text).not.toContain('action="/password"');
    expect((await signIn(commune, renewed.get(commune) ?? '')).seen.text).toContain('action="/password"');
  });

  it('the district renews what has run out on its own page', async () => {
    const page = await head.get('/directory/users');
    expect(page.text).toContain('Cấp lại mật khẩu dùng một lần');
    const file = `change;user\nreset;${commune}`;
    expect(page.text).toContain(`name="file" value="${file}"`);
    const preview = await head.post('/directory/users', { csrf: await head.csrf(), file });
    const done = await head.post('/directory/users', hiddenFields(preview.text, '/directory/users'));
    const [, given = ''] = /<code>([\w-]{14})<\/code>/.exec(done.text) ?? [];
    const visitor = await begin(commune, given);
    expect((await visitor.get('/')).text).toContain('Phố Mới');
  });

  it('a sole account that is locked out comes back on the word of two people', async () => {
    const ask = ['let-in', '--user', first, '--reason', 'lost-device', '--ask-as'];
    const approve = ['let-in', '--user', first, '--approve-as'];
    expect(await admin(...ask, 'Nguyễn Văn An')).toContain('A second person approves it');
    const same = ' NGUYEN  VĂN AN ';
    await expect(admin(...approve, same, '--sheet', newSheet())).rejects.toThrow('another person approves');
    expect((await head.get('/account')).text).toContain('action="/logout"');
    const slips = await handedOut(...approve, 'Trần Thị Bình');
    expect((await head.get('/account')).text).not.toContain('action="/logout"');
    head = await begin(first, slips.get(first) ?? '');
    // Approved once: another time takes another request.
    await expect(admin(...approve, 'Trần Thị Bình', '--sheet', newSheet())).rejects.toThrow('nobody has asked');
    const step = { user: first, reason: 'lost-device' } as const;
    expect((await recordOf()).slice(-3)).toEqual([
      letInRecord({ ...step, step: 'asked', name: 'Nguyễn Văn An' }),
      letInRecord({ ...step, step: 'approved', name: 'Trần Thị Bình' }),
      `reset ${first}`,
    ]);
  });

  it('and not where another account of the district can help', async () => {
    const fields = { user: `${district}.second`, role: 'district', unit: district };
    const added = await head.post('/directory/users', { csrf: await head.csrf(), ...fields });
    const ask = ['let-in', '--user', first, '--reason', 'left', '--ask-as', 'Nguyễn Văn An'];
    // It has never been used, so nobody may have its password any more.
    expect(await admin(...ask)).toContain('A second person');
    await begin(fields.user, /<code>([\w-]{14})<\/code>/.exec(added.text)?.[1] ?? '');
    await expect(admin(...ask)).rejects.toThrow(`${fields.user} of the district can reset it`);
  });

  it('no password stands on the record', async () => {
    const passwords: string[] = [];
    for (const name of await readdir(folder)) {
      if (name.endsWith('.html')) passwords.push(...(await slipsOf(join(folder, name))).values());
    }
    expect(passwords.length).toBeGreaterThan(2);
    const { db, outputs } = operatorDb();
    const audit = auditStore(db, tablesOf(outputs).audit, 30);
    const text = JSON.stringify(await audit.day(district, dayAt(new Date().toISOString())));
    for (const password of passwords) expect(text).not.toContain(password);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { mostBytesOf } from '#shared/access/routes.ts';
import { hostileBodies } from '#test/functions/http/hostile-bodies.ts';
import { loggedFaults, system } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const MOST = mostBytesOf('POST /reports');
const JSON_TYPE = 'application/json';

const send = (path: string, body: string | Buffer, type: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(new URL(path, system().url), {
    method: 'POST',
    headers: { 'content-type': type, origin: system().url, ...headers },
    redirect: 'manual',
    body: new Uint8Array(Buffer.from(body)),
  });

describe('a body that nobody types', () => {
  /** What other files of tests have had logged. */
  let before: readonly string[];

  beforeAll(async () => {
    before = await loggedFaults();
  });

  it.each(hostileBodies(MOST))('$name is refused before any session is looked at', async ({ type, body, refused }) => {
    for (const path of ['/reports', '/login', '/directory/users', '/groups', '/guidance']) {
      const { status } = await send(path, body, type);
      if (refused) expect(status, path).toBe(400);
      else expect([400, 401, 413, 422], path).toContain(status);
    }
  });

  it('that is larger than its route takes is too large, in words', async () => {
    const json = `{"a":"${'x'.repeat(MOST)}"}`;
    const answer = await send('/reports', json, JSON_TYPE, { accept: JSON_TYPE });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ type: 'urn:problem:too-large', title: 'Nội dung gửi lên quá lớn' });
    const page = await send('/reports', `a=${'x'.repeat(MOST)}`, 'application/x-www-form-urlencoded');
    expect(page.status).toBe(413);
    expect(await page.text()).toContain('Nội dung gửi lên quá lớn');
    // What was typed stands there to be copied: a browser that goes back may show the form blank. A stranger's form is not
    // shown, and neither is a password.
    const typed = new URLSearchParams({
      csrf: 'y'.repeat(2000),
      password: 'z'.repeat(2000),
      focus: `Họp ${'x'.repeat(MOST)}`,
    });
    const form = 'application/x-www-form-urlencoded';
    const kept = await (await send('/reports', typed.toString(), form)).text();
    expect(kept).toMatch(/<textarea[^>]*readonly[^>]*>Họp x+<\/textarea>/);
    expect(kept).not.toMatch(/y{2000}|z{2000}/);
    const strange = await send('/reports', typed.toString(), form, { origin: 'https://example.org' });
    expect([strange.status, (await strange.text()).includes('<textarea')]).toEqual([413, false]);
    expect((await send('/reports', `{"a":"${'x'.repeat(MOST - 8)}"}`, JSON_TYPE)).status).toBe(401);
    // Beyond what Lambda takes; a form counts in base 64.
    expect((await send('/reports', 'x'.repeat(5 * 2 ** 20), 'application/x-www-form-urlencoded')).status).toBe(413);
  });

  it('may be a list as a file, up to 2 MB, whose lines are counted while they are read', async () => {
    const district = await Visitor.signedIn('district');
    const csrf = await district.csrf();
    const take = (content: string) => {
      const form = new FormData();
      form.set('csrf', csrf);
      form.set('file', new Blob([content]), 'tai-khoan.csv');
      return district.postForm('/directory/users', form);
    };
    const head = 'change;user;role;unit;group\n';
    for (const rest of ['\n', ';', '"', '1;2;3\n', 'a"b\n', '";', 'add;x;cell;y;\n', 'Ã¡;']) {
      const { status, text } = await take(head + rest.repeat(1_900_000 / Buffer.byteLength(rest)));
      expect(status, rest).toBe(422);
      expect(text).toContain('Chưa thực hiện được');
    }
    expect((await take(head + 'x'.repeat(2 * 2 ** 20))).status).toBe(413);
    // Who is not signed in cannot be asked to carry it through the sign-in.
    const form = new FormData();
    form.set('file', new Blob([head + 'x'.repeat(2 ** 20)]), 'tai-khoan.csv');
    expect((await new Visitor().postForm('/directory/users', form)).status).toBe(413);
  });

  it.each(['[', '{"a":'])('nested 20,000 deep is no form: %j', async (opening) => {
    expect((await send('/reports', opening.repeat(20_000), JSON_TYPE)).status).toBe(400);
  });

  it('has names like any other where they mean something to the language', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[a]', 'constructor.prototype.a'];
    const thanhVan = await Visitor.signedIn('thanh-van');
    const csrf = await thanhVan.csrf();
    const fields = { csrf, ...Object.fromEntries(names.map((name) => [name, 'x'])), cell: 'hiep-hoa.thanh-van.thcs' };
    expect((await thanhVan.post('/reports', fields)).status).toBe(422);
    const json = '{"__proto__":{"a":"x"},"constructor":{"prototype":{"a":"x"}}}';
    expect((await send('/reports', json, JSON_TYPE)).status).toBe(401);
  });

  it('whose head is larger than API Gateway takes does not reach a function', async () => {
    const cookie = '; '.repeat(6000);
    expect((await fetch(system().url, { headers: { cookie } })).status).toBe(431);
    expect((await fetch(system().url, { headers: { cookie: 'a;'.repeat(4000) }, redirect: 'manual' })).status).toBe(
      303,
    );
    const address = (letters: number) => `${system().url}/matters?x=${'%41'.repeat(letters)}`;
    expect((await fetch(address(2600), { headers: { cookie: 'a;'.repeat(1500) } })).status).toBe(431);
    // CloudFront takes no longer an address than this, before the API is asked.
    expect((await fetch(address(4000))).status).toBe(414);
  });

  it('counts as no fault', async () => {
    expect((await loggedFaults()).slice(before.length)).toEqual([]);
  });
});

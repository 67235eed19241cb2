import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#shared/access/guesses.ts';
import { codeOf } from '#test/system/access/authenticator.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const user = 'tan-yen.board';
const password = 'Cua-rieng-toi-26';
let head: Visitor;
let csrf: string;
let given: string;
let secret: string;

const askForCode = (required: 'yes' | 'no') => head.post('/directory/second-factor', { csrf, required });
const oneTime = ({ text }: Seen) => /<code>([\w-]{14})<\/code>/.exec(text)?.[1] ?? '';
const isIn = ({ text }: Seen) => text.includes('action="/logout"');

beforeAll(async () => {
  await enterForeignDistrict();
  head = await Visitor.signedIn('tan-yen.district');
  csrf = await head.csrf();
  const fields = { csrf, user, role: 'district', unit: 'tan-yen', group: '' };
  given = oneTime(await head.post('/directory/users', fields));
  if (!given) given = oneTime(await head.post(`/directory/users/${user}`, { csrf, change: 'reset' }));
});
afterAll(() => askForCode('no'));

async function firstSignIn(): Promise<{ visitor: Visitor; seen: Seen }> {
  const visitor = new Visitor();
  const asked = await visitor.post('/login', { user, password: given });
  const { pending = '' } = hiddenFields(asked.text, '/password');
  return { visitor, seen: await visitor.post('/password', { user, pending, password, repeat: password }) };
}

async function setUp({ visitor, seen }: { visitor: Visitor; seen: Seen }): Promise<Seen> {
  expect(seen.text).toContain('Cài đặt xác thực hai bước');
  expect(isIn(seen)).toBe(false);
  secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(seen.text)?.[1] ?? '').replaceAll(' ', '');
  const fields = hiddenFields(seen.text, '/login/set-up');
  const wrong = await visitor.post('/login/set-up', { ...fields, code: '000000' });
  expect(wrong.status).toBe(401);
  expect(hiddenFields(wrong.text, '/login/set-up')).toEqual(fields);
  return visitor.post('/login/set-up', { ...fields, code: codeOf(secret) });
}

describe('a district that asks its accounts for a code', () => {
  it('has it set up at the next sign-in, and nobody is in before', async () => {
    expect((await askForCode('yes')).text).toContain('Đang bắt buộc');
    const first = await firstSignIn();
    expect(isIn(await first.visitor.get('/'))).toBe(false);
    expect(isIn(await setUp(first))).toBe(true);
  });

  it('lets in who has password and code, and neither alone', async () => {
    const visitor = new Visitor();
    const asked = await visitor.post('/login', { user, password, next: '/receipts' });
    expect(asked.text).toContain('Nhập mã xác thực');
    expect(isIn(await visitor.get('/'))).toBe(false);
    const fields = hiddenFields(asked.text, '/login/code');
    expect((await visitor.post('/login/code', { ...fields, code: '000000' })).status).toBe(401);
    const inside = await visitor.post('/login/code', { ...fields, code: ` ${codeOf(secret).replace(/^.../, '$& ')}` });
    expect(isIn(inside)).toBe(true);
    expect(inside.text).toContain('Bảng tổng hợp');
    expect((await new Visitor().post('/login', { user, password: 'Sai-roi-2026' })).text).not.toContain('/login/code');
  });

  it('does not ask communes and cells', async () => {
    const commune = new Visitor();
    expect(isIn(await commune.post('/login', { user: 'tan-yen.cao-xa', password: 'Chi-bo-2026' }))).toBe(true);
  });

  it('helps who has lost the telephone: a reset drops the old code, and a new one is set up', async () => {
    given = oneTime(await head.post(`/directory/users/${user}`, { csrf, change: 'reset' }));
    const before = secret;
    expect(isIn(await setUp(await firstSignIn()))).toBe(true);
    expect(secret).not.toBe(before);
  });

  it('does not give tries at codes without end to who knows the password', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= limits['sign-in by network'].free; n += 1) {
      const visitor = new Visitor();
      const asked = await visitor.post('/login', { user, password });
      if (asked.status === 429) statuses.push(429);
      else
        statuses.push(
          (await visitor.post('/login/code', { ...hiddenFields(asked.text, '/login/code'), code: '000000' })).status,
        );
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('may stop asking; whoever has a code is asked on', async () => {
    expect((await askForCode('no')).text).toContain('Chưa bắt buộc');
    expect(isIn(await new Visitor().post('/login', { user: 'tan-yen.district', password: 'Chi-bo-2026' }))).toBe(true);
  });
});

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { limits } from '#shared/access/guesses.ts';
import { mailTo } from '#test/system/mail.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { canBeStrangers, Stranger } from '#test/system/stranger.ts';
import { turnLocks } from '#test/system/system.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const DAY = 24 * 60;
const PASSWORD = 'Cua-rieng-toi-26';
let head: Visitor;
let csrf: string;

beforeAll(async () => {
  head = await Visitor.signedIn('district');
  csrf = await head.csrf();
});

/** An account of these tests alone, with its password chosen on a device that is used no more. */
async function newAccount(user: string, email = ''): Promise<string> {
  const fields = { csrf, user, role: 'commune', unit: 'hiep-hoa.mai-dinh', email };
  const oneTime = ({ text }: Seen) => /<code>([\w-]{14})<\/code>/.exec(text)?.[1] ?? '';
  const given = oneTime(await head.post('/directory/users', fields));
  const visitor = new Visitor();
  const asked = await visitor.post('/login', { user, password: given });
  const step = hiddenFields(asked.text, '/password');
  expect(isIn(await visitor.post('/password', { ...step, password: PASSWORD, repeat: PASSWORD }))).toBe(true);
  return user;
}

let strangers = 0;
/** Somebody from an address that nobody has come from. */
const stranger = () => {
  strangers += 1;
  return new Stranger(strangers);
};
const tryWrong = (by: Visitor, user: string) => by.post('/login', { user, password: 'Sai-roi-2026' });
const tryRight = (by: Visitor, user: string, password = PASSWORD) => by.post('/login', { user, password });
const isIn = ({ status, text }: Seen) => status === 200 && text.includes('action="/logout"');

/** A device on which the owner has signed in, and out again. */
async function ownDevice(user: string): Promise<Visitor> {
  const device = new Visitor();
  await tryRight(device, user);
  await device.post('/logout', { csrf: await device.csrf() });
  return device;
}

beforeEach(() => turnGuesses(2 * DAY));

describe.runIf(canBeStrangers)('an account that strangers try all the time', () => {
  it('lets its owner in on a device that has signed in before, with mistakes too', async () => {
    const user = await newAccount('thu-0');
    const device = await ownDevice(user);
    for (let round = 0; round < 12; round += 1) {
      const tried = await Promise.all(Array.from({ length: 4 }, () => tryWrong(stranger(), user)));
      for (const { status } of tried) expect([401, 429]).toContain(status);
      if (round % 3 === 2) expect((await tryWrong(device, user)).status).toBe(401);
      expect(isIn(await tryRight(device, user))).toBe(true);
      await device.post('/logout', { csrf: await device.csrf() });
      await turnGuesses(4);
    }
  });

  it('lets them in on a new device a quarter of an hour after the last try', async () => {
    const user = await newAccount('thu-1');
    const tried = await Promise.all(Array.from({ length: 12 }, () => tryWrong(stranger(), user)));
    expect(tried.filter(({ status }) => status === 401)).toHaveLength(limits['sign-in by others'].free);
    const fresh = stranger();
    expect((await tryRight(fresh, user)).status).toBe(429);
    await turnGuesses(16);
    expect(isIn(await tryRight(fresh, user))).toBe(true);
  });

  it('lets them in on a new device at once if the strangers have one network', async () => {
    const user = await newAccount('thu-2');
    const office = stranger();
    for (let n = 0; n < 10; n += 1) await tryWrong(office, user);
    expect(isIn(await tryRight(stranger(), user))).toBe(true);
  });

  it('is open to its owner again after mistakes of their own, while strangers go on', async () => {
    const user = await newAccount('thu-3');
    const device = await ownDevice(user);
    for (let n = 0; n < limits['sign-in by device'].free; n += 1) {
      await tryWrong(stranger(), user);
      expect((await tryWrong(device, user)).status).toBe(401);
      await turnLocks(20); // the pool's own lock is shorter than a person types
    }
    expect((await tryRight(device, user)).status).toBe(429);
    for (let n = 0; n < 4; n += 1) {
      await turnGuesses(4);
      await tryWrong(stranger(), user);
    }
    expect(isIn(await tryRight(device, user))).toBe(true);
  });

  it('gives strangers no more tries for having them all at once', async () => {
    const user = await newAccount('thu-6');
    const tried = await Promise.all(Array.from({ length: 12 }, () => tryWrong(stranger(), user)));
    expect(tried.filter(({ status }) => status === 401)).toHaveLength(limits['sign-in by others'].free);
  });

  it.each(['dong-lo', 'khong-ai-ten-the'])('answers them the same, whether it exists or not: %s', async (user) => {
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { status, text } = await tryWrong(stranger(), user);
      answers.push(`${status} ${/Mời [^.]+/.exec(text)?.[0]}`);
    }
    const refused = '401 Mời nhập lại';
    const wait = '429 Mời chờ 16 phút rồi đăng nhập lại';
    expect(answers).toEqual([refused, refused, refused, refused, wait, wait]);
  });
});

describe.runIf(canBeStrangers)('a device that has signed in', () => {
  const triesOf = async (device: Visitor, user: string) => {
    let granted = 0;
    while (granted < 9 && (await tryWrong(device, user)).status === 401) granted += 1;
    return granted;
  };
  const withCookie = (value = '') => {
    const visitor = stranger();
    visitor.take('device', value);
    return visitor;
  };

  it('has its own tries at its account alone', async () => {
    const user = await newAccount('thu-7');
    const device = await ownDevice(user);
    const copied = device.cookie('device');
    expect(await triesOf(withCookie(copied), 'dai-thanh')).toBe(limits['sign-in by network'].free);
    expect(await triesOf(withCookie(copied), user)).toBe(limits['sign-in by device'].free);
  });

  it('leaves the others their own when its cookie was stolen', async () => {
    const user = await newAccount('thu-4');
    const [desk, phone] = [await ownDevice(user), await ownDevice(user)];
    expect(await triesOf(withCookie(phone.cookie('device')), user)).toBe(limits['sign-in by device'].free);
    await turnGuesses(1);
    expect(isIn(await tryRight(desk, user))).toBe(true);
  });

  it('is unknown after a reset', async () => {
    const user = await newAccount('thu-5');
    const device = await ownDevice(user);
    await head.post(`/directory/users/${user}`, { csrf, change: 'reset' });
    expect(await triesOf(withCookie(device.cookie('device')), user)).toBe(limits['sign-in by network'].free);
  });

  it('stays known where a form was carried through sign-in', async () => {
    const visitor = new Visitor();
    const carried = { carriedPath: '/logout', carriedBody: '' };
    await visitor.post('/login', { user: await newAccount('thu-8'), password: PASSWORD, ...carried });
    expect(visitor.cookie('device')).toMatch(/^[\w-]{22}$/);
  });
});

describe.runIf(canBeStrangers)('a forgotten password', () => {
  const chosen = 'Khac-hoan-2026';
  const ask = (by: Visitor, user: string) => by.post('/login/forgotten', { user });
  const enter = (by: Visitor, user: string, code: string) =>
    by.post('/login/new-password', { user, code, password: chosen, repeat: chosen });
  const codeTo = async (address: string) => /\d{6}/.exec((await mailTo(address)).at(-1)?.text ?? '')?.[0] ?? '';

  it('is replaced by its owner, however many strangers ask for codes and guess them', async () => {
    const address = 'thu-9@example.vn';
    const user = await newAccount('thu-9', address);
    const device = await ownDevice(user);
    const asked = await Promise.all(Array.from({ length: 12 }, () => ask(stranger(), user)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(limits['mail by others'].freeADay);
    const guessed = await Promise.all(Array.from({ length: 12 }, () => enter(stranger(), user, '000000')));
    expect(guessed.filter(({ status }) => status === 401)).toHaveLength(limits['code by others'].free);
    expect(await mailTo(address)).toHaveLength(limits['mail by others'].freeADay);

    // None of it touches sign-in, not even on a new device.
    expect(isIn(await tryRight(stranger(), user))).toBe(true);
    expect((await ask(device, user)).status).toBe(200);
    expect((await enter(device, user, await codeTo(address))).text).toContain('Đã đổi mật khẩu');
  });

  it('makes the device known that had the code, and the others unknown', async () => {
    const address = 'thu-10@example.vn';
    const user = await newAccount('thu-10', address);
    const old = await ownDevice(user);
    const fresh = stranger();
    await ask(fresh, user);
    await enter(fresh, user, await codeTo(address));
    await Promise.all(Array.from({ length: 6 }, () => tryWrong(stranger(), user)));
    expect((await tryRight(old, user, chosen)).status).toBe(429);
    expect(isIn(await tryRight(fresh, user, chosen))).toBe(true);
  });

  it('costs strangers together no more mails a day than leave some for owners', async () => {
    const user = await newAccount('thu-11', 'thu-11@example.vn');
    const device = await ownDevice(user);
    let granted = 0;
    for (let n = 0; n < 40; n += 8) {
      const asked = await Promise.all(Array.from({ length: 8 }, (_, m) => ask(stranger(), `ten-${n + m}`)));
      granted += asked.filter(({ status }) => status === 200).length;
    }
    expect(granted).toBe(limits['mail to all'].freeADay);
    const { status, text } = await ask(stranger(), 'ten-moi');
    expect([status, text.includes('Mời chờ 24 giờ')]).toEqual([429, true]);
    expect((await ask(device, user)).status).toBe(200);
  });
});

describe('a sign-in refused for a name that nobody has', () => {
  it('leaves nothing that lasts', async () => {
    const { db, outputs } = operatorDb();
    const { transient, ...lasting } = tablesOf(outputs);
    const count = async (TableName: string) => (await db.send(new ScanCommand({ TableName, Select: 'COUNT' }))).Count;
    const counts = () => Promise.all(Object.values(lasting).map(count));
    const before = await counts();
    const visitor = new Visitor();
    expect((await tryWrong(visitor, 'ten-khong-co')).status).toBe(401);
    await visitor.post('/login/forgotten', { user: 'ten-khong-co' });
    await visitor.post('/login/new-password', {
      ...{ user: 'ten-khong-co', code: '123456' },
      ...{ password: 'Khac-hoan-2026', repeat: 'Khac-hoan-2026' },
    });
    expect(await counts()).toEqual(before);
    const { Items = [] } = await db.send(new ScanCommand({ TableName: transient }));
    for (const { pk, expiresAt } of Items) expect(expiresAt, pk).toBeGreaterThan(0);
  });
});

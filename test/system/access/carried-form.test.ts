import { beforeAll, describe, expect, it } from 'vitest';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { system } from '#test/system/system.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const [one, other] = ['hoang-van', 'quang-minh'];
let cells: { readonly id: string; readonly name: string }[];
let owner: Visitor;

beforeAll(async () => {
  owner = await Visitor.signedIn(one);
  const board = (await owner.json(`/months/${thisMonth}?unit=hiep-hoa.${one}`)) as {
    cells: { cell: { id: string; name: string } }[];
  };
  cells = board.cells.map(({ cell }) => cell);
});

const cellAt = (n: number) => cells[n]?.id ?? '';
const stored = async (cell: string) => (await owner.get(`/reports/${cell}_${today}_regular`)).status === 200;
const formOf = (cell: string, csrf: string) => ({ ...meeting(cell), csrf, baseRevision: '0', month: thisMonth });
const day = today.split('-').reverse().join('/');

/** A browser in which this account's form stands open and its session is over. */
async function interrupted(user: string): Promise<{ browser: TextBrowser; csrf: string }> {
  const browser = new TextBrowser();
  await browser.post('/login', { user, password: PASSWORD });
  const csrf = await browser.csrf();
  browser.forget('session');
  return { browser, csrf };
}

async function signInAs(browser: TextBrowser, user: string): Promise<void> {
  browser.type('user', user);
  browser.type('password', PASSWORD);
  await browser.press('Đăng nhập');
}

describe('a form that signing in interrupts', () => {
  it('says whose it is and what it does, and goes out when its owner has signed in', async () => {
    const { browser, csrf } = await interrupted(one);
    await browser.submit('/reports', formOf(cellAt(0), csrf));
    expect(browser.status).toBe(401);
    expect(browser.text).toContain(`Biểu mẫu này của tài khoản ${one} (xã Hoàng Vân).`);
    expect(browser.text).toContain(`Gửi báo cáo sinh hoạt của Chi bộ thôn ${cells[0]?.name}, ngày ${day}`);
    expect(browser.value('user')).toBe(one);
    await signInAs(browser, one);
    expect(browser.text).toContain('Báo cáo đã được lưu');
  });

  it('is not sent under another account, and is not lost', async () => {
    const { browser, csrf } = await interrupted(one);
    await browser.submit('/reports', formOf(cellAt(1), csrf));
    await signInAs(browser, other);
    expect(browser.status).toBe(409);
    expect(browser.text).toContain(`là của tài khoản ${one} (xã Hoàng Vân)`);
    expect(browser.text).toContain(`đang đăng nhập bằng tài khoản ${other} (xã Quang Minh)`);
    expect(await stored(cellAt(1))).toBe(false);
    await browser.press(`Đăng nhập bằng tài khoản ${one} để gửi`);
    expect(browser.text).toContain(`Biểu mẫu này của tài khoản ${one} (xã Hoàng Vân).`);
    await signInAs(browser, one);
    expect(browser.text).toContain('Báo cáo đã được lưu');
    expect(await stored(cellAt(1))).toBe(true);
  });

  it('of an account that both may act for is not sent as the other’s either', async () => {
    const { browser, csrf } = await interrupted(one);
    await browser.submit('/reports', formOf(cellAt(2), csrf));
    await signInAs(browser, 'district');
    expect(browser.text).toContain('Biểu mẫu chưa được gửi');
    expect(await stored(cellAt(2))).toBe(false);
  });

  it('left open while somebody else signs in on the device is not sent as theirs', async () => {
    const { browser, csrf } = await interrupted(one);
    await browser.post('/login', { user: 'district', password: PASSWORD });
    await browser.submit('/reports', formOf(cellAt(2), csrf));
    expect(browser.status).toBe(401);
    expect(browser.text).toContain(`Biểu mẫu này của tài khoản ${one}`);
    expect(browser.text).toContain('Đang đăng nhập bằng tài khoản khác (district)');
    expect(await stored(cellAt(2))).toBe(false);
  });
});

describe('a form that may have been made elsewhere', () => {
  const foreign: readonly (readonly [string, (csrf: string) => string])[] = [
    ['without a token', () => ''],
    ['with a made-up token', () => '0'.repeat(32)],
    ['with the token of a session and no signature', (csrf) => csrf.slice(0, 32)],
    [
      'with another account’s name in the token',
      (csrf) => csrf.replace(/_[\da-f]+_/, `_${hexOf(`${other}\nhiep-hoa`)}_`),
    ],
  ];

  it.each(foreign)('%s is shown after signing in, and not carried out', async (_, tokenOf) => {
    const { browser, csrf } = await interrupted(one);
    await browser.submit('/reports', formOf(cellAt(3), tokenOf(csrf)));
    expect(browser.text).toContain('có thể được tạo ở nơi khác');
    expect(browser.text).toContain(`Gửi báo cáo sinh hoạt của ${cellAt(3)}, ngày ${day}`);
    expect(browser.text).not.toContain(cells[3]?.name);
    await signInAs(browser, one);
    expect(browser.status).toBe(200);
    expect(browser.text).toContain('Việc sẽ làm: Gửi báo cáo sinh hoạt');
    expect(browser.text).toContain('Làm đường bê tông thôn');
    expect(await stored(cellAt(3))).toBe(false);
  });

  it('is sent where its reader says so', async () => {
    const { browser } = await interrupted(one);
    await browser.submit('/reports', formOf(cellAt(4), ''));
    await signInAs(browser, one);
    await browser.press('Gửi tiếp');
    expect(browser.text).toContain('Báo cáo đã được lưu');
    expect(await stored(cellAt(4))).toBe(true);
  });

  it.each([
    ['/groups', { action: 'assign' }, 'Giao xã cho các tổ công tác'],
    ['/directory/users', { user: 'ke-la', role: 'district', unit: 'hiep-hoa' }, 'Thêm tài khoản ke-la cho hiep-hoa'],
    ['/directory/users/thai-son', { change: 'disable' }, 'Khóa tài khoản thai-son'],
    ['/directory/second-factor', { required: 'no' }, 'Thôi bắt buộc xác thực hai bước'],
    ['/guidance?month=2026-01', { text: 'x' }, 'Ban hành định hướng nội dung sinh hoạt tháng 01/2026'],
    ['/account', {}, 'Đăng xuất tài khoản khỏi mọi nơi'],
    ['/matters/hiep-hoa.thang.thuong_2026-01-03_regular_1', { step: 'settle' }, 'vấn đề của hiep-hoa.thang.thuong'],
  ])('to %s says in words what it is about to do, before and after signing in', async (path, fields, words) => {
    const browser = new TextBrowser();
    await browser.submit(path, fields);
    expect(browser.text).toContain(words);
    await signInAs(browser, 'district');
    if (path !== '/matters') expect(browser.text).toMatch(new RegExp(`${words}|Không thuộc quyền`));
    expect(browser.text).not.toContain('Đã lưu');
  });
});

describe('where a form comes from', () => {
  const login = { user: one, password: PASSWORD };
  const send = (headers: Readonly<Record<string, string>>) =>
    fetch(new URL('/login', system().url), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(login).toString(),
    });

  it.each([
    ['its Referer is of another site', { referer: 'https://evil.example/' }, 403],
    ['its origin is hidden', { origin: 'null' }, 403],
    ['its origin is hidden and its Referer ours', { origin: 'null', referer: 'OURS' }, 403],
    ['its Referer is ours, as with w3m and Lynx', { referer: 'OURS' }, 303],
    ['nothing is said', {}, 303],
  ])('decides at the door: %s', async (_, headers: Readonly<Record<string, string>>, status) => {
    const told = Object.entries(headers).map(([name, value]) => [name, value.replace('OURS', `${system().url}/login`)]);
    expect((await send(Object.fromEntries(told))).status).toBe(status);
  });

  it('decides with a session too', async () => {
    const visitor = await Visitor.signedIn(one);
    const csrf = await visitor.csrf();
    const from = (referer: string) =>
      fetch(new URL('/account/mail', system().url), {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: `session=${visitor.cookie('session')}`,
          referer,
        },
        body: new URLSearchParams({ csrf, mail: 'on' }).toString(),
      });
    expect((await from('https://evil.example/')).status).toBe(403);
    expect((await from(`${system().url}/account`)).status).toBe(303);
  });
});

it('the header says who is signed in, on the form too', async () => {
  const browser = new TextBrowser();
  await browser.post('/login', { user: one, password: PASSWORD });
  await browser.open(`/reports/new?cell=${cellAt(5)}&month=${thisMonth}`);
  const header = browser.text.slice(0, browser.text.indexOf('Báo cáo sinh hoạt'));
  expect(header).toContain('Đang đăng nhập');
  expect(header).toContain('xã Hoàng Vân');
  expect(header).toContain(one);
  expect(hiddenFields((await browser.get('/receipts')).text, '/logout')['csrf']).toMatch(/^\w+$/);
});

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

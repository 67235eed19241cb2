import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionStore } from '#functions/store/session-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { keptOn } from '#test/system/device.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { fillIn, pageAt, phone, sendButton, signIn, unfold, waiting } from '#test/system/phone.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const [first, next] = ['huong-lam', 'luong-phong'];
const planted = 'Việc riêng của Hương Lâm, đừng để ai đọc';
const board = () => pageAt(`/months/${thisMonth}`);
let browser: Browser;
let owner: Visitor;
let cells: string[];

beforeAll(async () => {
  browser = await startChromium();
  owner = await Visitor.signedIn(first);
  const { cells: found } = (await owner.json(`/months/${thisMonth}?unit=hiep-hoa.${first}`)) as {
    cells: { cell: { id: string } }[];
  };
  cells = found.map(({ cell }) => cell.id);
});
afterAll(() => browser.close());

const formOf = (n: number) => pageAt(`/reports/new?cell=${cells[n]}&month=${thisMonth}`);
const stored = async (n: number) => (await owner.get(`/reports/${cells[n]}_${today}_regular`)).status === 200;
const keptPages = 'caches.open("pages").then((pages) => pages.keys()).then((keys) => keys.map(({ url }) => url))';

async function onDevice(test: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext(phone);
  await test(context);
  await context.close();
}

/** The browser takes a moment to take the network from a worker too, and to give it back. */
async function setOffline(context: BrowserContext, page: Page, isOffline: boolean): Promise<void> {
  await context.setOffline(isOffline);
  const reached = () => page.evaluate('fetch("/health").then(() => "on", () => "off")');
  await expect.poll(reached).toBe(isOffline ? 'off' : 'on');
}

/** Signs in and opens the board, so that the device keeps it and its forms. */
async function withPages(context: BrowserContext): Promise<Page> {
  const page = await signIn(context, first);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.goto(board());
  await expect
    .poll(async () => ((await page.evaluate(keptPages)) as string[]).filter((url) => /new/.test(url)).length)
    .toBeGreaterThan(1);
  await expect.poll(() => keptOn(page)).toContain('extractable: false');
  return page;
}

async function typeDraft(page: Page, n: number): Promise<void> {
  await page.goto(formOf(n));
  await unfold(page);
  // The script of the form may begin only after the first letters: it keeps what is typed from then on, at a pause.
  const kept = async () => {
    await page.locator('[name=focus]').fill(planted);
    await page.waitForTimeout(1500);
    return keptOn(page);
  };
  await expect.poll(kept).toContain('sealed');
}

async function signOut(page: Page): Promise<void> {
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Mật khẩu').waitFor();
}

/** Without network nothing opens as the one who was signed in, and nothing of it can be read. */
async function expectClosed(context: BrowserContext, page: Page): Promise<void> {
  await expect.poll(() => keptOn(page)).not.toMatch(/Hương Lâm|extractable/);
  await setOffline(context, page, true);
  for (const url of [board(), formOf(0), pageAt('/')]) {
    await page.goto(url);
    expect(await page.locator('h1').textContent()).toBe('Phiên làm việc đã hết');
    expect(await page.locator('body').textContent()).toContain('Bản nháp và báo cáo chờ gửi vẫn còn');
    expect(await page.content()).not.toMatch(/Hương Lâm|huong-lam/);
  }
  await setOffline(context, page, false);
}

describe.runIf(hasBrowser)('a draft on a shared device', () => {
  it('is sealed: the next user cannot read it, and it comes back to its owner', async () => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await typeDraft(page, 0);
      expect(await keptOn(page)).not.toContain(planted);
      await signOut(page);
      const other = await signIn(context, next);
      await other.goto(board());
      await other.waitForTimeout(1000);
      const kept = await keptOn(other);
      expect(kept).toContain('sealed');
      expect(kept).not.toMatch(/Việc riêng|Hương Lâm/);
      await signOut(other);

      const again = await signIn(context, first);
      await again.goto(formOf(0));
      await again.getByText('Đã khôi phục nội dung').waitFor();
      expect(await again.locator('[name=focus]').inputValue()).toBe(planted);
    });
  });

  it('is opened by its owner’s key alone, which is the same at each sign-in', async () => {
    const keyOf = async (user: string) => (await Visitor.signedIn(user)).json('/account/key');
    expect(await keyOf(first)).toEqual(await keyOf(first));
    const [one, two] = await Promise.all([keyOf('dai-thanh'), keyOf('dai-thanh')]);
    expect(one).toEqual(two);
    expect(await keyOf(first)).not.toEqual(await keyOf(next));
    expect(await keyOf(first)).toEqual({ key: expect.stringMatching(/^[\w+/]{43}=$/) });
    expect((await new Visitor().get('/account/key', { accept: 'application/json' })).status).toBe(401);
  });

  it('is not kept where the browser cannot seal it, and the page says so; the form is sent', async () => {
    await onDevice(async (context) => {
      await context.addInitScript('Object.defineProperty(Crypto.prototype, "subtle", { value: undefined })');
      const page = await signIn(context, first);
      await page.goto(formOf(1));
      await fillIn(page);
      await page.locator('[name=focus]').fill(planted);
      await page.getByText('Máy này không lưu được bản nháp').waitFor();
      expect(await keptOn(page)).not.toContain('Việc riêng');
      await sendButton(page).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
    });
  });
});

describe.runIf(hasBrowser)('a report that waits on a shared device', () => {
  it('is sealed, told to the next user, and sent under its own account alone', async () => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await page.goto(formOf(2));
      await fillIn(page);
      await page.locator('[name=focus]').fill(planted);
      await page.route('**/reports', (route) => route.abort());
      await context.setOffline(true);
      await sendButton(page).click();
      await waiting(page).getByText('chờ gửi.').waitFor();
      expect(await keptOn(page)).not.toContain('Việc riêng');
      // The session ends elsewhere, so that the device does not send the report before.
      const elsewhere = await Visitor.signedIn(first);
      await elsewhere.post('/account', hiddenFields((await elsewhere.get('/account')).text, '/account'));
      owner = await Visitor.signedIn(first);
      await context.setOffline(false);

      const other = await signIn(context, next);
      await other.getByText(`Máy này còn báo cáo chờ gửi của ${first}, đã khóa`).waitFor();
      await other.evaluate('dispatchEvent(new Event("online"))');
      await other.waitForTimeout(1000);
      expect(await waiting(other).count()).toBe(0);
      expect(await keptOn(other)).not.toMatch(/Việc riêng/);
      expect(await stored(2)).toBe(false);
      await signOut(other);

      const again = await signIn(context, first);
      await again.getByText('Đã gửi:').waitFor();
      expect(await stored(2)).toBe(true);
    });
  });
});

describe.runIf(hasBrowser)('pages kept for work without network', () => {
  const everywhere = async () => {
    const elsewhere = await Visitor.signedIn(first);
    await elsewhere.post('/account', hiddenFields((await elsewhere.get('/account')).text, '/account'));
    owner = await Visitor.signedIn(first);
  };
  const idle = async (context: BrowserContext) => {
    const { db, outputs } = operatorDb();
    const store = sessionStore(db, tablesOf(outputs).transient);
    const id = (await context.cookies()).find(({ name }) => name === 'session')?.value.split('.')[1] ?? '';
    const session = await store.find(first, id, new Date().toISOString());
    if (!session) throw new Error('no such session');
    await store.touch(first, id, { ...session, seenAt: new Date(Date.now() - 125 * 60_000).toISOString() });
  };
  const disabled = async () => {
    const district = await Visitor.signedIn('district');
    const csrf = await district.csrf();
    await district.post(`/directory/users/${first}`, { csrf, change: 'disable' });
    await district.post(`/directory/users/${first}`, { csrf, change: 'enable' });
    owner = await Visitor.signedIn(first);
  };

  it.each([
    ['signed out everywhere from another device', everywhere],
    ['idle for too long', idle],
    ['ended by the district', disabled],
  ])('are closed at the next contact of a session that is %s', async (_, end) => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await typeDraft(page, 3);
      await end(context);
      const other = await context.newPage();
      await other.goto(board());
      await other.getByLabel('Mật khẩu').waitFor();
      await expectClosed(context, other);
    });
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['a form that is sent', (page) => page.locator('.send').getByRole('button', { name: 'Lưu nháp' }).click()],
    [
      'a request of the page’s script',
      (page) => page.evaluate('fetch("/receipts", { headers: { accept: "application/json" } })'),
    ],
  ])('are closed where that contact is %s', async (_, contact) => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await page.goto(formOf(4));
      await everywhere();
      await contact(page);
      await expectClosed(context, page);
    });
  });

  it('are closed when the session’s time is over, without any contact', async () => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await setOffline(context, page, true);
      await page.goto(board());
      await page.getByText('Đang không có mạng').waitFor();
      // Two hours later. An answer that was under way when the network went may still renew the mark: then once more.
      const open = async () => {
        await page.evaluate(async () => {
          const marks = await caches.open('session');
          const mark = await (await marks.match('/session'))?.json();
          await marks.put('/session', new Response(JSON.stringify({ ...mark, until: Date.now() - 1 })));
        });
        await page.goto(board());
        return page.locator('h1').textContent();
      };
      await expect.poll(open).toBe('Phiên làm việc đã hết');
      await expectClosed(context, page);
    });
  });

  it('are closed by signing out without network, and the session ends with the next contact', async () => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      const session = (await context.cookies()).find(({ name }) => name === 'session')?.value ?? '';
      await setOffline(context, page, true);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await expect.poll(() => page.url()).not.toBe(board());
      // The navigation of the form may still be under way, and end this one.
      const opened = async () => {
        await page.goto(board()).catch(() => undefined);
        return page.locator('h1').textContent();
      };
      await expect.poll(opened).toBe('Phiên làm việc đã hết');
      await expectClosed(context, page);
      await page.goto(board());
      await page.getByLabel('Mật khẩu').waitFor();
      const thief = new Visitor();
      thief.take('session', session);
      expect((await thief.get(`/months/${thisMonth}`)).text).not.toContain('action="/logout"');
    });
  });

  it('of one user never open for the next', async () => {
    await onDevice(async (context) => {
      const page = await withPages(context);
      await signOut(page);
      const other = await signIn(context, next);
      await other.waitForTimeout(500);
      await setOffline(context, other, true);
      await other.goto(formOf(0));
      await other.getByText('Trang này chưa được lưu trên máy.').waitFor();
      expect(await keptOn(other)).not.toContain('Hương Lâm');
    });
  });
});

it('every answer says in which session it was given, and nothing about it where that is not known', async () => {
  const visitor = await Visitor.signedIn(first);
  const said = async (path: string) => (await visitor.get(path)).headers.get('x-session');
  const [mark, seconds] = ((await said('/receipts')) ?? '').split(' ');
  expect(mark).toMatch(/^[\da-f]{16}$/);
  expect(Number(seconds)).toBeGreaterThan(7000);
  expect(Number(seconds)).toBeLessThanOrEqual(7200);
  expect(visitor.cookie('session')).not.toContain(mark);
  expect((await new Visitor().get('/login')).headers.get('x-session')).toBe('none');
  // A browser sends no cookie with another site's form: what that is answered must close nothing.
  const foreign = await new Visitor().post('/reports', meeting('x'), { 'sec-fetch-site': 'cross-site' });
  expect(foreign.headers.get('x-session')).toBeNull();
  const out = await visitor.post('/logout', { csrf: await visitor.csrf() });
  expect(out.headers.get('x-session')).toBe('none');
});

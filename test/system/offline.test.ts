import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startChromium } from '#test/system/chromium.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { PASSWORD, Visitor } from '#test/system/visitor.ts';

const user = 'dong-lo';
const unit = `hiep-hoa.${user}`;
let browser: Browser;
let visitor: Visitor;
let cells: string[] = [];

beforeAll(async () => {
  browser = await startChromium();
  visitor = await Visitor.signedIn(user);
  const board = (await visitor.json(`/months/${thisMonth}?unit=${unit}`)) as { cells: { cell: { id: string } }[] };
  cells = board.cells.map(({ cell }) => cell.id);
});
afterAll(() => browser.close());

const url = (path: string) => new URL(path, inject('url')).href;
const stored = async (cell: string) => (await visitor.get(`/reports/${cell}_${today}_regular`)).status === 200;
const revisions = async (id: string) =>
  ((await visitor.json(`/reports/${id}`)) as { revisions?: unknown[] }).revisions?.length ?? 0;

async function signedIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url('/login'));
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function fillForm(page: Page, cell: string): Promise<void> {
  await page.goto(url(`/reports/new?cell=${cell}&month=${thisMonth}`));
  for (const field of await page.locator('#s-members input').all()) await field.fill('');
  await page.getByLabel('Ngày họp').fill(today.split('-').reverse().join('/'));
  await page.getByLabel('Thường kỳ', { exact: true }).check();
  await page.getByLabel('Thời lượng (phút)').fill('95');
  await page.getByLabel('Đảng viên chính thức').fill('20');
  await page.getByLabel('Có mặt').fill('17');
  await page.getByLabel('Vắng có lý do', { exact: true }).fill('3');
  await page.getByLabel('Vắng không lý do').fill('0');
  await page.getByLabel('Nghị quyết', { exact: true }).check();
  for (const task of await page.getByRole('group', { name: /^Việc \d+:/ }).all()) {
    await task.getByLabel('Hoàn thành').check();
  }
}

const sendButton = (page: Page) => page.getByRole('button', { name: 'Gửi báo cáo' });
const waiting = (page: Page) => page.locator('#waiting');

/** A phone: what its browser keeps survives its pages. */
async function onPhone(test: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await test(context);
  await context.close();
}

describe('a report sent without network', () => {
  it('is kept, and arrives once when the page is opened again', async () => {
    await onPhone(async (context) => {
      const cell = cells[0] ?? '';
      const page = await signedIn(context);
      await fillForm(page, cell);
      await context.setOffline(true);
      await sendButton(page).click();
      await waiting(page).getByText('chờ gửi.').waitFor();
      expect(await stored(cell)).toBe(false);
      await page.close();

      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(url('/'));
      await again.getByText('Đã gửi:').waitFor();
      expect(await waiting(again).count()).toBe(0);
      expect(await revisions(`${cell}_${today}_regular`)).toBe(1);
    });
  });

  it('goes out by itself once the network returns, and is sent once where the answer was lost', async () => {
    await onPhone(async (context) => {
      const cell = cells[1] ?? '';
      const page = await signedIn(context);
      await fillForm(page, cell);
      // The tab's request arrives, its answer does not: as where a tab is killed in the middle of sending.
      await page.route('**/reports', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await sendButton(page).click();
      await waiting(page).getByText('chờ gửi.').waitFor();
      await page.unroute('**/reports');
      expect(await stored(cell)).toBe(true);
      await page.evaluate('dispatchEvent(new Event("online"))');
      await page.getByText('Đã gửi:').waitFor();
      expect(await revisions(`${cell}_${today}_regular`)).toBe(1);
    });
  });
});

describe('a report with a mistake', () => {
  it('that waited is opened, mended and stored, and holds up no other', async () => {
    await onPhone(async (context) => {
      const [bad, good] = [cells[2] ?? '', cells[3] ?? ''];
      const page = await signedIn(context);
      await fillForm(page, bad);
      await page.getByLabel('Vắng có lý do', { exact: true }).fill('9');
      await context.setOffline(true);
      await sendButton(page).click();
      await waiting(page).getByText('chờ gửi.').waitFor();
      await context.setOffline(false);
      await fillForm(page, good);
      await sendButton(page).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await stored(good)).toBe(true);

      await waiting(page).getByText('cần xem lại').waitFor();
      await page.getByRole('button', { name: 'Mở xem' }).click();
      await page.getByRole('link', { name: /Có mặt: .*trong khi số phải dự là 20/ }).waitFor();
      await page.getByLabel('Vắng có lý do', { exact: true }).fill('3');
      await sendButton(page).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await waiting(page).count()).toBe(0);
      expect(await revisions(`${bad}_${today}_regular`)).toBe(1);
    });
  });
});

describe('a form that is being filled in', () => {
  it('comes back after a crash, with rows that were added', async () => {
    await onPhone(async (context) => {
      const cell = cells[4] ?? '';
      const page = await signedIn(context);
      await fillForm(page, cell);
      await page.getByLabel('Có mặt').fill('mười bảy');
      await page.waitForTimeout(1200);
      await page.close({ runBeforeUnload: false });

      const again = await context.newPage();
      await again.goto(url(`/reports/new?cell=${cell}&month=${thisMonth}`));
      await again.getByText('Đã khôi phục nội dung').waitFor();
      expect(await again.getByLabel('Có mặt').inputValue()).toBe('mười bảy');
      await again.getByRole('button', { name: 'Bỏ nội dung này' }).click();
      await again.waitForFunction('!document.getElementById("restored")');
      expect(await again.getByLabel('Có mặt').inputValue()).toBe('');
    });
  });

  it('is sent all the same where the device keeps nothing', async () => {
    await onPhone(async (context) => {
      const cell = cells[5] ?? '';
      await context.addInitScript(
        'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }',
      );
      const page = await signedIn(context);
      await fillForm(page, cell);
      await page.getByText('Máy này không lưu được bản nháp').waitFor();
      await sendButton(page).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await stored(cell)).toBe(true);
    });
  });

  it('sent by a double click is sent once', async () => {
    await onPhone(async (context) => {
      const cell = cells[6] ?? '';
      const page = await signedIn(context);
      await fillForm(page, cell);
      await sendButton(page).dblclick();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await revisions(`${cell}_${today}_regular`)).toBe(1);
    });
  });

  it('goes through after signing in, where the session has ended', async () => {
    await onPhone(async (context) => {
      const cell = cells[7] ?? '';
      const page = await signedIn(context);
      await fillForm(page, cell);
      await context.clearCookies({ name: 'session' });
      await sendButton(page).click();
      await page.getByLabel('Tên đăng nhập').fill(user);
      await page.getByLabel('Mật khẩu').fill(PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await stored(cell)).toBe(true);
    });
  });
});

describe('a network that drops every second request', () => {
  it('lets 50 reports arrive, each once', async () => {
    await onPhone(async (context) => {
      const page = await signedIn(context);
      const days = Array.from({ length: Number(today.slice(8)) }, (_, n) => String(n + 1).padStart(2, '0'));
      const ids = cells.flatMap((cell) => days.map((day) => [cell, `${thisMonth}-${day}`] as const)).slice(0, 50);
      const parcels = ids.map(([cell, date], n) => ({
        id: `parcel-${n}`,
        user,
        action: '/reports',
        body: new URLSearchParams({
          ...meeting(cell, { date, kind: 'extraordinary' }),
          month: thisMonth,
          baseRevision: '0',
        }).toString(),
        label: `${cell}, ${date}`,
        draft: '',
        filledAt: new Date().toISOString(),
      }));
      let requests = 0;
      await page.route('**/reports', async (route) => {
        requests += 1;
        // Of those dropped, every other one has arrived: only its answer is lost.
        if (requests % 4 === 3) await route.fetch();
        if (requests % 2 === 1) await route.abort();
        else await route.continue();
      });
      await page.evaluate(
        (all) =>
          new Promise<void>((resolve) => {
            const request = indexedDB.open('so-chi-bo', 1);
            request.onsuccess = () => {
              const transaction = request.result.transaction('outbox', 'readwrite');
              for (const parcel of all) transaction.objectStore('outbox').put(parcel, parcel.id);
              transaction.oncomplete = () => resolve();
            };
          }),
        parcels,
      );
      await expect
        .poll(
          async () => {
            await page.evaluate('dispatchEvent(new Event("online"))');
            return page.evaluate(
              () =>
                new Promise<number>((resolve) => {
                  const request = indexedDB.open('so-chi-bo', 1);
                  request.onsuccess = () => {
                    const count = request.result.transaction('outbox').objectStore('outbox').count();
                    count.onsuccess = () => resolve(count.result);
                  };
                }),
            );
          },
          { timeout: 50_000, interval: 200 },
        )
        .toBe(0);
      for (const [cell, date] of ids) expect(await revisions(`${cell}_${date}_extraordinary`)).toBe(1);
    });
  });
});

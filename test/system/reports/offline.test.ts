import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howMany } from '#test/how-many.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { fillForm, pageAt, phone, sendButton, signIn, waiting } from '#test/system/phone.ts';
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

const stored = async (cell: string) => (await visitor.get(`/reports/${cell}_${today}_regular`)).status === 200;
const revisions = async (id: string) =>
  ((await visitor.json(`/reports/${id}`)) as { revisions?: unknown[] }).revisions?.length ?? 0;

/** A phone without a service worker: what these tests hold back on the network is the page's own request. */
async function onPhone(test: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  await test(context);
  await context.close();
}

describe.runIf(hasBrowser)('a report sent without network', () => {
  it('is kept, and arrives once when the page is opened again', async () => {
    await onPhone(async (context) => {
      const cell = cells[0] ?? '';
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await context.setOffline(true);
      await sendButton(page).click();
      await waiting(page).getByText('chờ gửi.').waitFor();
      expect(await stored(cell)).toBe(false);
      await page.close();

      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(pageAt('/'));
      await again.getByText('Đã gửi:').waitFor();
      expect(await waiting(again).count()).toBe(0);
      expect(await revisions(`${cell}_${today}_regular`)).toBe(1);
    });
  });

  it('goes out by itself once the network returns, and is sent once where the answer was lost', async () => {
    await onPhone(async (context) => {
      const cell = cells[1] ?? '';
      const page = await signIn(context, user);
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

describe.runIf(hasBrowser)('a report with a mistake', () => {
  it('is kept and not promised; it is opened, mended and stored, and holds up no other', async () => {
    await onPhone(async (context) => {
      const [bad, good] = [cells[2] ?? '', cells[3] ?? ''];
      const page = await signIn(context, user);
      await fillForm(page, bad);
      await page.getByLabel('Vắng có lý do', { exact: true }).fill('9');
      await context.setOffline(true);
      await sendButton(page).click();
      await page
        .locator('#mistakes')
        .getByRole('link', { name: /trong khi số phải dự là 20/ })
        .waitFor();
      expect(await page.getByText('tự gửi khi có mạng').count()).toBe(0);
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

describe.runIf(hasBrowser)('a form that is being filled in', () => {
  it('comes back after a crash, with rows that were added', async () => {
    await onPhone(async (context) => {
      const cell = cells[4] ?? '';
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await page.getByLabel('Có mặt').fill('mười bảy');
      await page.waitForTimeout(1200);
      await page.close({ runBeforeUnload: false });

      const again = await context.newPage();
      await again.goto(pageAt(`/reports/new?cell=${cell}&month=${thisMonth}`));
      await again.getByText('Đã khôi phục nội dung').waitFor();
      expect(await again.getByLabel('Có mặt').inputValue()).toBe('mười bảy');
      await again.getByRole('button', { name: 'Bỏ nội dung này' }).click();
      await again.locator('#restored').waitFor({ state: 'detached' });
      expect(await again.getByLabel('Có mặt').inputValue()).toBe('');
    });
  });

  it('is sent all the same where the device keeps nothing', async () => {
    await onPhone(async (context) => {
      const cell = cells[5] ?? '';
      await context.addInitScript(
        'IDBObjectStore.prototype.put = Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }',
      );
      const page = await signIn(context, user);
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
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await sendButton(page).dblclick();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await revisions(`${cell}_${today}_regular`)).toBe(1);
    });
  });

  it('goes through after signing in, where the session has ended', async () => {
    await onPhone(async (context) => {
      const cell = cells[7] ?? '';
      const page = await signIn(context, user);
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

describe.runIf(hasBrowser)('a network that drops every second request', () => {
  it(`lets ${howMany.waitingReports} reports arrive, each once`, async () => {
    await onPhone(async (context) => {
      const page = await signIn(context, user);
      const days = Array.from({ length: Number(today.slice(8)) }, (_, n) => String(n + 1).padStart(2, '0'));
      const ids = cells
        .flatMap((cell) => days.map((day) => [cell, `${thisMonth}-${day}`] as const))
        .slice(0, howMany.waitingReports);
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
            // As the page's own script does it, which may not have come to it yet.
            request.onupgradeneeded = () => {
              for (const shelf of ['drafts', 'outbox']) request.result.createObjectStore(shelf);
            };
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
          { timeout: 150_000, interval: 200 },
        )
        .toBe(0);
      for (const [cell, date] of ids) expect(await revisions(`${cell}_${date}_extraordinary`)).toBe(1);
    });
  });
});

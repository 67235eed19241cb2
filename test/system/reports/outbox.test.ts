import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { fillForm, pageAt, phone, sendButton, signIn, waiting } from '#test/system/phone.ts';
import { Visitor } from '#test/system/visitor.ts';

const user = 'thuong-thang';
let browser: Browser;
let visitor: Visitor;
let cells: string[] = [];

beforeAll(async () => {
  browser = await startChromium();
  visitor = await Visitor.signedIn(user);
  const board = (await visitor.json(`/months/${thisMonth}?unit=hiep-hoa.${user}`)) as {
    cells: { cell: { id: string } }[];
  };
  cells = board.cells.map(({ cell }) => cell.id);
});
afterAll(() => browser.close());

const idOf = (cell: string) => `${cell}_${today}_regular`;
const stored = async (cell: string) => (await visitor.get(`/reports/${idOf(cell)}`)).status === 200;
/** How many revisions are stored of today's report, and the length that the newest says. */
const minutes = async (cell: string) => {
  const { revision, report } = (await visitor.json(`/reports/${idOf(cell)}`)) as {
    revision: number;
    report: { durationMinutes: number };
  };
  return [revision, report.durationMinutes];
};

async function onPhone(test: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  await test(context);
  await context.close();
}

const length = (page: Page) => page.getByLabel('Thời lượng (phút)');
const takeOut = (page: Page) => page.getByRole('button', { name: 'Bỏ', exact: true });
const isOnline = (page: Page) => page.evaluate('dispatchEvent(new Event("online"))');
const refuse = (route: Route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{}' });

/** The network between a page and the server, for reports alone: what becomes of each request, and those that are held. */
class Network {
  next: 'pass' | 'drop' | 'hold' | 'refuse' = 'pass';
  readonly held: Route[] = [];

  async stand(page: Page): Promise<void> {
    await page.route('**/reports', async (route) => {
      const { next } = this;
      if (next === 'hold') {
        this.held.push(route);
        this.next = 'drop';
      } else if (next === 'pass') await route.continue();
      else if (next === 'refuse' && !route.request().isNavigationRequest()) await refuse(route);
      else await route.abort();
    });
  }

  async holds(): Promise<Route> {
    await expect.poll(() => this.held.length).toBe(1);
    return this.held[0] as Route;
  }
}

/** A page whose report waits, and the network that has dropped it. */
async function waitingOn(context: BrowserContext, cell: string) {
  const page = await signIn(context, user);
  const network = new Network();
  await network.stand(page);
  await fillForm(page, cell);
  network.next = 'drop';
  await sendButton(page).click();
  await waiting(page).getByText('chờ gửi.').waitFor();
  return { page, network };
}

/** Another person stores another report of the same meeting: what waits will be refused. */
async function overtake(cell: string): Promise<void> {
  const sent = { csrf: await visitor.csrf(), baseRevision: '0', ...meeting(cell, { durationMinutes: '120' }) };
  expect((await visitor.post('/reports', sent)).status).toBe(200);
}

describe.runIf(hasBrowser)('a second version, sent while the first is on its way', () => {
  it('waits on when the first is stored', async () => {
    await onPhone(async (context) => {
      const cell = cells[0] ?? '';
      const { page, network } = await waitingOn(context, cell);
      network.next = 'hold';
      await isOnline(page);
      const first = await network.holds();
      await length(page).fill('101');
      await sendButton(page).click();
      await page.locator('#sending').waitFor({ state: 'detached' });
      await first.continue();
      await page.getByText('Đã gửi:').waitFor();
      await waiting(page).getByText('chờ gửi.').waitFor();
      network.next = 'pass';
      // It is another version than the one that is stored: its owner is asked.
      await page.goto(pageAt('/receipts'));
      await waiting(page).getByText('cần xem lại').waitFor();
      await page.getByRole('button', { name: 'Mở xem' }).click();
      await page
        .getByRole('heading', { name: /bản khác/i })
        .or(page.getByText('101'))
        .first()
        .waitFor();
      expect(await page.content()).toContain('101');
      expect(await minutes(cell)).toEqual([1, 95]);
    });
  });

  it('is what is sent when the first is refused', async () => {
    await onPhone(async (context) => {
      const cell = cells[1] ?? '';
      const { page, network } = await waitingOn(context, cell);
      network.next = 'hold';
      await isOnline(page);
      const first = await network.holds();
      await length(page).fill('102');
      await sendButton(page).click();
      await page.locator('#sending').waitFor({ state: 'detached' });
      await refuse(first);
      network.next = 'pass';
      await expect
        .poll(async () => {
          await isOnline(page);
          return stored(cell);
        })
        .toBe(true);
      expect(await minutes(cell)).toEqual([1, 102]);
    });
  });
});

describe.runIf(hasBrowser)('a refused report', () => {
  it('that was opened from a receipt’s page still waits after going back', async () => {
    await onPhone(async (context) => {
      const [bad, good] = [cells[2] ?? '', cells[3] ?? ''];
      const { page, network } = await waitingOn(context, bad);
      await overtake(bad);
      network.next = 'pass';
      await fillForm(page, good);
      await sendButton(page).click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      await waiting(page).getByText('cần xem lại').waitFor();
      await page.getByRole('button', { name: 'Mở xem' }).click();
      await page.waitForURL(/#parcel/);
      await page.goBack();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      await waiting(page).getByText('cần xem lại').waitFor();
      await page.reload();
      await waiting(page).getByText('cần xem lại').waitFor();
    });
  });

  it('waits where the network is lost right after the refusal', async () => {
    await onPhone(async (context) => {
      const cell = cells[4] ?? '';
      const page = await signIn(context, user);
      await fillForm(page, cell);
      const network = new Network();
      await network.stand(page);
      network.next = 'refuse';
      const failed = page.waitForEvent('requestfailed');
      await sendButton(page).click();
      await failed;
      await page.close();
      const again = await context.newPage();
      await again.goto(pageAt('/receipts'));
      await waiting(again).getByText('cần xem lại').waitFor();
    });
  });

  it('that is merged with what is stored leaves with the receipt', async () => {
    await onPhone(async (context) => {
      const cell = cells[5] ?? '';
      const { page, network } = await waitingOn(context, cell);
      await overtake(cell);
      network.next = 'pass';
      await page.goto(pageAt('/receipts'));
      await waiting(page).getByText('cần xem lại').waitFor();
      await page.getByRole('button', { name: 'Mở xem' }).click();
      await page.waitForURL(/#parcel/);
      await page.locator('form.report button[type=submit]').first().click();
      await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
      expect(await waiting(page).count()).toBe(0);
    });
  });
});

describe.runIf(hasBrowser)('a report that its owner takes out', () => {
  it('is not sent after that, though another is on its way', async () => {
    await onPhone(async (context) => {
      const [one, two] = [cells[6] ?? '', cells[7] ?? ''];
      const { page, network } = await waitingOn(context, one);
      await fillForm(page, two);
      await sendButton(page).click();
      await expect.poll(() => takeOut(page).count()).toBe(2);
      network.next = 'hold';
      await isOnline(page);
      const first = await network.holds();
      const isFirst = first.request().postData()?.includes(`cell=${one}&`);
      page.on('dialog', (dialog) => dialog.accept());
      await takeOut(page)
        .nth(isFirst ? 1 : 0)
        .click();
      await expect.poll(() => takeOut(page).count()).toBe(1);
      network.next = 'pass';
      await first.continue();
      await page.getByText('Đã gửi:').waitFor();
      await expect.poll(() => waiting(page).count()).toBe(0);
      expect([await stored(one), await stored(two)]).toEqual(isFirst ? [true, false] : [false, true]);
    });
  });

  it('is called back while it is on its way', async () => {
    await onPhone(async (context) => {
      const cell = cells[8] ?? '';
      const { page, network } = await waitingOn(context, cell);
      network.next = 'hold';
      await isOnline(page);
      const first = await network.holds();
      page.on('dialog', (dialog) => dialog.accept());
      await takeOut(page).click();
      await expect.poll(() => waiting(page).count()).toBe(0);
      await first.continue().catch(() => undefined);
      await page.waitForTimeout(500);
      expect(await stored(cell)).toBe(false);
    });
  });
});

describe.runIf(hasBrowser)('where the device’s database is full and there is no network', () => {
  it('nothing is promised, and what was typed is there when the form is opened again', async () => {
    await onPhone(async (context) => {
      const cell = cells[9] ?? '';
      await context.addInitScript(
        'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }',
      );
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await page.getByLabel('Nội dung trọng tâm').fill('Đường thôn, viết khi máy đầy');
      await context.setOffline(true);
      await sendButton(page).click();
      await page.locator('#not-kept').waitFor();
      expect(await waiting(page).count()).toBe(0);
      expect(JSON.stringify(await page.evaluate('({ ...localStorage })'))).not.toContain('Đường thôn');
      await page.close({ runBeforeUnload: false });
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(pageAt(`/reports/new?cell=${cell}&month=${thisMonth}`));
      await again.getByText('Đã khôi phục nội dung').waitFor();
      expect(await again.getByLabel('Nội dung trọng tâm').inputValue()).toBe('Đường thôn, viết khi máy đầy');
    });
  });
});

describe.runIf(hasBrowser)('a device without network', () => {
  it('shows the mistakes of the whole form at their fields, and promises once they are mended', async () => {
    await onPhone(async (context) => {
      const cell = cells[10] ?? '';
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await length(page).fill('');
      await page.getByLabel('Vắng có lý do', { exact: true }).fill('9');
      await context.setOffline(true);
      await sendButton(page).click();
      await page.locator('#mistakes').waitFor();
      expect(await page.locator('#durationMinutes-error').textContent()).toContain(
        'Nhập thời lượng buổi sinh hoạt, ví dụ 90 hoặc 1h30.',
      );
      expect(await waiting(page).count()).toBe(0);
      await length(page).fill('95');
      await sendButton(page).click();
      await page
        .locator('#mistakes')
        .getByRole('link', { name: /trong khi số phải dự là 20/ })
        .waitFor();
      await page.getByLabel('Vắng có lý do', { exact: true }).fill('3');
      await sendButton(page).click();
      await waiting(page).getByText('Báo cáo tự gửi khi có mạng').waitFor();
      expect(await page.locator('#mistakes').count()).toBe(0);
      await context.setOffline(false);
      await isOnline(page);
      await page.getByText('Đã gửi:').waitFor();
      expect(await minutes(cell)).toEqual([1, 95]);
    });
  });

  it('on which somebody has signed out asks to sign in, and sends it then', async () => {
    await onPhone(async (context) => {
      const cell = cells[11] ?? '';
      const page = await signIn(context, user);
      await fillForm(page, cell);
      const other = await context.newPage();
      await other.goto(pageAt('/receipts'));
      await other.getByRole('button', { name: 'Đăng xuất' }).click();
      await other.getByLabel('Mật khẩu').waitFor();
      await context.setOffline(true);
      await sendButton(page).click();
      await waiting(page)
        .getByRole('link', { name: /đăng nhập lại/ })
        .waitFor();
      expect(await page.getByText('tự gửi khi có mạng').count()).toBe(0);
      await context.setOffline(false);
      await isOnline(page);
      await page.waitForTimeout(500);
      expect(
        await waiting(page)
          .getByRole('link', { name: /đăng nhập lại/ })
          .count(),
      ).toBe(1);
      expect(await stored(cell)).toBe(false);
      await page.close();
      const back = await signIn(context, user);
      await back.getByText('Đã gửi:').waitFor();
      expect(await minutes(cell)).toEqual([1, 95]);
    });
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { fillForm, fillIn, pageAt, phone, sendButton, signIn, waiting } from '#test/system/phone.ts';
import { Visitor } from '#test/system/visitor.ts';

const user = 'hoang-an';
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

const stored = async (cell: string) =>
  (await visitor.json(`/reports/${cell}_${today}_regular`)) as {
    report: { present: number; durationMinutes: number };
    revisions: unknown[];
  };

describe.runIf(hasBrowser)('two officers on one report', () => {
  it('choose field by field on one page, without scripts', async () => {
    const cell = cells[0] ?? '';
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const [mine, theirs] = [await signIn(context, user), await signIn(context, user)];
    await fillForm(mine, cell);
    await fillForm(theirs, cell);
    await theirs.getByLabel('Thời lượng (phút)').fill('100');
    await theirs.getByLabel('Có mặt').fill('18');
    await theirs.getByLabel('Vắng có lý do', { exact: true }).fill('2');
    await sendButton(theirs).click();
    await theirs.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();

    await sendButton(mine).click();
    await mine.getByRole('heading', { name: 'Báo cáo này vừa được người khác sửa' }).waitFor();
    const choice = (label: string) => mine.getByRole('group', { name: label, exact: true });
    expect(await choice('Thời lượng (phút)').getByRole('radio').count()).toBe(2);
    await choice('Có mặt').getByLabel('Bản đang lưu: 18').check();
    // The versions do not add up when they are mixed: the form says so, and keeps what was chosen.
    await mine.getByRole('button', { name: 'Gửi bản đã chọn' }).click();
    await mine.getByRole('link', { name: /Có mặt: .*= 21, trong khi số phải dự là 20/ }).waitFor();
    expect(await mine.getByLabel('Có mặt').inputValue()).toBe('18');
    await mine.getByLabel('Vắng có lý do', { exact: true }).fill('2');
    await sendButton(mine).click();
    await mine.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
    const { report, revisions } = await stored(cell);
    expect([report.present, report.durationMinutes, revisions.length]).toEqual([18, 95, 2]);
    await context.close();
  });

  it('meet when a report that waited is sent at last, and what waited is settled by the choice', async () => {
    const cell = cells[1] ?? '';
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const page = await signIn(context, user);
    await fillForm(page, cell);
    await context.setOffline(true);
    await sendButton(page).click();
    await waiting(page).getByText('chờ gửi.').waitFor();
    const other = await signIn(await browser.newContext(phone), user);
    await fillForm(other, cell);
    await other.getByLabel('Thời lượng (phút)').fill('120');
    await sendButton(other).click();
    await other.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();

    await context.setOffline(false);
    await page.goto(pageAt('/'));
    await waiting(page).getByText('cần xem lại').waitFor();
    await page.getByRole('button', { name: 'Mở xem' }).click();
    await page.getByRole('group', { name: 'Thời lượng (phút)' }).getByLabel('Bản đang lưu: 120').check();
    await page.getByRole('button', { name: 'Gửi bản đã chọn' }).click();
    await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
    await expect.poll(() => waiting(page).count()).toBe(0);
    expect((await stored(cell)).report.durationMinutes).toBe(120);
    await other.context().close();
    await context.close();
  });
});

describe.runIf(hasBrowser)('one officer', () => {
  it('with the form in two tabs stores one report, and the later tab is shown both versions', async () => {
    const cell = cells[2] ?? '';
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const [first, second] = [await signIn(context, user), await context.newPage()];
    await fillForm(first, cell);
    await fillForm(second, cell);
    await second.getByLabel('Thời lượng (phút)').fill('110');
    await sendButton(first).click();
    await first.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
    await sendButton(second).click();
    await second.getByRole('group', { name: 'Thời lượng (phút)' }).getByLabel('Bản của đồng chí: 110').waitFor();
    expect(await violations(second)).toEqual([]);
    expect((await stored(cell)).revisions).toHaveLength(1);
    await context.close();
  });

  it('who goes back after sending and sends again stores nothing twice', async () => {
    const cell = cells[3] ?? '';
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ ...phone, javaScriptEnabled, serviceWorkers: 'block' });
      const page = await signIn(context, user);
      await fillForm(page, cell);
      await sendButton(page).click();
      await page.locator('.receipt').first().waitFor();
      await page.goBack();
      await fillIn(page);
      await sendButton(page).click();
      await page.locator('.receipt').first().waitFor();
      await context.close();
    }
    expect((await stored(cell)).revisions).toHaveLength(1);
  });

  it('whose device is two days fast is on time all the same: the claim is moved by what the clock is off', async () => {
    const cell = cells[4] ?? '';
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const page = await signIn(context, user);
    await page.clock.install({ time: Date.now() + 2 * 24 * 60 * 60 * 1000 });
    await fillForm(page, cell);
    await context.setOffline(true);
    await sendButton(page).click();
    await waiting(page).getByText('chờ gửi.').waitFor();
    await context.setOffline(false);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await page.getByText('Đã gửi:').waitFor();
    const { revisions } = (await visitor.json(`/reports/${cell}_${today}_regular`)) as {
      revisions: { at: string; filledAt?: string }[];
    };
    const apart = Date.parse(revisions[0]?.at ?? '') - Date.parse(revisions[0]?.filledAt ?? '');
    expect(apart).toBeGreaterThanOrEqual(0);
    expect(apart).toBeLessThan(60 * 60 * 1000);
    await context.close();
  });
});

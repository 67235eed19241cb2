import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { fillForm, pageAt, phone, signIn } from '#test/system/phone.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let cell = '';

beforeAll(async () => {
  browser = await startChromium();
  context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  const board = await signIn(context, 'thai-son');
  const form = board.locator('main a[href^="/reports/new?cell="]').first();
  cell = new URL(pageAt((await form.getAttribute('href')) ?? '')).searchParams.get('cell') ?? '';
});
beforeEach(async () => {
  page = await context.newPage();
});
afterAll(() => browser.close());

const field = (name: string) => page.locator(`[name="${name}"]`);
const errorAt = (name: string) => page.locator('.field', { has: field(name) }).locator('.error');
const pointsIn = async () =>
  Number(
    /được (\d+(?:,\d+)?)/.exec((await page.locator('[data-live=score]').textContent()) ?? '')?.[1]?.replace(',', '.'),
  );

describe.runIf(hasBrowser)('a form where scripts run', () => {
  it('shows the score as it grows, with why points lack', async () => {
    await fillForm(page, cell);
    await page.getByLabel('Thời lượng (phút)').fill('78');
    const score = page.locator('[data-live=score]');
    expect(await score.textContent()).toContain('Thiếu 12 phút so với 90 phút: 4/5 điểm');
    // While lines lack points there is no grade to show.
    expect(await score.textContent()).toMatch(/Mới chấm \d+\/100 điểm: được [\d,]+, chưa xếp loại\./);
    const before = await pointsIn();
    await field('points.regularContent').fill('8,5');
    expect(await pointsIn()).toBeGreaterThan(before);
    await page.getByLabel('Có mặt').fill('mười bảy');
    expect(await score.textContent()).toBe('');
  });

  it('says what is wrong with a field when it is left, and takes it back when it is mended', async () => {
    await fillForm(page, cell);
    for (const [name, wrong, says, right] of [
      ['date', '31/02/2026', 'Đề nghị nhập ngày theo dạng', '03/02/2026'],
      ['startTime', '25:00', 'Đề nghị nhập giờ và phút', '7h30'],
      ['durationMinutes', 'chín mươi', 'Cần nhập một số nguyên', '95'],
    ] as const) {
      await field(name).fill(wrong);
      await field(name).blur();
      expect(await errorAt(name).textContent()).toContain(`Lỗi: ${says}`);
      expect(await field(name).getAttribute('aria-invalid')).toBe('true');
      await field(name).fill(right);
      await field(name).blur();
      expect(await errorAt(name).count()).toBe(0);
    }
    await field('points.regularContent').fill('99');
    await field('points.regularContent').blur();
    await page.getByText('Cần nhập số điểm từ 0 đến 10, mỗi bậc 0,5 điểm.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('adds and takes out rows at once, also without network', async () => {
    await fillForm(page, cell);
    await context.setOffline(true);
    const task = (n: number) => page.getByRole('group', { name: `Nhiệm vụ ${n}`, exact: true });
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    await task(3).getByLabel('Nội dung nhiệm vụ').fill('Nạo vét kênh');
    expect(await task(3).getByLabel('Nội dung nhiệm vụ').getAttribute('name')).toBe('tasks[2].what');
    await page.getByRole('button', { name: 'Xóa nhiệm vụ 2' }).first().click();
    expect(await task(2).count()).toBe(0);
    await page.getByRole('button', { name: 'Thêm vấn đề' }).click();
    expect(await page.locator('select[name="matters[2].topic"]').inputValue()).toBe('');
    await context.setOffline(false);
  });

  it('asks before it is left with typed text, and not when nothing was typed', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await fillForm(page, cell);
    await page.goto(pageAt('/receipts'));
    expect(asked).toEqual(['beforeunload']);
    await page.goto(pageAt(`/reports/new?cell=${cell}&month=${thisMonth}&kind=thematic`));
    await page.goto(pageAt('/receipts'));
    expect(asked).toEqual(['beforeunload']);
  });
});

import type { BrowserContext, Page } from 'playwright-core';
import { thisMonth, today } from '#test/system/meeting.ts';
import { system } from '#test/system/system.ts';
import { PASSWORD } from '#test/system/visitor.ts';

export const phone = { viewport: { width: 360, height: 740 } };

export const pageAt = (path: string) => new URL(path, system().url).href;

export async function signIn(context: BrowserContext, user: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(pageAt('/login'));
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('form[action="/logout"]').waitFor();
  return page;
}

/** Opens every line behind which a usual month's form keeps its other questions. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('#report details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Fills the form that is open with today's regular meeting: 17 of 20 present. */
export async function fillIn(page: Page): Promise<void> {
  await unfold(page);
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

export async function fillForm(page: Page, cell: string): Promise<void> {
  await page.goto(pageAt(`/reports/new?cell=${cell}&month=${thisMonth}`));
  await fillIn(page);
}

export const sendButton = (page: Page) => page.getByRole('button', { name: 'Gửi báo cáo' });
export const waiting = (page: Page) => page.locator('#waiting');

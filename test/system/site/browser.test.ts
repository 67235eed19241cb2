import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { lastMonth, thisMonth, today } from '#test/system/meeting.ts';
import { unfold } from '#test/system/phone.ts';
import { keepReceipt } from '#test/system/real-browsers/keep-receipt.ts';
import { system } from '#test/system/system.ts';
import { PASSWORD } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.thang.tieu-hoc';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function signIn(context: BrowserContext, user: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL('/login', system().url).href);
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  return page;
}

/** The form takes the members over from the last report; these tests have numbers of their own. */
async function clearMembers(page: Page): Promise<void> {
  await unfold(page);
  for (const field of await page.locator('#s-members input').all()) await field.fill('');
}

describe.runIf(hasBrowser)('in a browser without scripts on a phone', () => {
  it('a commune fills in the form, mends a mistake and gets its receipt', async ({ task }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await signIn(context, 'thang');
    await page.goto(new URL(`/reports/new?cell=${cell}&month=${thisMonth}`, system().url).href);
    const [year, month, day] = today.split('-');
    await page.getByLabel('Ngày họp').fill(`${day}/${month}/${year}`);
    await page.getByLabel('Thời lượng (phút)').fill('95');
    await clearMembers(page);
    await page.getByLabel('Thường kỳ', { exact: true }).check();
    await page.getByLabel('Đảng viên chính thức').fill('20');
    await page.getByLabel('Có mặt').fill('17');
    await page.getByLabel('Vắng có lý do', { exact: true }).fill('2');
    await page.getByLabel('Vắng không lý do').fill('2');
    await page.getByLabel('Nghị quyết', { exact: true }).check();
    for (const task of await page.getByRole('group', { name: /^Việc \d+:/ }).all()) {
      await task.getByLabel('Hoàn thành').check();
    }
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();

    await page.getByRole('link', { name: /Có mặt: .*= 21, trong khi số phải dự là 20/ }).click();
    expect(await page.getByLabel('Có mặt').inputValue()).toBe('17');
    await page.getByLabel('Vắng không lý do').fill('1');
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();

    expect(await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).isVisible()).toBe(true);
    expect(await page.locator('.receipt').textContent()).toMatch(/^\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await keepReceipt(task, 'chromium', browser.version(), { png: await page.screenshot() });
    await context.close();
  });
});

describe.runIf(hasBrowser)('in a browser with scripts', () => {
  it('a second click sends nothing again: the first answer, which alone has the password, is what is shown', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await signIn(context, 'district');
    await page.goto(new URL('/directory/users', system().url).href);
    await page.locator('[name=user]').fill('bam-hai-lan');
    await page.locator('[name=role]').selectOption('district');
    await page.getByRole('button', { name: 'Thêm tài khoản' }).dblclick();
    await page.getByText('chỉ hiện ở đây').waitFor();
    await context.close();
  });

  it('the form adds up while it is filled in', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await signIn(context, 'thang');
    await page.goto(new URL(`/reports/new?cell=${cell}&month=${thisMonth}`, system().url).href);
    const sums = page.locator('.sum');
    await clearMembers(page);
    expect(await sums.nth(0).textContent()).toContain('Số phải dự = chính thức');
    await page.getByLabel('Đảng viên chính thức').fill('20');
    expect(await sums.nth(0).textContent()).toBe('Phải dự 20: 20 chính thức.');
    await page.getByLabel('Có mặt').fill('17');
    await page.getByLabel('Vắng có lý do', { exact: true }).fill('2');
    expect(await sums.nth(1).textContent()).toContain('Vắng không lý do: 20 − 17 − 2 = 1.');
    expect(await page.getByLabel('Vắng không lý do').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Đúng, ghi 1' }).click();
    expect(await page.getByLabel('Vắng không lý do').inputValue()).toBe('1');
    expect(await sums.nth(1).textContent()).toBe('Đã khai đủ 20. Tỷ lệ dự 85%, yêu cầu từ 90%: chưa đạt.');
    await context.close();
  });
});

// 320 px is what a page has on a desktop zoomed to 400%, and on the smallest phones.
describe.runIf(hasBrowser).each([320, 1280])('at %i px', (width) => {
  const views = [
    ['thang', `/months/${lastMonth}`],
    ['thang', `/reports/new?cell=${cell}&month=${thisMonth}`],
    ['thang', `/reports/new?amend=${cell}_${today}_regular`],
    ['thang', `/reports/${cell}_${today}_regular`],
    ['thang', `/reports/${cell}_${today}_regular?just=stored`],
    ['thang', `/results/${cell}`],
    ['thang', `/reports/${cell}_${today}_regular/papers`],
    ['thang', `/reports/${cell}_${today}_regular/papers`],
    ['thang', '/receipts?number=0000'],
    ['thang', `/months/${thisMonth}/grid?unit=hiep-hoa.thang`],
    ['thang', `/reports/import?month=${thisMonth}&unit=hiep-hoa.thang`],
    ['thang', `/scorecards/hiep-hoa.thang/${lastMonth}`],
    ['district', `/months/${lastMonth}`],
    ['district', `/scorecards/hiep-hoa/${lastMonth}`],
    ['district', `/scorecards/hiep-hoa/${lastMonth}?view=matrix`],
    ['district', '/scorecards/hiep-hoa'],
    ['district', '/'],
    ['district', `/reviews?month=${lastMonth}`],
    ['district', `/calls?month=${thisMonth}`],
    ['district', `/briefings/hiep-hoa/${addMonths(lastMonth, -1)}`],
    ['district', '/summaries/hiep-hoa'],
    ['district', '/search?q=thang'],
    ['district', '/visits'],
    ['thang', '/'],
    ['group1', '/'],
    ['district', `/scorecards/hiep-hoa/${lastMonth.slice(0, 4)}?sort=score&order=desc&only=any`],
    ['district', '/months/2018-01'],
    ['district', `/guidance?month=${thisMonth}`],
    ['district', `/guidance/files/new?month=${thisMonth}&type=all`],
    ['thang', `/guidance?month=${thisMonth}`],
    ['thang', '/library'],
    ['thang', '/library?q=dat+dai'],
    ['thang', '/library/11'],
    ['district', '/library'],
    ['district', '/library/11'],
    ['thang', '/trainings'],
    ['district', '/trainings'],
    ['district', '/actions'],
    ['district', '/actions?state=proposed'],
    ['district', '/actions?view=effect'],
    ['district', `/actions/new?unit=hiep-hoa.thang&indicator=preparation&month=${lastMonth}`],
    ['thanh-van', '/trainings'],
    ['thang', '/account'],
    ['thang', '/unsubscribe?token=x'],
    ['group1', `/months/${thisMonth}`],
    ['group1', `/months/${lastMonth}`],
  ] as const;

  it.each(['thang', 'district', 'group1'])(
    'the pages of %s have no barrier and no sideways scrolling',
    async (user) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await signIn(context, user);
      for (const [, path] of views.filter(([by]) => by === user)) {
        await page.goto(new URL(path, system().url).href);
        expect(await violations(page), path).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
      await context.close();
    },
  );

  it('a file’s preview has no barrier, scrolls not sideways and has the keyboard at what is asked', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await signIn(context, 'thang');
    await page.goto(new URL(`/reports/import?month=${thisMonth}&unit=hiep-hoa.thang`, system().url).href);
    const rows = [
      'STT;Tên chi bộ;Ngày họp;Thời gian;Đảng số;Phải dự;Có mặt',
      '1;Chi bộ không có;hôm qua;1h30;42;40;50',
    ];
    const file = { name: 'bieu.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.getByLabel('Chọn tệp').setInputFiles(file);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    const asked = page.getByRole('alert');
    await asked.getByRole('link', { name: 'Ô B2' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await asked.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toMatch(/^#/);
    await context.close();
  });

  it('the sign-in page has no barrier', async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(new URL('/login', system().url).href);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

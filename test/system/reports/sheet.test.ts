import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { pageAt, signIn } from '#test/system/phone.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'gia-vien';
const big = `${district}.gia-lap`;
const small = `${district}.gia-xuan`;
const CELLS = 250;
const path = (unit: string) => `/months/${thisMonth}/grid?unit=${unit}`;
const day = today.split('-').reverse().join('/');

beforeAll(async () => {
  const cell = (id: string, name: string) => `${id};cell;Chi bộ thôn;${name};thon;2019-03;;`;
  const units = [
    'id;level;kind;name;type;from;to;group',
    `${district};district;huyện;Gia Viễn;;2019-03;;`,
    `${big};commune;xã;Gia Lập;;2019-03;;1`,
    `${small};commune;xã;Gia Xuân;;2019-03;;1`,
    ...Array.from({ length: CELLS }, (_, n) => cell(`${big}.so-${n + 1}`, `số ${n + 1}`)),
    ...Array.from({ length: 4 }, (_, n) => cell(`${small}.so-${n + 1}`, `số ${n + 1}`)),
  ];
  await enterDistrict(`${units.join('\n')}\n`, [
    { user: big, role: 'commune', unit: big },
    { user: small, role: 'commune', unit: small },
  ]);
});

it('250 rows are sent at once: all that are right are stored, each wrong one is named', async () => {
  const commune = await Visitor.signedIn(big);
  const csrf = await commune.csrf();
  const good = { durationMinutes: '95', fullMembers: '20', present: '18', excused: '2', unexcused: '0' };
  const rows = Array.from({ length: CELLS }, (_, n) => ({
    ...{ cell: `${big}.so-${n + 1}`, resolution: 'resolution', ...good },
    ...(n % 50 === 7 && { present: '19' }),
  }));
  let fields: Record<string, string> = Object.fromEntries(
    rows.flatMap((row, n) => Object.entries(row).map(([name, value]) => [`rows[${n}].${name}`, value])),
  );
  let seen = await commune.post(path(big), { csrf, commonDate: day, ...fields });
  // A slow machine stores in parts, and says how many are left.
  for (let parts = 1; seen.status === 503 && parts < 5; parts++) {
    expect(seen.text).toMatch(/\d+ chi bộ chưa lưu được/);
    seen = await commune.post(path(big), { csrf, commonDate: day, ...fields });
    fields = { ...fields };
  }
  const { cells } = (await commune.json(`/months/${thisMonth}?unit=${big}`)) as { cells: { state: string }[] };
  expect(cells.filter(({ state }) => state === 'submitted')).toHaveLength(CELLS - 5);
  expect(seen.status).toBe(422);
  expect(seen.text).toContain('5 chi bộ chưa gửi được');
  for (const n of [8, 58, 108, 158, 208]) expect(seen.text).toContain(`Chi bộ thôn số ${n}, `);
});

describe.runIf(hasBrowser)('on a wide screen', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await signIn(await browser.newContext({ viewport: { width: 1280, height: 800 } }), small);
  });
  afterAll(() => browser.close());

  const box = (row: number, field: string) => page.locator(`[name="rows[${row}].${field}"]`);

  it('is a table whose names stay, in which Enter goes down and what is copied fills the fields', async () => {
    await page.goto(pageAt(path(small)));
    await page.waitForFunction(() => document.querySelector('table.grid tbody tr'));
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(6);
    expect(await page.getByRole('rowheader').count()).toBe(4);
    await box(0, 'present').focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('Enter');
        return box(1, 'present').evaluate((field) => field === document.activeElement);
      })
      .toBe(true);
    await page.keyboard.press('Shift+Enter');
    expect(await box(0, 'present').evaluate((field) => field === document.activeElement)).toBe(true);

    const copied = `${day}\t95\t20\t18\t2\t0\tNghị quyết\r\n${day}\t100\t12\t12\t0\t0\tkết luận\r\n${day}\t90\t9\t9\t0\t0\tmiệng\r\n`;
    await box(0, 'date').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, copied);
    expect(await box(0, 'present').inputValue()).toBe('18');
    expect(await box(1, 'resolution').inputValue()).toBe('conclusion');
    expect(await page.locator('#main').textContent()).toContain('1 ô đã dán không vào được bảng');

    await page.getByRole('button', { name: 'Gửi các chi bộ đã nhập' }).click();
    await page.getByText('Đã gửi 2 báo cáo').waitFor();
    expect(await page.locator('#main').textContent()).toContain('1 chi bộ chưa gửi được');
    expect(await box(0, 'present').inputValue()).toBe('9');
  });
});

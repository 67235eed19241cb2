import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { isInstalled } from '#test/system/real-browsers/browser-kinds.ts';
import { TerminalBrowser } from '#test/system/real-browsers/terminal.ts';
import { system } from '#test/system/system.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const district = 'truc-ninh';
const commune = `${district}.mot`;
const group = `${district}.nhom`;
const day = today.split('-').reverse().join('/');

beforeAll(async () => {
  const units = [
    'id;level;kind;name;type;from;to;group',
    `${district};district;huyện;Trực Ninh;;2019-03;;`,
    `${commune};commune;xã;Một;;2019-03;;1`,
    ...['c0', 'c1', 'c2', 'c3'].map((cell) => `${commune}.${cell};cell;Chi bộ thôn;${cell};thon;2019-03;;`),
  ];
  await enterDistrict(`${units.join('\n')}\n`, [
    { user: district, role: 'district', unit: district },
    { user: commune, role: 'commune', unit: commune },
    { user: group, role: 'group', unit: district, group: 1 },
  ]);
  const officer = await Visitor.signedIn(district);
  const path = '/groups?group=1';
  const { csrf = '', baseRevision = '' } = hiddenFields((await officer.get(path)).text, path);
  await officer.post(path, { csrf, baseRevision, action: 'members', number: '1', head: 'Tổ trưởng' });
});

async function signedIn(user: string): Promise<TextBrowser> {
  const browser = new TextBrowser();
  await browser.open('/login');
  browser.type('user', user);
  browser.type('password', PASSWORD);
  await browser.press('Đăng nhập');
  return browser;
}

// Most browsers ask again for the page that they go back to, since none of a signed-in person's may be kept by them.
describe('going back after a page of mistakes', () => {
  const form = `/reports/new?cell=${commune}.c0&month=${thisMonth}&kind=regular`;

  it('finds the report as it was typed, until it is sent right', async () => {
    const browser = await signedIn(commune);
    await browser.open(form);
    browser.type('date', day);
    browser.type('durationMinutes', 'chín mươi');
    browser.type('fullMembers', '20');
    browser.type('present', '18');
    browser.type('excused', '2');
    browser.type('unexcused', '0');
    browser.type('resolution', 'conclusion');
    browser.type('tasks[0].what', 'Nạo vét kênh mương');
    await browser.press('Gửi báo cáo');
    expect(browser.status).toBe(422);

    await browser.open(form);
    expect(browser.value('durationMinutes')).toBe('chín mươi');
    expect(browser.value('resolution')).toBe('conclusion');
    expect(browser.value('tasks[0].what')).toBe('Nạo vét kênh mương');
    expect(browser.text).toContain('Bản nháp lưu lúc');
    const other = await signedIn(district);
    await other.open(form);
    expect(other.text).not.toContain('Nạo vét kênh mương');

    browser.type('durationMinutes', '95');
    await browser.press('Gửi báo cáo');
    expect(browser.text).toContain('Số biên nhận');
    await browser.open(form);
    expect(browser.value('tasks[0].what')).toBe('');
  });

  it('forgets what was typed also where the right form came from the page of mistakes', async () => {
    const browser = await signedIn(commune);
    const other = form.replace('.c0', '.c1');
    await browser.open(other);
    browser.type('date', day);
    await browser.press('Gửi báo cáo');
    expect(browser.status).toBe(422);
    const counts = { durationMinutes: '95', fullMembers: '9', present: '9', excused: '0', unexcused: '0' };
    for (const [name, value] of Object.entries({ ...counts, resolution: 'none' })) browser.type(name, value);
    await browser.press('Gửi báo cáo');
    expect(browser.text).toContain('Số biên nhận');
    await browser.open(other);
    expect(browser.text).not.toContain('Bản nháp lưu lúc');
  });

  it('finds the rows of the grid as they were typed, and none that has been stored', async () => {
    const browser = await signedIn(commune);
    const grid = `/months/${thisMonth}/grid?unit=${commune}`;
    await browser.open(grid);
    browser.type('commonDate', day);
    browser.type('rows[0].durationMinutes', 'chín mươi');
    browser.type('rows[0].fullMembers', '12');
    await browser.press('Gửi các chi bộ đã nhập');
    expect(browser.status).toBe(422);
    await browser.open(grid);
    expect(browser.value('commonDate')).toBe(day);
    expect(browser.value('rows[0].durationMinutes')).toBe('chín mươi');
    const right = { durationMinutes: '95', present: '12', excused: '0', unexcused: '0', resolution: 'none' };
    for (const [name, value] of Object.entries(right)) browser.type(`rows[0].${name}`, value);
    await browser.press('Gửi các chi bộ đã nhập');
    expect(browser.text).toContain('Đã gửi 1 báo cáo');
    await browser.open(grid);
    expect(browser.text).not.toContain('Bản nháp lưu lúc');
  });

  it('finds the report of a visit as it was typed, until it is sent right', async () => {
    const browser = await signedIn(group);
    await browser.open('/visits/new');
    browser.type('unit', `${commune}.c0`);
    browser.type('date', '31/31');
    browser.type('seen', 'Chi bộ sinh hoạt nghiêm túc.');
    await browser.press('Gửi báo cáo');
    expect(browser.status).toBe(422);
    await browser.open('/visits/new');
    expect(browser.value('date')).toBe('31/31');
    expect(browser.value('seen')).toBe('Chi bộ sinh hoạt nghiêm túc.');
    expect(browser.text).toContain('Bản nháp lưu lúc');
    browser.type('date', day);
    browser.type('member', 'Tổ trưởng');
    await browser.press('Gửi báo cáo');
    expect(browser.text).toContain('Đã lưu');
    await browser.open('/visits/new');
    expect(browser.value('seen')).toBe('');
  });

  it('finds a report whose kind of meeting was changed before it was refused', async () => {
    const browser = await signedIn(commune);
    const other = form.replace('.c0', '.c3');
    await browser.open(other);
    for (const [name, value] of Object.entries({ date: day, kind: 'thematic', durationMinutes: 'chín mươi' })) {
      browser.type(name, value);
    }
    await browser.press('Gửi báo cáo');
    expect(browser.status).toBe(422);
    await browser.open(other);
    expect([browser.value('kind'), browser.value('durationMinutes')]).toEqual(['thematic', 'chín mươi']);
    const counts = { durationMinutes: '95', fullMembers: '9', present: '9', excused: '0', unexcused: '0' };
    for (const [name, value] of Object.entries({ ...counts, resolution: 'none' })) browser.type(name, value);
    await browser.press('Gửi báo cáo');
    expect(browser.text).toContain('Số biên nhận');
    for (const each of [other, other.replace('regular', 'thematic')]) {
      await browser.open(each);
      expect(browser.text).not.toContain('Bản nháp lưu lúc');
    }
  });

  it('finds as many rows as were typed', async () => {
    const browser = await signedIn(commune);
    const targets = `/targets?cell=${commune}.c0&year=${thisMonth.slice(0, 4)}`;
    await browser.open(targets);
    browser.type('targets[0].what', 'Làm đường');
    await browser.press('Thêm chỉ tiêu');
    browser.type('targets[1].what', 'Trồng cây');
    await browser.press('Lưu chỉ tiêu');
    expect(browser.status).toBe(422);
    await browser.open(targets);
    expect([0, 1].map((n) => browser.value(`targets[${n}].what`))).toEqual(['Làm đường', 'Trồng cây']);
    await browser.follow('Xem bản đang lưu');
    expect(browser.value('targets[0].what')).toBe('');
  });

  const small = '/trainings';
  const subject = 'Kỹ năng ghi biên bản';

  it.skipIf(!hasBrowser)('finds what was typed in Chromium without scripts, which nobody else finds', async () => {
    const chromium = await startChromium();
    onTestFinished(() => chromium.close());
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL('/login', system().url).href);
    await page.fill('[name=user]', commune);
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button');
    await page.goto(new URL(small, system().url).href);
    await page.locator('summary', { hasText: 'Mở lớp' }).click();
    await page.fill('[name=subject]', subject);
    await page.click('form:has([name=subject]) button');
    await page.waitForSelector('.error');
    await page.goBack();
    expect(await page.inputValue('[name=subject]')).toBe(subject);
    expect(await page.locator('[name=subject]').isVisible()).toBe(true);
    const other = await signedIn(district);
    await other.open(small);
    expect(other.value('subject')).toBe('');
  });

  it.skipIf(!isInstalled('w3m'))('finds what was typed in w3m', { timeout: 240_000 }, async () => {
    const w3m = await TerminalBrowser.open('w3m');
    onTestFinished(() => w3m.close());
    await w3m.fill('Tên đăng nhập', commune);
    await w3m.fill('Mật khẩu', PASSWORD);
    await w3m.press('Đăng nhập');
    await w3m.shows(new RegExp(`\\(${commune}\\)`));
    await w3m.goTo(small);
    await w3m.shows(/Chủ đề/);
    await w3m.fill('Chủ đề', subject);
    await w3m.press('Lưu lớp');
    await w3m.shows(/xem lại:/);
    await w3m.back();
    expect(await w3m.shows(/^(?!.*xem lại:).*Chủ đề/s)).toContain(subject);
  });

  it('is no way around a sign-out: the pages may not be kept, and are not given again', async () => {
    const visitor = await Visitor.signedIn(commune);
    const { headers } = await visitor.get(form);
    expect(headers.get('cache-control')).toBe('no-store');
    const sent = { csrf: await visitor.csrf(), cell: `${commune}.c2`, month: thisMonth, date: day };
    const refused = await visitor.post('/reports', { ...sent, focus: 'Chỉ của đồng chí viết' });
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([422, 'no-store']);
    const mine = form.replace('.c0', '.c2');
    expect((await visitor.get(mine)).text).toContain('Chỉ của đồng chí viết');
    await visitor.post('/logout', { csrf: sent.csrf });
    expect((await visitor.get(mine)).text).not.toContain('Chỉ của đồng chí viết');
  });
});

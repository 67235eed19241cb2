import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { type BrowserName, browserKinds, isInstalled } from '#test/system/real-browsers/browser-kinds.ts';
import { debianVersion, keepReceipt } from '#test/system/real-browsers/keep-receipt.ts';
import type { RealBrowser } from '#test/system/real-browsers/real-browser.ts';
import { admin, hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const district = 'nghia-hung';
const names = Object.keys(browserKinds) as BrowserName[];
/** A program that is driven by what its screen shows may miss a key: then once more, in a commune of its own. */
const retry = 1;
const communesOf = (name: BrowserName) => [`${district}.${name}`, `${district}.${name}-again`] as const;
const groupOf = (name: BrowserName) => `${district}.${name}.nhom`;
const [year, month] = thisMonth.split('-');
const day = `01/${month}/${year}`;

beforeAll(async () => {
  const head = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;Nghĩa Hưng;;2019-03;;`];
  const units = names.flatMap((name, at) =>
    communesOf(name).flatMap((commune, time) => [
      `${commune};commune;xã;${name} ${time + 1};;2019-03;;${at + 1}`,
      ...['một', 'hai'].map((cell, n) => `${commune}.c${n};cell;Chi bộ thôn;${cell};thon;2019-03;;`),
    ]),
  );
  const accounts = names.flatMap((name, at) => [
    ...communesOf(name).map((commune) => ({ user: commune, role: 'commune', unit: commune })),
    { user: groupOf(name), role: 'group', unit: district, group: at + 1 },
  ]);
  await enterDistrict([...head, ...units, ''].join('\n'), [
    { user: district, role: 'district', unit: district },
    ...accounts,
  ]);
  const officer = await Visitor.signedIn(district);
  for (const number of names.keys()) {
    const path = `/groups?group=${number + 1}`;
    const { csrf = '', baseRevision = '' } = hiddenFields((await officer.get(path)).text, path);
    await officer.post(path, {
      csrf,
      baseRevision,
      action: 'members',
      number: String(number + 1),
      head: 'Tổ trưởng',
    });
  }
});

async function signIn(browser: RealBrowser, user: string): Promise<void> {
  await browser.shows(/Mật khẩu/);
  await browser.fill('Tên đăng nhập', user);
  await browser.fill('Mật khẩu', PASSWORD);
  await browser.press('Đăng nhập');
  await browser.shows(new RegExp(`\\(${user}\\)`));
}

/** The first lines of a page's list of mistakes, which stands after its title. */
function mistakes(screen: string, most: number): string[] {
  const [, list = ''] = /xem lại:\s*\n(.*)/s.exec(screen) ?? [];
  const lines = list.split('\n').map((line) => line.replace(/^ *[•*]? */, '').trim());
  return lines.filter(Boolean).slice(0, most);
}

// Where a browser is not installed, that is counted.
it.skip.each(names.filter((name) => !isInstalled(name)))('%s, which is not installed', () => {});

describe.each(names.filter(isInstalled))('%s, the program itself', (name) => {
  let browser: RealBrowser;
  beforeEach(async () => {
    browser = await browserKinds[name].open();
  });
  afterEach(() => browser.close());

  const meeting = 'reports a meeting with a mistake, back and then right, fills the grid and reads the scorecard';
  it(meeting, { retry, timeout: 900_000 }, async ({ task }) => {
    const commune = communesOf(name)[task.result?.retryCount ? 1 : 0];
    await signIn(browser, commune);
    await reportMeeting(browser, commune);
    await keepReceipt(task, name, debianVersion(browserKinds[name].from), await browser.look());
    await fillGrid(browser, commune);
    await admin('rollup', '--district', district, '--month', thisMonth);
    await browser.goTo(`/scorecards/${commune}/${thisMonth}`);
    await browser.shows(/dự sinh hoạt/);
  });

  it('reports a visit', { retry, timeout: 600_000 }, async () => {
    await signIn(browser, groupOf(name));
    await reportVisit(browser);
  });
});

async function reportMeeting(browser: RealBrowser, commune: string): Promise<void> {
  await browser.goTo(`/reports/new?cell=${commune}.c0&month=${thisMonth}&kind=regular`);
  await browser.shows(/Ngày họp/);
  await browser.fill('Ngày họp', day);
  await browser.fill('Thời lượng', '95');
  await browser.fill('Đảng viên chính thức', '20');
  await browser.fill('Có mặt', '18');
  await browser.press('Gửi báo cáo');
  const refused = await browser.shows(/chưa được gửi/);
  // What nobody filled is no mistake: neither a blank concern nor a question that was not answered.
  expect(mistakes(refused, 4)).toEqual([
    expect.stringContaining('vắng có lý do'),
    expect.stringContaining('vắng không lý do'),
    expect.stringContaining('thông qua'),
    expect.stringContaining('Chi bộ thôn một'),
  ]);
  // Going back finds what was typed: the report that is stored in the end has its length and who was there.
  await browser.back();
  await browser.shows(/^(?!.*xem lại:).*Ngày họp/s);
  await browser.fill('Vắng có lý do', '2');
  await browser.press('Gửi báo cáo');
  await browser.shows(/xem lại:/);
  await browser.fill('Vắng không lý do', '0');
  await browser.choose('Kết luận');
  await browser.press('Gửi báo cáo');
  await browser.shows(/Số biên nhận/);
  const id = `${commune}.c0_${thisMonth}-01_regular`;
  const { report } = (await (await Visitor.signedIn(commune)).json(`/reports/${id}`)) as { report: object };
  expect(report).toMatchObject({
    durationMinutes: 95,
    present: 18,
    excused: 2,
    unexcused: 0,
    resolution: 'conclusion',
  });
  expect(report).not.toHaveProperty('stepsFollowed');
  expect(report).toMatchObject({ matters: [], tasks: [] });
}

async function fillGrid(browser: RealBrowser, commune: string): Promise<void> {
  await browser.goTo(`/months/${thisMonth}/grid?unit=${commune}`);
  await browser.shows(/Ngày họp chung/);
  await browser.fill('Ngày họp chung', day);
  // The labels of a row stand above its fields: one goes on from field to field. The row has no day of its own.
  await browser.fillOn('', '100', '12', '12', '0', '0');
  await browser.pickOn(3);
  await browser.press('Gửi');
  await browser.shows(/Đã gửi 1 báo cáo/);
}

async function reportVisit(browser: RealBrowser): Promise<void> {
  await browser.goTo('/visits/new');
  await browser.shows(/Tình hình buổi họp/);
  await browser.pick('Đơn vị', 1);
  await browser.fill('Ngày', day);
  await browser.pick('Người dự', 1);
  await browser.write('Tình hình buổi họp', 'Chi bộ sinh hoạt nghiêm túc.');
  await browser.press('Gửi báo cáo');
  await browser.shows(/Đã lưu/);
}

import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { debianVersion, keepReceipt } from '#test/system/real-browsers/keep-receipt.ts';
import { NetSurf } from '#test/system/real-browsers/netsurf.ts';
import { PASSWORD, Visitor } from '#test/system/visitor.ts';

const isInstalled = ['netsurf-gtk', 'xdotool', 'Xvfb'].every((program) => spawnSync('which', [program]).status === 0);
const district = 'y-yen';
const communes = [`${district}.mot`, `${district}.hai`] as const;
const [year, month] = thisMonth.split('-');

// Where it is not installed, that is counted.
describe.skipIf(!isInstalled)('netsurf, the program itself', () => {
  beforeAll(async () => {
    const units = communes.flatMap((commune, at) => [
      `${commune};commune;xã;NetSurf ${at + 1};;2019-03;;1`,
      `${commune}.c0;cell;Chi bộ thôn;một;thon;2019-03;;`,
    ]);
    const head = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;Ý Yên;;2019-03;;`];
    await enterDistrict([...head, ...units, ''].join('\n'), [
      { user: district, role: 'district', unit: district },
      ...communes.map((commune) => ({ user: commune, role: 'commune', unit: commune })),
    ]);
  });

  const deed = 'signs in, reports a meeting with a mistake, back and then right, and shows the receipt';
  // A program that is driven by what its screen shows may miss a key: then once more, in a commune of its own.
  it(deed, { retry: 1, timeout: 900_000 }, async ({ task, onTestFinished }) => {
    const commune = communes[task.result?.retryCount ? 1 : 0];
    const browser = await NetSurf.open();
    onTestFinished(() => browser.close());
    await browser.fill('Tên đăng nhập', commune);
    await browser.fill('Mật khẩu', PASSWORD);
    await browser.press('Đăng nhập', 1);
    await browser.titled(/^Sổ báo cáo tháng/);

    await browser.goTo(`/reports/new?cell=${commune}.c0&month=${thisMonth}&kind=regular`);
    await browser.titled(/^Báo cáo buổi sinh hoạt/);
    await browser.fill('Ngày họp', `01/${month}/${year}`);
    await browser.fill('Thời lượng', '95');
    await browser.fill('Đảng viên chính thức', '20');
    await browser.fill('Có mặt', '18');
    await browser.fill('Vắng có lý do', '2');
    await browser.fill('Vắng không lý do', '0');
    // A sentence before the button says what pressing it means.
    await browser.press('Gửi báo cáo', 1);
    await browser.titled(/chưa được gửi/);
    // It asks again for the page that it goes back to: what was typed comes from the server.
    browser.back();
    await browser.titled(/^Báo cáo buổi sinh hoạt/);
    await browser.choose('Kết luận');
    await browser.fill('Thời lượng', '96');
    await browser.press('Gửi báo cáo', 1);
    await browser.titled(/01\/\d\d\/\d{4} - Sổ Chi Bộ/);
    await browser.find('Số biên nhận');
    await keepReceipt(task, 'netsurf', debianVersion('netsurf-gtk'), await browser.look());

    const id = `${commune}.c0_${thisMonth}-01_regular`;
    const { report } = (await (await Visitor.signedIn(commune)).json(`/reports/${id}`)) as { report: object };
    const counts = { durationMinutes: 96, present: 18, excused: 2, unexcused: 0, resolution: 'conclusion' };
    expect(report).toMatchObject({ ...counts, tasks: [], matters: [] });
    expect(report).not.toHaveProperty('stepsFollowed');
  });
});

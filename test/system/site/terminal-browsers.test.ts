import { describe, expect, it } from 'vitest';
import { thisMonth, today } from '#test/system/meeting.ts';
import { canDrive, clientNames, TerminalBrowser } from '#test/system/terminal-browser.ts';
import { PASSWORD, Visitor } from '#test/system/visitor.ts';

const cells = { w3m: 'chua', lynx: 'doai' } as const;

/** The fields that a page's list of mistakes names. */
const mistakes = (screen: string) => [...screen.matchAll(/^ +[•*] (.+?): /gm)].map(([, field]) => field);

describe.each(clientNames)('%s, the program itself', (name) => {
  it.runIf(canDrive(name))(
    'sends a report with a mistake, then right, and shows the receipt',
    async () => {
      const browser = await TerminalBrowser.open(name, '/login');
      await browser.shows(/Mật khẩu/);
      await browser.fill('Tên đăng nhập', 'thanh-van');
      await browser.fill('Mật khẩu', PASSWORD);
      await browser.press('Đăng nhập');
      await browser.shows(/Đăng xuất/);
      const form = `/reports/new?cell=hiep-hoa.thanh-van.${cells[name]}&month=${thisMonth}&kind=regular`;
      // The day and the members are offered: nobody types them.
      const commune = await Visitor.signedIn('thanh-van');
      const { text } = await commune.get(form);
      const required = Number(/Phải dự (\d+)/.exec(text)?.[1]);
      const day = today < `${thisMonth}-03` ? '01' : '03';
      await browser.goTo(form);
      await browser.shows(/Ngày họp/);
      if (day === '01') await browser.fill('Ngày họp', `01/${thisMonth.slice(5)}/${thisMonth.slice(0, 4)}`);
      await browser.fill('Thời lượng', '95');
      await browser.fill('Có mặt', String(required - 2));
      await browser.press('Gửi báo cáo');
      const refused = await browser.shows(/chưa được gửi/);
      // What nobody filled is no mistake: neither a blank concern nor a question that was not answered.
      expect(mistakes(refused)).toEqual([
        'Vắng có lý do',
        'Vắng không lý do',
        'Chi bộ thông qua',
        'Việc tháng trước 1',
      ]);
      await browser.fill('Vắng có lý do', '2');
      await browser.fill('Vắng không lý do', '0');
      await browser.choose('Kết luận');
      await browser.choose('Đang thực hiện');
      await browser.press('Gửi báo cáo');
      await browser.shows(/Số biên nhận/);
      const id = `hiep-hoa.thanh-van.${cells[name]}_${thisMonth}-${day}_regular`;
      const { report } = (await commune.json(`/reports/${id}`)) as { report: object };
      expect(report).toMatchObject({
        durationMinutes: 95,
        present: required - 2,
        excused: 2,
        unexcused: 0,
        resolution: 'conclusion',
      });
      expect(report).not.toHaveProperty('stepsFollowed');
      expect(report).toMatchObject({ matters: [], tasks: [] });
      browser.close();
    },
    180_000,
  );
});

import { expect, it } from 'vitest';
import { today } from '#test/system/meeting.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { PASSWORD } from '#test/system/visitor.ts';

const user = 'ngoc-son';
const day = today.split('-').reverse().join('/');

async function signIn(browser: TextBrowser): Promise<void> {
  browser.type('user', user);
  browser.type('password', PASSWORD);
  await browser.press('Đăng nhập');
}

function typeMeeting(browser: TextBrowser): void {
  const counts = { fullMembers: '20', probationaryMembers: '', present: '17', excused: '2', unexcused: '2' };
  for (const each of ['exempt', 'temporarilyExempt', 'away', 'suspended', 'specialDuty', 'joining'])
    browser.type(each, '');
  for (const [name, value] of Object.entries(counts)) browser.type(name, value);
  browser.type('date', day);
  browser.type('durationMinutes', '95');
  browser.type('kind', 'regular');
  browser.type('resolution', 'resolution');
  for (let n = 0; browser.value(`followUps[${n}].task`); n++) browser.type(`followUps[${n}].status`, 'done');
}

it('an officer with a text browser reports a meeting, step by step', async () => {
  const browser = new TextBrowser();
  await browser.open('/');
  expect(browser.text).toContain('Đăng nhập');
  await signIn(browser);
  expect(browser.text).toContain('Sổ báo cáo');

  await browser.follow('Nhập báo cáo');
  expect(browser.text).toContain('Không nhập nội dung mật.');
  typeMeeting(browser);
  for (const n of [0, 1]) browser.type(`tasks[${n}].what`, `Việc số ${n + 1}`);
  await browser.press('Thêm nhiệm vụ');
  browser.type('tasks[2].what', 'Việc số 3');
  await browser.press('Thêm nhiệm vụ');
  expect(browser.value('tasks[2].what')).toBe('Việc số 3');
  browser.type('tasks[3].what', 'Nạo vét kênh mương trước vụ chiêm');

  await browser.press('Lưu nháp');
  expect(browser.text).toContain('Bản nháp lưu lúc');
  await browser.follow('Trang chính');
  await browser.follow('Nhập tiếp');
  expect(browser.value('tasks[3].what')).toBe('Nạo vét kênh mương trước vụ chiêm');
  await browser.press('Xóa nhiệm vụ 1');
  expect(browser.value('tasks[0].what')).toBe('Việc số 2');

  await browser.press('Gửi báo cáo');
  expect(browser.status).toBe(422);
  expect(browser.text).toContain('Có mặt + vắng có lý do + vắng không lý do = 21, trong khi số phải dự là 20.');
  expect(browser.value('tasks[2].what')).toBe('Nạo vét kênh mương trước vụ chiêm');
  browser.type('unexcused', '1');
  await browser.press('Gửi báo cáo');
  expect(browser.text).toContain('Báo cáo đã được lưu');
  const [receipt = ''] = /\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(browser.text) ?? [];

  await browser.follow('Tìm kiếm');
  await browser.follow('Tra cứu biên nhận');
  await browser.open(`/receipts?number=${receipt}`);
  expect(browser.text).toContain('Nội dung này đang được lưu');
});

it('a session that has ended in mid-form costs a password, and nothing typed', async () => {
  const browser = new TextBrowser();
  await browser.open('/login');
  await signIn(browser);
  await browser.follow('Nhập báo cáo');
  typeMeeting(browser);
  browser.type('unexcused', '1');
  browser.forget('session');
  await browser.press('Gửi báo cáo');
  expect(browser.text).toContain('Mật khẩu');
  await signIn(browser);
  expect(browser.text).toContain('Báo cáo đã được lưu');
});

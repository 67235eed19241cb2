import { beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '#shared/reports/board.ts';
import { sheetOf, workbookOf } from '#test/functions/files/list-workbook.ts';
import { monthSummary, summaryCells, summaryHead } from '#test/functions/files/month-summary.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const unit = 'nham-bien.thanh-van';
const path = `/reports/import?month=${thisMonth}&unit=${unit}`;
const shownDay = today.split('-').reverse().join('/');
let commune: Visitor;

beforeAll(async () => {
  const head = 'id;level;kind;name;type;from;to;group';
  const units = [head, 'nham-bien;district;huyện;Nham Biền;;2019-03;;', `${unit};commune;xã;Thanh Vân;;2019-03;;1`];
  await enterDistrict([...units, ...summaryCells(unit)].join('\n'), [
    { user: 'nham-bien', role: 'district', unit: 'nham-bien' },
    { user: 'thanh-van-nb', role: 'commune', unit },
  ]);
  commune = await Visitor.signedIn('thanh-van-nb');
});

async function send(bytes: Uint8Array | string): Promise<Seen> {
  const form = new FormData();
  form.set('csrf', await commune.csrf());
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'bieu.xlsx');
  return commune.postForm(path, form);
}

/** Presses the button of a preview, as a browser without scripts does. */
async function confirm({ text }: Seen, answers: Readonly<Record<string, string>> = {}): Promise<Seen> {
  const form = new FormData();
  const fields = { ...hiddenFields(text, path.replaceAll('&', '&amp;')), ...answers };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return commune.postForm(path, form);
}

const report = async (cell: string) =>
  (await commune.json(`/reports/${unit}.${cell}_${today}_regular`)) as {
    readonly report: Readonly<Record<string, unknown>>;
    readonly revisions: readonly unknown[];
  };
const receipts = ({ text }: Seen) => [...text.matchAll(/\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)].map(([each]) => each).sort();
const summary = () => workbookOf(monthSummary(thisMonth, today));
const missing = async () =>
  ((await commune.json(`/months/${thisMonth}?unit=${unit}`)) as Board).cells.filter(({ state }) => state === 'missing')
    .length;

describe('a commune’s own summary', () => {
  let preview: Seen;

  it('is shown as it was understood, with what is still asked by the cell of the sheet', async () => {
    preview = await send(await summary());
    expect(preview.status).toBe(422);
    for (const says of [
      'Đọc được 5 chi bộ',
      'Ô D6 ghi “1h30”, hiểu là Thời lượng (phút): 90',
      'Ô D8 ghi “19h-20h45”, hiểu là Thời lượng (phút): 105',
      'Ô E7 ghi “42”, hiểu là Đảng viên chính thức: 42 (từ tổng số đảng viên)',
      '“CB thôn Đông” hiểu là Chi bộ thôn Đông',
      'Ô H8: Có mặt: Có mặt 26 nhưng số phải dự chỉ là 25. Khách mời không tính vào số có mặt.',
      'Chọn chi bộ đã thông qua nghị quyết, kết luận hay không có.',
      'Ghi chú trong tệp (không nhập): có 1 khách',
      'Dòng 10: “Cộng”',
      'K “Điểm tự chấm”: không nhập',
    ]) {
      expect(preview.text.normalize('NFC')).toContain(says);
    }
    expect(preview.text).toMatch(/name="rows\[3\]\.present"/);
    expect(await missing()).toBe(5);
  });

  it('sends nothing while something is asked, and keeps what was answered', async () => {
    const again = await confirm(preview, { 'common.resolution': 'resolution' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Ô H8: Có mặt');
    expect(again.text).not.toContain('Chọn chi bộ đã thông qua');
    expect(await missing()).toBe(5);
    preview = again;
  });

  it('is sent by one confirmation, each report with its receipt, and twice is once', async () => {
    const answers = { 'common.resolution': 'resolution', 'rows[3].present': '25', 'rows[4].resolution': 'conclusion' };
    const done = await confirm(preview, answers);
    expect(done.status).toBe(200);
    expect(done.text).toContain('Đã gửi 5 báo cáo');
    expect(receipts(done)).toHaveLength(5);
    expect(await missing()).toBe(0);
    expect((await report('chua')).report).toMatchObject({ date: today, fullMembers: 31, exempt: 2, present: 27 });
    expect((await report('doai')).report).toMatchObject({ durationMinutes: 90, present: 21, excused: 0, unexcused: 0 });
    expect((await report('hoa-binh')).report).toMatchObject({ durationMinutes: 105, startTime: '19:00', present: 25 });
    expect((await report('mam-non')).report).toMatchObject({ resolution: 'conclusion', present: 14 });

    const twice = await confirm(preview, answers);
    expect(receipts(twice)).toEqual(receipts(done));
    const resent = await confirm(await send(await summary()), answers);
    expect(receipts(resent)).toEqual(receipts(done));
    expect((await report('chua')).revisions).toHaveLength(1);
  });

  it('never writes over what is stored unasked', async () => {
    const rows = [summaryHead, [1, 'Chi bo thon Chua', shownDay, 100, 31, 2, 29, 28, 1, 0]];
    const seen = await send(await workbookOf(sheetOf('T', rows)));
    expect(seen.text).toContain('Đã có báo cáo của buổi này, khác với tệp');
    const still = await confirm(seen, { 'rows[0].resolution': 'resolution' });
    expect(still.status).toBe(422);
    expect(still.text).toContain('Chọn giữ báo cáo đang lưu hay theo tệp.');
    const kept = await confirm(still, { 'rows[0].resolution': 'resolution', 'rows[0].existing': 'keep' });
    expect(kept.text).toContain('Không có báo cáo nào để gửi.');
    expect((await report('chua')).report).toMatchObject({ durationMinutes: 95, present: 27 });
    const done = await confirm(still, { 'rows[0].resolution': 'resolution', 'rows[0].existing': 'replace' });
    expect(done.text).toContain('Đã gửi 1 báo cáo');
    const amended = await report('chua');
    expect(amended.report).toMatchObject({ durationMinutes: 100, present: 28, unexcused: 0 });
    expect(amended.revisions).toHaveLength(2);
  });
});

it('the template of the month comes back as it is: what is reported is the same, and nothing else is sent', async () => {
  const answer = await commune.get(`/reports/template.xlsx?month=${thisMonth}&unit=${unit}`);
  expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(answer.headers.get('content-disposition')).toContain(`bao-cao-thang_${unit}_${thisMonth}.xlsx`);
  const seen = await send(answer.bytes);
  expect(seen.status).toBe(200);
  expect(seen.text.match(/Đã có báo cáo giống hệt, số biên nhận/g)).toHaveLength(5);
  expect(receipts(await confirm(seen))).toHaveLength(5);
  expect(await missing()).toBe(0);
  const district = await Visitor.signedIn('nham-bien');
  expect((await district.get('/audit')).text).toContain(`bao-cao-thang_${unit}_${thisMonth}.xlsx`);
});

describe('a file that is not read', () => {
  it.each([
    ['another month', 'BÁO CÁO THÁNG 2 NĂM 2021', 'Tệp ghi tháng 02/2021'],
    ['another commune', 'Đảng bộ xã Thái Sơn', 'Tệp ghi đơn vị khác: “Đảng bộ xã Thái Sơn”.'],
  ])('is of %s', async (_, title, says) => {
    const seen = await send(
      await workbookOf(sheetOf('Biểu', [[title], [], summaryHead, [1, 'Chi bộ thôn Chùa', '3/2']])),
    );
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(says);
  });

  it('has no head, is no workbook, or is none at all', async () => {
    expect((await send('a;b\n1;2')).text).toContain('Không tìm thấy dòng tiêu đề');
    expect((await send('%PDF-1.4')).text).toContain('Tệp không phải danh sách');
    expect((await send('')).text).toContain('Tệp trống');
  });

  it('has a name that is no cell’s: it is asked which', async () => {
    const rows = [summaryHead, [1, 'Chi bộ thôn Trung', shownDay, 100, 31, 2, 29, 28, 1, 0]];
    const seen = await send(await workbookOf(sheetOf('T', rows)));
    expect(seen.text).toContain('Ô B2: Chi bộ thôn Trung: Không có chi bộ này.');
    expect(seen.text).toContain('name="rows[0].cell"');
    const skipped = await confirm(seen, { 'rows[0].skip': 'yes' });
    expect(skipped.text).toContain('Không có báo cáo nào để gửi.');
  });
});

it('is the commune’s alone, and the board leads to it', async () => {
  const district = await Visitor.signedIn('nham-bien');
  expect((await district.get(path)).status).toBe(403);
  expect((await district.get(`/reports/template.xlsx?month=${thisMonth}&unit=${unit}`)).status).toBe(403);
  const other = await Visitor.signedIn('mai-dinh');
  expect((await other.get(path)).status).toBe(404);
  expect((await other.get(`/months/${thisMonth}`)).text).toContain('/reports/import?month=');
  const page = await commune.get(path);
  expect(page.text).toContain(`/reports/template.xlsx?month=${thisMonth}&amp;unit=${unit}`);
});

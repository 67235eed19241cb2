import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Understood } from '#shared/reports/files/file-row.ts';
import type { SheetRefusal } from '#shared/reports/files/sheet-titles.ts';

export const reportFileTexts = inEach({
  title: { vi: 'Nhập báo cáo bằng tệp', en: 'Reports by file' },
  lead: {
    vi: 'Nhận biểu tổng hợp tháng của đảng ủy (XLSX hoặc CSV) như đang dùng, hoặc mẫu dưới đây. Hệ thống cho xem trước từng ô; chỉ gửi sau khi đồng chí xác nhận.',
    en: 'The commune’s own monthly summary (XLSX or CSV) as it is, or the template below. Every cell is shown first; nothing is sent before you confirm.',
  },
  template: { vi: 'Tải mẫu Excel của tháng', en: 'Download the month’s template' },
  file: { vi: 'Tệp tổng hợp', en: 'File' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose the file' },
  fileHint: { vi: 'XLSX hoặc CSV, tối đa 2 MB', en: 'XLSX or CSV, at most 2 MB' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewTitle: { vi: 'Xem trước', en: 'Preview' },
  back: { vi: 'Về sổ báo cáo của tháng', en: 'Back to the month' },
  read: {
    vi: (rows: number, ready: number, asked: number) =>
      `Đọc được ${rows} chi bộ: ${ready} đủ số liệu, ${asked} cần bổ sung hoặc xem lại.`,
    en: (rows: number, ready: number, asked: number) =>
      `${rows} cells were read: ${ready} are complete, ${asked} need something.`,
  },
  asked: {
    vi: 'Chưa gửi báo cáo nào. Đề nghị bổ sung, xem lại:',
    en: 'Nothing has been sent. Please complete or look at:',
  },
  commonTitle: { vi: 'Tệp chưa có các mục sau', en: 'What the file does not say' },
  commonHint: {
    vi: 'Dùng cho mọi chi bộ chưa trả lời riêng.',
    en: 'For every cell without an answer of its own.',
  },
  ownAnswer: { vi: 'Trả lời riêng cho chi bộ này', en: 'Another answer for this cell' },
  rowTitle: { vi: (row: string) => `Dòng ${row}`, en: (row: string) => `Row ${row}` },
  at: { vi: (address: string) => `Ô ${address}`, en: (address: string) => `Cell ${address}` },
  nowhere: { vi: 'Không có trong tệp', en: 'Not in the file' },
  wrote: { vi: (said: string) => `ghi “${said}”`, en: (said: string) => `says “${said}”` },
  taken: { vi: 'hiểu là', en: 'understood as' },
  matched: {
    vi: (said: string, name: string) => `“${said}” hiểu là ${name}`,
    en: (said: string, name: string) => `“${said}” understood as ${name}`,
  },
  which: { vi: 'Chi bộ của dòng này', en: 'Cell of this row' },
  chooseCell: { vi: 'Chọn chi bộ', en: 'Choose a cell' },
  remark: {
    vi: (text: string) => `Ghi chú trong tệp (không nhập): ${text}`,
    en: (text: string) => `Remark, not taken over: ${text}`,
  },
  thematic: {
    vi: 'Ghi chú nói đến sinh hoạt chuyên đề: tệp chỉ nhập buổi thường kỳ, buổi chuyên đề cần báo cáo riêng.',
    en: 'The remark speaks of a thematic meeting: it needs a report of its own.',
  },
  skip: { vi: 'Bỏ qua dòng này', en: 'Leave this row out' },
  takeIn: { vi: 'Gửi dòng này', en: 'Send this row' },
  send: { vi: 'Xác nhận và gửi báo cáo', en: 'Confirm and send the reports' },
  sameAsStored: {
    vi: (receipt: string) => `Đã có báo cáo giống hệt, số biên nhận ${receipt}; không gửi lại.`,
    en: (receipt: string) => `The same report is stored, receipt ${receipt}; it is not sent again.`,
  },
  differs: { vi: 'Đã có báo cáo của buổi này, khác với tệp', en: 'A report of this meeting is stored and differs' },
  otherDay: {
    vi: (day: string) => `Chi bộ đã có báo cáo thường kỳ của tháng, họp ngày ${day}`,
    en: (day: string) => `The cell has reported a regular meeting of the month, on ${day}`,
  },
  stored: { vi: 'Đang lưu', en: 'Stored' },
  inFile: { vi: 'Trong tệp', en: 'In the file' },
  keepOrReplace: { vi: 'Báo cáo đang lưu và báo cáo trong tệp', en: 'What is stored, and the file' },
  keep: { vi: 'Giữ báo cáo đang lưu, bỏ qua dòng này', en: 'Keep what is stored, leave this row out' },
  replace: { vi: 'Sửa báo cáo đang lưu theo tệp', en: 'Amend it by the file' },
  another: { vi: 'Gửi thêm báo cáo của buổi này', en: 'Send this meeting’s report as well' },
  choose: { vi: 'Chọn giữ báo cáo đang lưu hay theo tệp.', en: 'Choose what is stored, or the file.' },
  done: { vi: (n: number) => `Đã gửi ${n} báo cáo`, en: (n: number) => `${n} reports sent` },
  receipt: { vi: 'số biên nhận', en: 'receipt' },
  wasStored: { vi: 'đã có từ trước', en: 'stored before' },
  failed: {
    vi: (n: number) =>
      `${n} báo cáo chưa lưu được do hệ thống gián đoạn; các báo cáo khác đã lưu. Mời gửi lại sau ít phút.`,
    en: (n: number) => `${n} reports could not be stored just now; all others are. Please send again in a few minutes.`,
  },
  stale: {
    vi: (n: number) => `${n} báo cáo vừa được người khác lưu: mời xem lại các dòng dưới đây.`,
    en: (n: number) => `${n} reports were stored by somebody else in the meantime: please look at these rows.`,
  },
  nothing: { vi: 'Không có báo cáo nào để gửi.', en: 'There is no report to send.' },
  leftOutTitle: { vi: 'Không nhập', en: 'Left out' },
  blank: { vi: (names: string) => `Chưa có số liệu: ${names}.`, en: (names: string) => `Without figures: ${names}.` },
  leftOut: {
    vi: (row: number, text: string) => `Dòng ${row}: “${text}”`,
    en: (row: number, text: string) => `Row ${row}: “${text}”`,
  },
  columns: { vi: 'Các cột', en: 'Columns' },
  notRead: { vi: 'không nhập', en: 'not taken over' },
  totals: {
    vi: 'Tổng điểm, xếp loại, tỷ lệ do hệ thống tính; ghi chú và nội dung nhập trên báo cáo.',
    en: 'Totals of points, grades and rates are calculated; remarks belong on the report itself.',
  },
});

/** Columns that say who is meant, or serve to check the others. */
export const columnTexts = inEach({
  name: { vi: 'chi bộ', en: 'the cell' },
  id: { vi: 'mã chi bộ', en: 'the cell’s id' },
  number: { vi: 'số thứ tự', en: 'the number' },
  members: { vi: 'tổng số đảng viên', en: 'all members' },
  required: { vi: 'số phải dự, để đối chiếu', en: 'required, to compare' },
});

/** What stands in the template besides the questions. */
export const templateTexts = inEach({
  sheet: { vi: 'Báo cáo tháng', en: 'Reports' },
  lists: { vi: 'Danh mục', en: 'Lists' },
  id: { vi: 'Mã chi bộ', en: 'Cell id' },
  name: { vi: 'Chi bộ', en: 'Cell' },
  title: {
    vi: (month: string) => `BIỂU TỔNG HỢP SINH HOẠT CHI BỘ, ${month.toUpperCase()}`,
    en: (month: string) => `REPORTS OF PARTY-CELL MEETINGS, ${month.toUpperCase()}`,
  },
  note: {
    vi: 'Chi bộ chưa có số liệu thì để trống ngày họp và các số dự họp. Ngày ghi như 03/11, giờ như 19h30, thời lượng như 90 hoặc 1h30. Số đảng viên lấy từ báo cáo tháng trước, mời sửa nếu thay đổi. Không ghi nội dung mật.',
    en: 'Leave the day and the attendance blank for cells without figures. Days as 03/11, times as 19h30, lengths as 90 or 1h30. Members come from last month’s reports. No state secrets.',
  },
  must: { vi: 'Bắt buộc', en: 'Required' },
  choose: { vi: 'Chọn trong danh sách', en: 'Choose from the list' },
});

/** Why something is taken as it is. */
export const whyTexts = inEach({
  presumed: { vi: 'đề nghị xác nhận', en: 'please confirm' },
  'rest-of-required': { vi: 'tính từ số phải dự và số có mặt', en: 'what is left of those required' },
  'last-report': { vi: 'theo báo cáo tháng trước', en: 'as in last month’s report' },
  'whole-members': { vi: 'từ tổng số đảng viên', en: 'from the sum of members' },
  'required-differs': { vi: 'số phải dự tính từ các cột khác', en: 'required, by the other columns' },
  'no-value': { vi: 'công thức chưa có giá trị', en: 'a formula without a value' },
} as const satisfies Record<NonNullable<Understood['why']>, Bilingual>);

/** Why a file is not read. */
export const sheetRefusalTexts = inEach({
  'no-head': {
    vi: () => 'Không tìm thấy dòng tiêu đề có cột “Chi bộ” cùng các cột như “Ngày họp”, “Có mặt”.',
    en: () => 'No head row was found with a column of cells and others such as the day and who was present.',
  },
  'other-month': {
    vi: (said: string) =>
      `Tệp ghi tháng ${said.split('-').reverse().join('/')}: đề nghị mở đúng tháng rồi chọn lại tệp.`,
    en: (said: string) => `The file is of ${said.split('-').reverse().join('/')}: open that month and choose it again.`,
  },
  'other-commune': {
    vi: (said: string) => `Tệp ghi đơn vị khác: “${said}”.`,
    en: (said: string) => `The file is of another unit: “${said}”.`,
  },
  'newer-template': {
    vi: () => 'Mẫu này mới hơn hệ thống: đề nghị tải lại mẫu của tháng.',
    en: () => 'This template is newer than the system: please download it again.',
  },
} as const satisfies Record<SheetRefusal, unknown>);

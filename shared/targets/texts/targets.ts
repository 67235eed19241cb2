import { inEach } from '#shared/language/lang.ts';

export const targetTexts = inEach({
  title: {
    vi: (year: string) => `Nghị quyết năm ${year}, chỉ tiêu đại hội`,
    en: (year: string) => `Yearly resolution of ${year}, congress targets`,
  },
  lead: {
    vi: 'Nhập một lần: việc gì, bao nhiêu, cả năm và từng quý. Báo cáo hằng tháng chọn chỉ tiêu mà nghị quyết phục vụ; kết quả cùng đơn vị tính được cộng vào.',
    en: 'Entered once: what, how much, in the year and each quarter. Monthly reports name the target that their resolution serves; results in the same unit add up.',
  },
  errors: { vi: 'Chỉ tiêu chưa được lưu. Đề nghị xem lại:', en: 'The targets have not been stored. Please look at:' },
  stored: { vi: 'Đã lưu chỉ tiêu.', en: 'The targets are stored.' },
  stale: {
    vi: 'Người khác vừa sửa chỉ tiêu này. Bản của đồng chí chưa lưu nhưng còn nguyên ở dưới; mời đối chiếu với bản đang lưu rồi gửi lại.',
    en: 'Somebody else has changed these targets. Yours are not stored and stand below unchanged; please compare them with the stored ones and send again.',
  },
  storedNow: { vi: 'Bản đang lưu', en: 'Stored now' },
  over: {
    vi: (year: string) => `Năm ${year} đã kết thúc: chỉ tiêu chỉ còn để xem, không sửa được nữa.`,
    en: (year: string) => `${year} is over: its targets can be read and no longer changed.`,
  },
  notStanding: {
    vi: (year: string) => `Chi bộ không hoạt động trong năm ${year}, nên không nhập được chỉ tiêu.`,
    en: (year: string) => `The cell does not stand in ${year}: it can have no targets then.`,
  },
  none: { vi: 'Chưa có chỉ tiêu nào của năm này.', en: 'There are no targets of this year yet.' },
  progress: { vi: 'Tiến độ theo quý', en: 'Progress by quarter' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  quarter: { vi: (n: string) => `Quý ${['I', 'II', 'III', 'IV'][Number(n) - 1]}`, en: (n: string) => `Quarter ${n}` },
  all: { vi: 'Cộng', en: 'In all' },
  of: {
    vi: (done: string, quantity: string) => `${done}/${quantity}`,
    en: (done: string, quantity: string) => `${done} of ${quantity}`,
  },
  term: {
    vi: (from: string, to: string) => `đại hội, ${from}–${to}`,
    en: (from: string, to: string) => `congress, ${from}–${to}`,
  },
  meetings: {
    vi: (n: number) => `${n} buổi phục vụ`,
    en: (n: number) => (n === 1 ? '1 meeting serves it' : `${n} meetings serve it`),
  },
  note: {
    vi: 'Ghi “đã làm/đặt ra”. Chỉ cộng kết quả mà báo cáo ghi bằng con số và gắn với chỉ tiêu; chưa ghi không có nghĩa là chưa làm.',
    en: 'Done of what was set. Only results that reports give as numbers for a target are added; what is not reported may still be done.',
  },
  edit: { vi: 'Nhập, sửa chỉ tiêu', en: 'Enter or change targets' },
  row: { vi: (n: number) => `Chỉ tiêu ${n}`, en: (n: number) => `Target ${n}` },
  what: { vi: 'Nội dung chỉ tiêu', en: 'What is to be done' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  quantity: { vi: 'Cả năm (hoặc cả nhiệm kỳ)', en: 'In the year (or the whole term)' },
  until: { vi: 'Chỉ tiêu đại hội: đến năm', en: 'Congress target: until the year' },
  untilHint: {
    vi: 'Để trống nếu là chỉ tiêu của riêng năm này; ví dụ 2030',
    en: 'Blank for a target of this year alone; for example 2030',
  },
  chooseUnit: { vi: 'Chọn đơn vị tính', en: 'Choose a unit' },
  more: { vi: 'Thêm chỉ tiêu', en: 'Add a target' },
  less: { vi: 'Xóa chỉ tiêu', en: 'Remove target' },
  send: { vi: 'Lưu chỉ tiêu', en: 'Store the targets' },
  before: { vi: 'của chi bộ trước đây', en: 'of an earlier cell' },
  serves: { vi: 'Nghị quyết phục vụ chỉ tiêu', en: 'The resolution serves the target' },
  servesNone: { vi: 'Không gắn với chỉ tiêu nào', en: 'None' },
  toTargets: { vi: 'Chỉ tiêu năm, chỉ tiêu đại hội', en: 'Yearly and congress targets' },
  results: { vi: 'Kết quả của chi bộ', en: 'The cell’s results' },
});

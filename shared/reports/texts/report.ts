import { inEach } from '#shared/language/lang.ts';

export const reportTexts = inEach({
  title: { vi: 'Báo cáo', en: 'Report' },
  stored: { vi: 'Báo cáo đã được lưu', en: 'The report is stored' },
  same: {
    vi: 'Nội dung này đã được lưu từ trước; không ghi thêm lần nữa.',
    en: 'This very content was stored before; nothing was written twice.',
  },
  receipt: { vi: 'Số biên nhận', en: 'Receipt number' },
  note: {
    vi: 'Đề nghị ghi số này vào sổ. Nhập lại số ở mục Tìm kiếm, Tra cứu biên nhận để kiểm tra nội dung đã lưu.',
    en: 'Please note it on paper. Enter it under Check a receipt to see that the content is stored.',
  },
  next: {
    vi: (name: string, missing: number) => `Nhập tiếp: ${name} (còn ${missing})`,
    en: (name: string, missing: number) => `Go on: ${name} (${missing} left)`,
  },
  receivedAt: { vi: 'Hệ thống nhận lúc', en: 'Received' },
  firstReceivedAt: { vi: 'Nhận lần đầu lúc', en: 'First received' },
  filledAt: { vi: 'Hoàn thành trên thiết bị lúc', en: 'Finished on the device' },
  claimed: { vi: '(theo đồng hồ của thiết bị)', en: '(by the device’s clock)' },
  state: { vi: 'Trạng thái', en: 'State' },
  returnedBecause: { vi: 'Báo cáo được trả lại:', en: 'The report was returned:' },

  score: { vi: 'Phiếu chấm điểm', en: 'Score sheet' },
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  points: { vi: 'Điểm', en: 'Points' },
  why: { vi: 'Căn cứ', en: 'Why' },
  computed: { vi: 'hệ thống tính', en: 'computed' },
  notYet: { vi: 'chưa có', en: 'not yet' },
  total: { vi: 'Cộng', en: 'Total' },
  ungraded: { vi: 'chưa đủ căn cứ xếp loại', en: 'too little is judged for a grade' },
  notJudged: {
    vi: (known: string, names: string) =>
      `Mới có điểm ở các tiêu chí với tổng thang điểm ${known}. Chưa có điểm: ${names}.`,
    en: (known: string, names: string) => `So far lines worth ${known} points are judged. Still without: ${names}.`,
  },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  gatedBy: {
    vi: (names: string) => `Đủ điểm loại Tốt nhưng xếp loại Khá vì chưa đạt điểm tối đa ở: ${names}.`,
    en: (names: string) => `Good by its points, but fair, since these lack full marks: ${names}.`,
  },
  attendance: { vi: 'Tỷ lệ dự', en: 'Attendance' },
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Chưa đạt', en: 'Not met' },
  'no-base': { vi: 'Không có cơ sở tính', en: 'No base to count on' },
  flags: { vi: 'Cần lưu ý', en: 'To note' },

  content: { vi: 'Nội dung báo cáo', en: 'Content' },
  history: { vi: 'Lịch sử', en: 'History' },
  revision: { vi: (n: number) => `Lần ${n}`, en: (n: number) => `Revision ${n}` },
  reason: { vi: 'Lý do', en: 'Reason' },

  undecided: { vi: 'Chưa thực hiện được. Đề nghị xem lại:', en: 'Nothing was done. Please look at:' },
  rescore: { vi: 'Chấm lại tiêu chí (nếu cần)', en: 'Give other points (if needed)' },
  rescoreHint: {
    vi: 'Để trống là đồng ý với điểm đã chấm. Điểm khác cần có lý do; chi bộ sẽ đọc được lý do này.',
    en: 'Blank means that you agree. Other points need a reason, which the cell will read.',
  },
  otherPoints: { vi: 'Điểm chấm lại', en: 'Other points' },
  self: { vi: 'Tự chấm', en: 'Own score' },
  reviewed: { vi: 'Thẩm định', en: 'Reviewed' },
  official: { vi: 'Chính thức', en: 'Official' },
  decide: { vi: 'Xem xét báo cáo', en: 'Review' },
  amend: { vi: 'Sửa báo cáo này', en: 'Amend this report' },
  confirmReason: { vi: 'Ý kiến (nếu có)', en: 'Remark (if any)' },
  confirm: { vi: 'Xác nhận báo cáo', en: 'Confirm the report' },
  returnReason: { vi: 'Lý do trả lại', en: 'Why it is returned' },
  returnHint: {
    vi: 'Nêu rõ mục cần bổ sung; chi bộ sẽ đọc được lý do này.',
    en: 'Say what is to be mended; the cell will read it.',
  },
  return: { vi: 'Trả lại báo cáo', en: 'Return the report' },
  stale: {
    vi: 'Báo cáo vừa có bản mới. Đề nghị đọc lại trước khi quyết định.',
    en: 'The report has a newer revision. Please read it again before you decide.',
  },
  back: { vi: 'Về sổ báo cáo của tháng', en: 'Back to the month' },
});

export const receiptTexts = inEach({
  title: { vi: 'Tra số biên nhận', en: 'Check a receipt number' },
  lead: {
    vi: 'Nhập số biên nhận đã ghi trên giấy để biết đúng nội dung ấy có được lưu hay không.',
    en: 'Enter the number you noted to see whether that very content is stored.',
  },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  hint: {
    vi: 'Ví dụ 2102-KY3D-10BR; không phân biệt chữ hoa, chữ thường',
    en: 'For example 2102-KY3D-10BR; upper or lower case',
  },
  submit: { vi: 'Tra', en: 'Check' },
  none: {
    vi: 'Không có nội dung nào mang số này. Đề nghị đối chiếu lại từng ký tự.',
    en: 'No content has this number. Please compare each character.',
  },
  current: { vi: 'Nội dung này đang được lưu', en: 'This content is stored' },
  currentMore: { vi: 'Đây là bản mới nhất của báo cáo.', en: 'It is the newest revision of the report.' },
  superseded: {
    vi: 'Nội dung này đã được lưu, về sau có bản mới hơn',
    en: 'This content was stored and has a newer revision',
  },
  supersededMore: {
    vi: 'Bản cũ vẫn được giữ trong lịch sử của báo cáo.',
    en: 'The old one stays in the report’s history.',
  },
  open: { vi: 'Xem báo cáo', en: 'See the report' },
  meeting: { vi: 'Buổi sinh hoạt', en: 'Meeting' },
});

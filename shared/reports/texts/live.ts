import { inEach } from '#shared/language/lang.ts';

/** The texts that scripts show on pages. They are apart from the other texts to keep the script small. */
export const liveTexts = inEach({
  required: { vi: (n: string) => `Số phải dự: ${n}.`, en: (n: string) => `Required: ${n}.` },
  fits: { vi: (n: string) => `Đã khai đủ ${n}.`, en: (n: string) => `All ${n} are accounted for.` },
  lacks: { vi: (n: string) => `Còn thiếu ${n}.`, en: (n: string) => `${n} still missing.` },
  exceeds: { vi: (n: string) => `Khai thừa ${n}.`, en: (n: string) => `${n} too many.` },
  offline: {
    vi: 'Đang không có mạng: trang này lưu từ lần xem trước.',
    en: 'No network: the page as last seen.',
  },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  waitingTitle: {
    vi: (n: number) => `${n} báo cáo chờ gửi trên máy này`,
    en: (n: number) => `${n} reports wait here`,
  },
  keepData: {
    vi: 'Báo cáo tự gửi khi có mạng. Xin đừng xóa dữ liệu của trình duyệt.',
    en: 'They are sent once there is a network. Please do not clear the browser’s data.',
  },
  others: {
    vi: (who: string) => `Máy này còn báo cáo chờ gửi của ${who}, đã khóa: chỉ tài khoản đó mở và gửi được.`,
    en: (who: string) => `Reports of ${who} wait here, sealed: only that account opens and sends them.`,
  },
  waiting: { vi: 'chờ gửi', en: 'waiting' },
  refused: { vi: 'cần xem lại', en: 'needs a look' },
  open: { vi: 'Mở xem', en: 'Open' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeAsk: { vi: (what: string) => `Bỏ báo cáo ${what}?`, en: (what: string) => `Remove ${what}?` },
  sent: { vi: (what: string) => `Đã gửi: ${what}. Số biên nhận`, en: (what: string) => `Sent: ${what}. Receipt` },
  signOutAsk: {
    vi: 'Còn báo cáo chưa gửi. Vẫn đăng xuất?',
    en: 'Reports wait. Sign out?',
  },
  restored: { vi: 'Đã khôi phục nội dung nhập dở.', en: 'What you were typing is back.' },
  undo: { vi: 'Bỏ nội dung này', en: 'Drop it' },
  notKept: {
    vi: 'Máy này không lưu được bản nháp. Mời gửi hoặc lưu nháp trước khi rời trang.',
    en: 'This device keeps no drafts. Please send or save before you leave.',
  },
  notPasted: {
    vi: (n: number) => `${n} ô đã dán không vào được bảng: thừa dòng, thừa cột, hoặc không có trong danh sách chọn.`,
    en: (n: number) => `${n} pasted cells had no place in the table, or said nothing that the list offers.`,
  },
  score: {
    vi: (points: string, grade: string, complete: boolean) =>
      `${complete ? 'Tổng điểm' : 'Tạm tính'}: ${points} điểm${grade && `, loại ${grade}`}.`,
    en: (points: string, grade: string, complete: boolean) =>
      `${complete ? 'Total' : 'So far'}: ${points} points${grade && `, ${grade}`}.`,
  },
  rate: {
    vi: (rate: string, target: string, met: boolean) =>
      `Tỷ lệ dự ${rate}, yêu cầu ${target}: ${met ? 'đạt' : 'chưa đạt'}.`,
    en: (rate: string, target: string, met: boolean) =>
      `Attendance ${rate}, target ${target}: ${met ? 'met' : 'not met'}.`,
  },
});

import { inEach } from '#shared/texts/lang.ts';

/** What pages say where scripts run. Apart from the other texts to keep the script small. */
export const liveTexts = inEach({
  required: { vi: (n: string) => `Số phải dự: ${n}.`, en: (n: string) => `Required: ${n}.` },
  fits: { vi: (n: string) => `Đã khai đủ ${n}.`, en: (n: string) => `All ${n} are accounted for.` },
  lacks: { vi: (n: string) => `Còn thiếu ${n}.`, en: (n: string) => `${n} still missing.` },
  exceeds: { vi: (n: string) => `Khai thừa ${n}.`, en: (n: string) => `${n} too many.` },
  offline: {
    vi: 'Đang không có mạng: trang này được lưu trên máy từ lần xem trước.',
    en: 'No network: this page is as it was last seen on this device.',
  },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  waitingTitle: {
    vi: (n: number) => `Có ${n} báo cáo chờ gửi trên máy này`,
    en: (n: number) => `${n} reports wait on this device`,
  },
  keepData: {
    vi: 'Báo cáo tự gửi khi có mạng và trang này còn mở, hoặc lần mở sau. Xin đừng xóa dữ liệu của trình duyệt.',
    en: 'They are sent once there is a network and this page is open, or the next time. Please do not clear the browser’s data.',
  },
  waiting: { vi: 'chờ gửi', en: 'waiting' },
  refused: { vi: 'hệ thống chưa nhận, cần xem lại', en: 'not taken, needs a look' },
  open: { vi: 'Mở xem', en: 'Open' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeAsk: { vi: (what: string) => `Bỏ báo cáo chưa gửi: ${what}?`, en: (what: string) => `Remove unsent: ${what}?` },
  sent: { vi: (what: string) => `Đã gửi: ${what}. Số biên nhận`, en: (what: string) => `Sent: ${what}. Receipt` },
  signOutAsk: {
    vi: 'Còn báo cáo chưa gửi trên máy này. Vẫn đăng xuất?',
    en: 'Reports wait on this device. Sign out all the same?',
  },
  restored: {
    vi: (at: string) => `Đã khôi phục nội dung nhập dở trên máy này, lưu lúc ${at}.`,
    en: (at: string) => `What you were typing on this device at ${at} is back.`,
  },
  undo: { vi: 'Bỏ nội dung này', en: 'Drop it' },
  notKept: {
    vi: 'Máy này không lưu được bản nháp. Mời gửi, hoặc bấm “Lưu nháp”, trước khi rời trang.',
    en: 'This device cannot keep drafts. Please send, or save for later, before you leave the page.',
  },
  rate: {
    vi: (rate: string, target: string, met: boolean) =>
      `Tỷ lệ dự ${rate}, yêu cầu ${target}: ${met ? 'đạt' : 'chưa đạt'}.`,
    en: (rate: string, target: string, met: boolean) =>
      `Attendance ${rate}, target ${target}: ${met ? 'met' : 'not met'}.`,
  },
});

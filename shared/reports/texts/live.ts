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
  restored: { vi: 'Đã khôi phục nội dung nhập dở.', en: 'What you were typing is back.' },
  undo: { vi: 'Bỏ nội dung này', en: 'Drop it' },
  notKept: {
    vi: 'Máy này không lưu được bản nháp. Mời gửi hoặc lưu nháp trước khi rời trang.',
    en: 'This device keeps no drafts. Please send or save before you leave.',
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

import { inEach } from '#shared/language/lang.ts';

/** The texts that scripts show on pages. They are apart from the other texts to keep the script small. */
export const liveTexts = inEach({
  required: {
    vi: (n: string, sum: string) => `Phải dự ${n}: ${sum}.`,
    en: (n: string, sum: string) => `Required ${n}: ${sum}.`,
  },
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
  unexcused: {
    vi: (required: string, present: string, excused: string, rest: string) =>
      `Vắng không lý do: ${required} − ${present} − ${excused} = ${rest}.`,
    en: (required: string, present: string, excused: string, rest: string) =>
      `Absent without a reason: ${required} − ${present} − ${excused} = ${rest}.`,
  },
  notPasted: {
    vi: (n: number) => `${n} ô đã dán không vào được bảng: thừa dòng, thừa cột, hoặc không có trong danh sách chọn.`,
    en: (n: number) => `${n} pasted cells had no place in the table, or said nothing that the list offers.`,
  },
  confirm: { vi: (n: string) => `Đúng, ghi ${n}`, en: (n: string) => `Right, enter ${n}` },
  score: {
    vi: (points: string, judged: string, reachable: string) => `Mới chấm ${judged}/${reachable} điểm: được ${points}`,
    en: (points: string, judged: string, reachable: string) => `Judged ${judged} of ${reachable} points: ${points}`,
  },
  grade: { vi: (grade: string) => `, loại ${grade}.`, en: (grade: string) => `, ${grade}.` },
  ungraded: { vi: ', chưa xếp loại.', en: ', no grade yet.' },
  rate: {
    vi: (rate: string, target: string, met: boolean) =>
      `Tỷ lệ dự ${rate}, yêu cầu ${target}: ${met ? 'đạt' : 'chưa đạt'}.`,
    en: (rate: string, target: string, met: boolean) =>
      `Attendance ${rate}, target ${target}: ${met ? 'met' : 'not met'}.`,
  },
});

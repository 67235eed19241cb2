import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { SentinelId } from '#shared/reviews/sentinels.ts';

/** What a sentinel found, in two or three words. */
export const sentinelLabels = inEach({
  'self-mark': { vi: 'Tự chấm cao', en: 'High own marks' },
  'missed-lines': { vi: 'Nhiều tiêu chí chưa đạt', en: 'Many lines missed' },
  unexcused: { vi: 'Nhiều người vắng không lý do', en: 'Many absent without a reason' },
  'copied-before': { vi: 'Chép lại tháng trước', en: 'Copied from before' },
  'copied-from-others': { vi: 'Giống chi bộ khác', en: 'Same as other cells' },
  'same-length': { vi: 'Thời lượng không đổi', en: 'Same length every month' },
  'members-jump': { vi: 'Số đảng viên thay đổi nhiều', en: 'Members jump' },
  'result-jump': { vi: 'Kết quả lớn bất thường', en: 'Result unusually large' },
} as const satisfies Record<SentinelId, Bilingual>);

/** What it saw, in a sentence with its figures. */
export const sentinelSentences = inEach({
  'self-mark': {
    vi: (self: string, figures: string) => `Điểm tự chấm đạt ${self}, phần tính theo số liệu chỉ đạt ${figures}.`,
    en: (self: string, figures: string) => `The cell gives itself ${self}; its figures give ${figures}.`,
  },
  'missed-lines': {
    vi: (count: number, lines: string) => `${count} tiêu chí tính theo số liệu không quá nửa số điểm: ${lines}.`,
    en: (count: number, lines: string) => `${count} computed lines have half of their points or less: ${lines}.`,
  },
  unexcused: {
    vi: (unexcused: number, required: number) =>
      `${unexcused} trong ${required} đảng viên phải dự vắng mặt không có lý do.`,
    en: (unexcused: number, required: number) =>
      `${unexcused} of ${required} members required were absent without a reason.`,
  },
  'copied-before': {
    vi: (month: string) => `Nội dung trọng tâm hoặc nghị quyết giống nguyên văn báo cáo ${month}.`,
    en: (month: string) => `The focus or the resolution is word for word that of ${month}.`,
  },
  'copied-from-others': {
    vi: (count: number, names: string) =>
      `Nội dung trọng tâm hoặc nghị quyết giống nguyên văn báo cáo của ${count} chi bộ khác trong tháng: ${names}.`,
    en: (count: number, names: string) =>
      `The focus or the resolution is word for word that of ${count} other ${count === 1 ? 'cell' : 'cells'} this month: ${names}.`,
  },
  'same-length': {
    vi: (minutes: number, months: number) => `${months} tháng liền đều họp đúng ${minutes} phút.`,
    en: (minutes: number, months: number) => `Exactly ${minutes} minutes in ${months} months running.`,
  },
  'members-jump': {
    vi: (from: number, to: number) => `Đảng viên chính thức từ ${from} thành ${to} sau một tháng.`,
    en: (from: number, to: number) => `Full members went from ${from} to ${to} in a month.`,
  },
  'result-jump': {
    vi: (quantity: string, unit: string, usual: string) =>
      `Kết quả ${quantity} ${unit}, trong khi chín phần mười kết quả khác không quá ${usual}.`,
    en: (quantity: string, unit: string, usual: string) =>
      `A result of ${quantity} ${unit}, while nine in ten others are at most ${usual}.`,
  },
} as const satisfies Record<SentinelId, Bilingual<(...args: never[]) => string>>);

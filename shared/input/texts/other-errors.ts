import type { ErrorCode } from '#shared/input/typed.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

/** Sentences of mistakes that no report can have: a device that checks a report does without them. */
export const otherSentences = inEach({
  'changed-elsewhere': {
    vi: 'Nơi khác vừa lưu: {stored}. Đề nghị chọn nội dung đúng rồi lưu lại.',
    en: 'Stored elsewhere meanwhile: {stored}. Choose which is right and save again.',
  },
  'only-of-cells': {
    vi: 'Chỉ chấm điểm buổi sinh hoạt chi bộ. Đề nghị xóa điểm.',
    en: 'Only a meeting of a cell is given points. Clear them.',
  },
  'quarters-above-whole': {
    vi: 'Các quý cộng lại lớn hơn chỉ tiêu {max}. Đề nghị kiểm tra chỉ tiêu và số của từng quý.',
    en: 'The quarters add up to more than the target of {max}. Check the target and each quarter.',
  },
  'before-meeting': { vi: 'Ngày này trước buổi họp.', en: 'This day is before the meeting.' },
  'number-from-one': {
    vi: 'Cần nhập một số nguyên từ 1 trở lên, ví dụ 12.',
    en: 'Enter a whole number from 1, for example 12.',
  },
  'day-not-possible': { vi: 'Chưa đến ngày này.', en: 'This day is still to come.' },
  'month-too-old': {
    vi: 'Chỉ nhập được các tháng từ {first} đến {last}.',
    en: 'Months from {first} to {last} can be entered.',
  },
  'month-out-of-range': {
    vi: 'Chỉ nhận tháng từ {from} đến {to}.',
    en: 'Only months from {from} to {to} are taken.',
  },
  'planned-too-far': { vi: 'Chỉ lập lịch đến hết ngày {until}.', en: 'Visits are planned until {until}.' },
  'number-taken': { vi: 'Số đã cấp, không đổi hay cấp lại.', en: 'Given already, once for all.' },
} as const satisfies Partial<Record<ErrorCode, Bilingual>>);

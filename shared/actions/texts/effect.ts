import type { Estimate } from '#shared/actions/estimate.ts';
import { formatNumber } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';

/** What an interval says: only one that leaves out zero says something. */
export function effectVerdict(estimate: Estimate | undefined, lang: Lang): string {
  const t = effectTexts[lang];
  if (!estimate || (estimate.low <= 0 && estimate.high >= 0)) return t.unknown;
  return estimate.low > 0 ? t.worked : t.worse;
}

/** @example intervalWords({ points: 4.2, low: 1.1, high: 7.3 }, 'vi') //=> '+4,2 điểm (từ +1,1 đến +7,3)' */
export function intervalWords({ points, low, high }: Estimate, lang: Lang): string {
  const signed = (value: number) => {
    const rounded = Math.round(value * 10) / 10;
    return `${rounded > 0 ? '+' : ''}${formatNumber(rounded, lang)}`;
  };
  return effectTexts[lang].interval(signed(points), signed(low), signed(high));
}

export const effectTexts = inEach({
  title: { vi: 'Biện pháp có hiệu quả không?', en: 'Did the actions work?' },
  explained: {
    vi: 'So với đảng bộ cùng loại, quy mô và mức xuất phát không có biện pháp, cùng tháng: trước là tối đa sáu tháng đến tháng phát hiện, sau là ba đến sáu tháng sau khi mở. Phần tự tăng trở lại của số liệu thấp đã được trừ.',
    en: 'Beside communes of the same type, size and starting level without one, in the same months: up to six before it was found, three to six after it was opened. What a low figure regains of itself is taken out.',
  },
  all: {
    vi: 'Tính mọi biện pháp đã mở, kể cả chưa kết thúc, để không chỉ chọn việc thành công. Khoảng tin cậy 95%.',
    en: 'All that were opened count, closed or not, so that success is not picked. 95% intervals.',
  },
  pooled: { vi: 'Theo chỉ số', en: 'By figure' },
  closed: { vi: 'Từng biện pháp đã kết thúc', en: 'Each closed action' },
  indicator: { vi: 'Chỉ số', en: 'Figure' },
  actions: { vi: 'Số biện pháp', en: 'Actions' },
  others: { vi: 'Số lượt so sánh', en: 'Compared with' },
  gain: { vi: 'Hơn đơn vị khác', en: 'Beyond the others' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  own: { vi: 'Đơn vị này trước và sau', en: 'This unit before and after' },
  beside: { vi: 'Đơn vị khác trước và sau', en: 'Others before and after' },
  besideWords: {
    vi: (before: string, after: string, count: string) => `${before}, rồi ${after} (${count} đơn vị)`,
    en: (before: string, after: string, count: string) => `${before}, then ${after} (${count} units)`,
  },
  worked: { vi: 'có hiệu quả', en: 'worked' },
  worse: { vi: 'kém đơn vị khác', en: 'worse than others' },
  unknown: { vi: 'chưa đủ căn cứ', en: 'too little to tell' },
  none: { vi: 'Chưa có biện pháp nào để so sánh.', en: 'There is none to compare yet.' },
  notYet: { vi: 'chưa đủ tháng hoặc không có đơn vị tương đương', en: 'too few months, or no unit alike' },
  interval: {
    vi: (points: string, low: string, high: string) => `${points} điểm (từ ${low} đến ${high})`,
    en: (points: string, low: string, high: string) => `${points} points (${low} to ${high})`,
  },
});

import { inEach } from '#shared/texts/lang.ts';

/** What the form says while it is being filled in, where scripts run. Apart from the other texts to keep the script small. */
export const liveTexts = inEach({
  required: { vi: (n: string) => `Số phải dự: ${n}.`, en: (n: string) => `Required: ${n}.` },
  fits: { vi: (n: string) => `Đã khai đủ ${n}.`, en: (n: string) => `All ${n} are accounted for.` },
  lacks: { vi: (n: string) => `Còn thiếu ${n}.`, en: (n: string) => `${n} still missing.` },
  exceeds: { vi: (n: string) => `Khai thừa ${n}.`, en: (n: string) => `${n} too many.` },
  rate: {
    vi: (rate: string, target: string, met: boolean) =>
      `Tỷ lệ dự ${rate}, yêu cầu ${target}: ${met ? 'đạt' : 'chưa đạt'}.`,
    en: (rate: string, target: string, met: boolean) =>
      `Attendance ${rate}, target ${target}: ${met ? 'met' : 'not met'}.`,
  },
});

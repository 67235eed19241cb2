import { inEach } from '#shared/language/lang.ts';

export const placeTexts = inEach({
  title: { vi: (name: string) => `Trong toàn ${name}`, en: (name: string) => `Within ${name}` },
  rank: {
    vi: (rank: number, of: number) => `Hạng ${rank}/${of} tổ chức cơ sở đảng được xếp hạng`,
    en: (rank: number, of: number) => `Rank ${rank} of ${of} ranked communes`,
  },
  unranked: {
    vi: 'Chưa xếp hạng: tháng chưa chốt hoặc chưa đủ báo cáo',
    en: 'Not ranked: the month is open, or too few have reported',
  },
  sums: { vi: (name: string) => `Số liệu chung của ${name}`, en: (name: string) => `The sums of ${name}` },
});

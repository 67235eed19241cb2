import { inEach } from '#shared/language/lang.ts';
import type { Found } from '#shared/search/hits.ts';

export const searchTexts = inEach({
  title: { vi: 'Tìm kiếm', en: 'Search' },
  label: {
    vi: 'Tên đơn vị, số biên nhận, nội dung vấn đề chưa giải quyết xong hoặc cẩm nang',
    en: 'A unit’s name, a receipt number, words of an open matter or of the guidebook',
  },
  hint: { vi: 'Gõ có dấu hoặc không dấu đều được.', en: 'With or without marks.' },
  send: { vi: 'Tìm', en: 'Search' },
  found: {
    vi: (count: number, typed: string) => `Tìm thấy ${count} kết quả cho “${typed}”.`,
    en: (count: number, typed: string) => `${count} ${count === 1 ? 'result' : 'results'} for “${typed}”.`,
  },
  none: {
    vi: (typed: string) => `Không tìm thấy “${typed}” trong phạm vi của đồng chí. Mời thử từ khác.`,
    en: (typed: string) => `Nothing you may see matches “${typed}”. Please try other words.`,
  },
  now: {
    vi: (names: string) => `nay là ${names}`,
    en: (names: string) => `now ${names}`,
  },
  formerly: {
    vi: (name: string) => `trước đây là ${name}`,
    en: (name: string) => `formerly ${name}`,
  },
  ended: { vi: 'đã kết thúc', en: 'has ended' },
  shown: {
    vi: (shown: number) => `Hiện ${shown} kết quả đầu; gõ thêm từ để thu hẹp.`,
    en: (shown: number) => `The first ${shown} are shown; more words narrow it down.`,
  },
});

export const foundLabels = inEach({
  receipts: { vi: 'Biên nhận', en: 'Receipts' },
  units: { vi: 'Đơn vị', en: 'Units' },
  matters: { vi: 'Vấn đề', en: 'Matters' },
  pieces: { vi: 'Cẩm nang', en: 'Guidebook' },
} as const satisfies Record<Found['kind'], { vi: string; en: string }>);

import { inEach } from '#shared/language/lang.ts';

/** What every page of the practice month says. */
export const practiceMark = inEach({
  title: { vi: 'Tháng tập', en: 'Practice month' },
  mark: {
    vi: (until: string) => `Không tính vào đâu, không ai khác thấy, tự xóa sau ngày ${until}.`,
    en: (until: string) => `Counted nowhere, seen by nobody else, erased by itself after ${until}.`,
  },
  back: { vi: 'Các bước tập', en: 'The steps' },
});

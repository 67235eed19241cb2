import { inEach } from '#shared/language/lang.ts';

export const resultsTexts = inEach({
  title: { vi: 'Kết quả của chi bộ', en: 'Results of the cell' },
  titleOf: { vi: (cell: string) => `Kết quả của ${cell}`, en: (cell: string) => `Results of ${cell}` },
  lead: {
    vi: 'Điểm từng tháng, tiêu chí nào chưa đạt điểm tối đa và vì sao. Cách tính như trên phiếu chấm điểm của báo cáo.',
    en: 'The points of each month, which lines lack points, and why; counted as on the sheet of the report.',
  },
  missing: { vi: 'chưa có báo cáo', en: 'no report' },
  noRegular: { vi: 'chưa có buổi sinh hoạt thường kỳ', en: 'no regular meeting' },
  lost: { vi: 'Tiêu chí chưa đạt điểm tối đa', en: 'Lines that lack points' },
  none: { vi: 'Mọi tiêu chí đã chấm đều đạt điểm tối đa.', en: 'Every line that is judged has all its points.' },
  open: { vi: (names: string) => `Chưa có điểm: ${names}.`, en: (names: string) => `Not judged yet: ${names}.` },
  report: { vi: 'Xem báo cáo', en: 'See the report' },
});

import { inEach, type Lang } from '#shared/language/lang.ts';
import { daysOf, medianSpan, type Span, type SpanCounts } from '#shared/matters/settling-time.ts';

/** The table of what became of matters, topic by topic. */
export const matterLineTexts = inEach({
  title: { vi: 'Vấn đề theo lĩnh vực', en: 'Matters by topic' },
  topic: { vi: 'Lĩnh vực', en: 'Topic' },
  opened: { vi: 'Tiếp nhận', en: 'Opened' },
  settled: { vi: 'Đã giải quyết, trả lời', en: 'Settled or answered' },
  open: { vi: 'Còn lại', en: 'Open at the end' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  half: { vi: 'Thời gian giải quyết (trung vị)', en: 'Time to settle (median)' },
  all: { vi: 'Cộng', en: 'Total' },
  note: {
    vi: 'Thời gian giải quyết: số ngày từ khi phản ánh đến khi giải quyết, trả lời; một nửa số vấn đề không lâu hơn, tính theo khoảng; “—” là chưa giải quyết vấn đề nào.',
    en: 'Time to settle: the days from raising to settling (the median), as a span; “—” means none was settled.',
  },
});

const spanTexts = inEach({
  closed: {
    vi: (from: number, to: number) => `${from}–${to} ngày`,
    en: (from: number, to: number) => `${from}–${to} days`,
  },
  open: { vi: (days: number) => `trên ${days} ngày`, en: (days: number) => `more than ${days} days` },
});

/** @example spanWords('15', 'vi') //=> '8–15 ngày' */
export function spanWords(span: Span, lang: Lang): string {
  const { from, to } = daysOf(span);
  return to === undefined ? spanTexts[lang].open(from - 1) : spanTexts[lang].closed(from, to);
}

/** The days within which half of the matters were settled; a dash if none was. */
export function medianWords(counts: SpanCounts, lang: Lang): string {
  const span = medianSpan(counts);
  return span ? spanWords(span, lang) : '—';
}

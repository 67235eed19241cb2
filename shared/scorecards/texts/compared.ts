import { formatMonth, formatPeriod } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import { addMonths, isMonth, monthsOf, shiftPeriod } from '#shared/period.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const texts = inEach({
  open: {
    vi: 'Số liệu chưa chốt nên chưa so với kỳ trước và cùng kỳ năm trước.',
    en: 'The figures are not closed, so they are compared with no other period.',
  },
  month: {
    vi: (before: string, quarterBefore: string) =>
      `Kỳ trước là ${before}; chỉ tiêu tính từ đầu quý so với ${quarterBefore}, cùng tháng của quý trước.`,
    en: (before: string, quarterBefore: string) =>
      `The period before is ${before}; what is counted since the quarter began is compared with ${quarterBefore}.`,
  },
  asMany: {
    vi: (count: number, before: string) =>
      `Kỳ này mới có ${count} tháng, so với ${count} tháng tương ứng của ${before}.`,
    en: (count: number, before: string) => `${count} months so far, compared with the same ones of ${before}.`,
  },
  whole: {
    vi: (before: string) => `Kỳ trước là ${before}.`,
    en: (before: string) => `The period before is ${before}.`,
  },
});

/** One sentence: with what the figures of a scorecard are compared, or why with nothing. */
export function comparedWords(scorecard: Scorecard, lang: Lang): string {
  const { month, parts = [] } = scorecard;
  const t = texts[lang];
  if (!isClosed(scorecard)) return t.open;
  const before = shiftPeriod(month, -1);
  if (isMonth(month)) return t.month(formatMonth(addMonths(month, -1), lang), formatMonth(addMonths(month, -3), lang));
  if (parts.length < monthsOf(month).length) return t.asMany(parts.length, formatPeriod(before, lang));
  return t.whole(formatPeriod(before, lang));
}

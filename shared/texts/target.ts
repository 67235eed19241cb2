import type { Target } from '#shared/regimes.ts';
import { formatPercent } from '#shared/texts/format.ts';
import { inEach, type Lang } from '#shared/texts/lang.ts';

const comparisons = inEach({
  '>=': { vi: 'từ', en: 'at least' },
  '>': { vi: 'trên', en: 'above' },
});

/** @example targetWords({ comparison: '>=', percent: 85 }, 'vi') //=> 'từ 85%' */
export function targetWords(target: Target, lang: Lang): string {
  const percent = formatPercent(target.percent, lang);
  return target.percent === 100 ? percent : `${comparisons[lang][target.comparison]} ${percent}`;
}

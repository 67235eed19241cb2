import { formatPercent } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';
import type { Target } from '#shared/norms/regimes.ts';

const comparisons = inEach({
  '>=': { vi: 'từ', en: 'at least' },
  '>': { vi: 'trên', en: 'above' },
});

/** @example targetWords({ comparison: '>=', percent: 85 }, 'vi') //=> 'từ 85%' */
export function targetWords(target: Target, lang: Lang): string {
  const percent = formatPercent(target.percent, lang);
  return target.percent === 100 ? percent : `${comparisons[lang][target.comparison]} ${percent}`;
}

import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';

/** The parts of a rate, `17/20`; of a mean how many it is over, `(12)`; nothing where the count is the value itself. */
export function partsWords(indicator: Indicator, lang: Lang): string {
  const { numerator, denominator } = indicator;
  switch (ruleOf(indicator.id).as) {
    case 'mean':
      return `(${formatNumber(denominator / 100, lang)})`;
    case 'count':
      return '';
    default:
      return `${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)}`;
  }
}

/** The value as people read it, `85%` or `88,5`; a dash where there is no base. */
export function readingWords(indicator: Indicator, lang: Lang): string {
  if (indicator.value === null) return '—';
  return ruleOf(indicator.id).as ? formatNumber(indicator.value, lang) : formatPercent(indicator.value, lang);
}

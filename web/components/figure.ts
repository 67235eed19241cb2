import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type IndicatorRule, indicatorRules } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';

/** The rule of an indicator. */
export const ruleOf = ({ id }: Pick<Indicator, 'id'>): IndicatorRule => indicatorRules[id];

/** The parts of a rate, `17/20`; the number of values of a mean, `(12)`; blank for a count. */
export function partsWords(indicator: Indicator, lang: Lang): string {
  const { numerator, denominator } = indicator;
  switch (ruleOf(indicator).as) {
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
  return ruleOf(indicator).as ? formatNumber(indicator.value, lang) : formatPercent(indicator.value, lang);
}

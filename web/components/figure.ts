import { FINEST } from '#shared/input/numbers.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';

/** Shows the parts of a rate, `17/20`, or the number of values in a mean, `(12)`. A plain count shows nothing. */
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

/** Formats the value for readers, `85%` or `88,5`; a dash if there is no base. */
export function readingWords(indicator: Indicator, lang: Lang): string {
  if (indicator.value === null) return '—';
  return ruleOf(indicator.id).as ? formatNumber(indicator.value, lang) : formatPercent(indicator.value, lang, FINEST);
}

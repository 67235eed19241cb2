import { FINEST } from '#shared/input/numbers.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';

type Figure = Pick<Indicator, 'id' | 'numerator' | 'denominator' | 'value'>;

/** Shows the parts of a rate, `17/20`, or the number of values in a mean, `(12)`. A plain count shows nothing. */
export function partsWords({ id, numerator, denominator }: Figure, lang: Lang): string {
  switch (ruleOf(id).as) {
    case 'mean':
      return `(${formatNumber(denominator / 100, lang)})`;
    case 'count':
      return '';
    default:
      return `${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)}`;
  }
}

/** Formats the value for readers, `85%` or `88,5`; a dash if there is no base. */
export function readingWords({ id, value }: Figure, lang: Lang): string {
  if (value === null) return '—';
  return ruleOf(id).as ? formatNumber(value, lang) : formatPercent(value, lang, FINEST);
}

/**
 * A figure in a sentence.
 *
 * @example figureWords(attendance) //=> '7.012/7.900 (88,8%)'
 */
export function figureWords(figure: Figure): string {
  const reading = readingWords(figure, 'vi');
  return ruleOf(figure.id).as || figure.value === null ? reading : `${partsWords(figure, 'vi')} (${reading})`;
}

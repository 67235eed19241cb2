import type { SeenFigure } from '#shared/actions/action.ts';
import { FINEST } from '#shared/input/numbers.ts';
import { formatMonth, formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { readingOf } from '#shared/scorecards/measure.ts';

/** @example figureWords('attendance', { numerator: 17, denominator: 20, … }, 'vi') //=> '17/20 (85%)' */
export function figureWords(indicator: IndicatorId, figure: SeenFigure, lang: Lang): string {
  const { numerator, denominator, target } = figure;
  const { as } = ruleOf(indicator);
  const value = readingOf(figure, as, target);
  if (value === null) return '—';
  if (as) return formatNumber(value, lang);
  return `${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)} (${formatPercent(value, lang, FINEST)})`;
}

/** The same with its month and its target. */
export function seenWords(indicator: IndicatorId, figure: SeenFigure, lang: Lang): string {
  const { month, target } = figure;
  const asked = target ? `; ${lang === 'vi' ? 'yêu cầu' : 'target'} ${targetWords(target, lang)}` : '';
  return `${figureWords(indicator, figure, lang)}, ${formatMonth(month, lang)}${asked}`;
}

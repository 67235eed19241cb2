import type { SeenFigure } from '#shared/actions/action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { figureWords } from '#shared/actions/texts/figure-words.ts';
import { formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';

/** Why an action cannot be closed: the figure and its target. */
export function stillMissedWords(indicator: IndicatorId, figure: SeenFigure, lang: Lang): string {
  const { month, target } = figure;
  const name = indicatorLabels[lang][indicator];
  const asked = target ? targetWords(target, lang) : '—';
  return actionsTexts[lang].stillMissedWords(
    name,
    figureWords(indicator, figure, lang),
    formatMonth(month, lang),
    asked,
  );
}

/** The problem document for an action that is to be closed while its figure is missed. */
export function stillMissedProblem(indicator: IndicatorId, figure: SeenFigure, lang: Lang) {
  return {
    type: 'urn:problem:still-missed',
    title: actionsTexts[lang].stillMissed,
    status: 409,
    detail: stillMissedWords(indicator, figure, lang),
    errors: [{ field: 'despite', pointer: '#/despite', code: 'required' }],
    indicator,
    figure,
  };
}

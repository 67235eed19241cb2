import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { changeOf } from '#shared/scorecards/change-of.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { directionOf } from '#shared/scorecards/texts/matrix.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { DirectionSign } from '#web/scorecards/direction-sign.tsx';

/** The change of a figure since the month before, within a sentence: ` (▲1,9)`; nothing where there is none to tell. */
export function ChangeSign({ figure, lang }: { readonly figure: Indicator; readonly lang: Lang }) {
  const change = changeOf(figure, figure.previousMonth);
  if (change === null) return null;
  const t = scorecardTexts[lang];
  const direction = directionOf(change);
  return (
    <span>
      {' ('}
      <DirectionSign direction={direction} />
      <span class="unseen">{change === 0 ? t[direction] : `${t[direction]} `}</span>
      {change !== 0 && formatNumber(Math.abs(change), lang)})
    </span>
  );
}

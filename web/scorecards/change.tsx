import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { changeOf } from '#shared/scorecards/change-of.ts';
import { ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';
import { directionOf } from '#shared/scorecards/texts/matrix.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { DirectionSign } from '#web/scorecards/direction-sign.tsx';

interface ChangeProps {
  readonly figure: Indicator;
  readonly earlier: Fraction | null;
  readonly lang: Lang;
}

/** Shows a figure's change by shape and word: `▲ tăng 1,2 điểm %`; a dash if there is nothing to compare. */
export function Change({ figure, earlier, lang }: ChangeProps) {
  const change = changeOf(figure, earlier);
  if (change === null) return <>—</>;
  const t = scorecardTexts[lang];
  const direction = directionOf(change);
  return (
    <span class="tag">
      <DirectionSign direction={direction} /> {t[direction]}
      {change !== 0 && ` ${formatNumber(Math.abs(change), lang)}${ruleOf(figure.id).as ? '' : ` ${t.points}`}`}
    </span>
  );
}

import type { Lang } from '#shared/language/lang.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

interface SparklineProps {
  readonly id: IndicatorId;
  readonly months: Trend['months'];
  readonly lang: Lang;
}

const WIDTH = 96;
const HEIGHT = 24;
const MARGIN = 3;

/**
 * A figure over months as small as a word: a line that breaks where a month has none, the target broken, the last
 * month a dot, hollow while it is open. The scale begins at the ten below the lowest value and ends at 100.
 */
export function Sparkline({ id, months, lang }: SparklineProps) {
  const points = months.flatMap((each, at) => {
    const figure = findIndicator(each.indicators, id);
    // A share of all cells only grows until the deadline, and would look like a fall.
    const isGrowing = ruleOf(id).denominator === 'due' && partsOf(each.indicators, 'notDue').numerator > 0;
    return figure && figure.value !== null && !isGrowing ? [{ at, figure, value: figure.value }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  const target = last.figure.target?.percent;
  const floor = Math.floor(Math.min(...points.map(({ value }) => value), target ?? 100, 99) / 10) * 10;
  const x = (at: number) => Math.round(MARGIN + ((WIDTH - 2 * MARGIN) * at) / (months.length - 1));
  const y = (value: number) =>
    Math.round(HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (Math.min(value, 100) - floor)) / (100 - floor));
  const line = points.map(({ at, value }, place) => {
    const isNext = points[place - 1]?.at === at - 1;
    return `${isNext ? 'L' : 'M'}${x(at)} ${y(value)}`;
  });
  const isOpen = months[last.at]?.status === 'live';
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{trendTexts[lang].spark(readingWords(first.figure, lang), readingWords(last.figure, lang))}</title>
      {target !== undefined && <path d={`M0 ${y(target)}H${WIDTH}`} stroke="#8a837c" stroke-dasharray="3 3" />}
      <path d={line.join('')} fill="none" stroke="#1b1b1b" />
      <circle cx={x(last.at)} cy={y(last.value)} r="2.5" fill={isOpen ? '#fff' : '#1b1b1b'} stroke="#1b1b1b" />
    </svg>
  );
}

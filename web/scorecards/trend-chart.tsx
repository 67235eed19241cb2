import { formatNumber, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { readingWords } from '#web/components/figure.ts';

interface TrendChartProps {
  readonly id: IndicatorId;
  readonly months: Trend['months'];
  readonly lang: Lang;
}

const WIDTH = 400;
const HEIGHT = 170;
/** The drawing area. It leaves room for the scale on the left, values above and months below. */
const box = { left: 46, right: WIDTH - 14, top: 18, bottom: HEIGHT - 26 };

/**
 * Draws a figure over months as a line on the server. It is black on white; each month is a dot, and a missed target a
 * cross. A month that is open is a hollow dot at the end of a dotted line: it has not fallen to where it stands. Percent and points both end at 100; the scale begins at the quarter below the lowest value. A table shows
 * the same numbers. A blank ends each text, since browsers without pictures run texts together.
 */
export function TrendChart({ id, months, lang }: TrendChartProps) {
  const t = trendTexts[lang];
  const label = indicatorLabels[lang][id];
  const x = (at: number) => round(box.left + ((box.right - box.left) * (at + 0.5)) / months.length);
  const figures = months.flatMap((each) => findIndicator(each.indicators, id) ?? []);
  const lowest = Math.min(...figures.flatMap(({ value, target }) => [value ?? 100, target?.percent ?? 100]), 99);
  const floor = Math.max(0, Math.floor(lowest / 25) * 25);
  const y = (value: number) =>
    round(box.bottom - ((box.bottom - box.top) * (Math.min(value, 100) - floor)) / (100 - floor));
  const points = months.flatMap((each, at) => {
    const figure = findIndicator(each.indicators, id);
    const isOpen = each.status === 'live';
    // A share of all cells only grows until the deadline, and would look like a fall.
    const isGrowing = ruleOf(id).denominator === 'due' && partsOf(each.indicators, 'notDue').numerator > 0;
    return figure && figure.value !== null && !isGrowing ? [{ at, x: x(at), y: y(figure.value), figure, isOpen }] : [];
  });
  const target = points.at(-1)?.figure.target;
  const [first, last] = [points[0], points.at(-1)];
  const unit = ruleOf(id).as === 'mean' ? '' : '%';
  const named = new Set([first?.at, last?.at]);
  const words = (point: (typeof points)[number] | undefined) => {
    if (!point) return '—';
    const reading = readingWords(point.figure, lang);
    return point.isOpen ? t.openReading(reading) : reading;
  };
  return (
    <div>
      <h3>{label}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" font-size="12" text-anchor="middle">
        <title>{t.chart(label, words(first), words(last))}</title>
        {[floor, (floor + 100) / 2, 100].map((value) => (
          <g key={value}>
            <path d={`M${box.left} ${y(value)}H${box.right}`} stroke="#bbb" />
            <text x={box.left - 5} y={y(value) + 4} text-anchor="end">
              {formatNumber(value, lang)}
              {unit}{' '}
            </text>
          </g>
        ))}
        {target && <path d={`M${box.left} ${y(target.percent)}H${box.right}`} stroke="#000" stroke-dasharray="6 4" />}
        {points.length > 1 && (
          <>
            <path d={lineThrough(points, false)} fill="none" stroke="#000" stroke-width="2" />
            <path d={lineThrough(points, true)} fill="none" stroke="#000" stroke-width="2" stroke-dasharray="2 4" />
          </>
        )}
        {points.map(({ at, figure, isOpen, ...point }) => (
          <g key={at}>
            {figure.met === false && !isOpen ? (
              <path d={crossAt(point)} stroke="#000" stroke-width="2" />
            ) : (
              <circle cx={point.x} cy={point.y} r="4" fill={isOpen ? '#fff' : '#000'} stroke="#000" />
            )}
            {named.has(at) && (
              <text x={point.x} y={point.y < box.top + 20 ? point.y + 18 : point.y - 8} font-weight="700">
                {readingWords(figure, lang)}{' '}
              </text>
            )}
          </g>
        ))}
        {months.map(({ month }, at) =>
          at % Math.ceil(months.length / 6) === 0 ? (
            <text key={month} x={x(at)} y={HEIGHT - 6}>
              {monthDigits(month)}{' '}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

interface Point {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly isOpen: boolean;
}

/** Draws a line with a gap at each month without a figure: to the closed months, or to the open ones. */
function lineThrough(points: readonly Point[], toOpen: boolean): string {
  return points
    .map(({ at, x, y, isOpen }, place) => {
      const isLine = place > 0 && points[place - 1]?.at === at - 1 && isOpen === toOpen;
      return `${isLine ? 'L' : 'M'}${x} ${y}`;
    })
    .join('');
}

function crossAt({ x, y }: Pick<Point, 'x' | 'y'>): string {
  return `M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

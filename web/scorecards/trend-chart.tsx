import { formatNumber, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator, partsOf } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import { breaksIn, type Trend } from '#shared/scorecards/trend.ts';

interface TrendChartProps {
  readonly id: IndicatorId;
  readonly months: Trend['months'];
  readonly lang: Lang;
}

const WIDTH = 400;
const HEIGHT = 170;
/** Of more months each has a smaller mark, and the scale below names the years. */
const MOST_LARGE = 36;

/** So far apart two values are read beside each other; of nearer ones the last alone is written. */
const ROOM = 48;

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
  const breaks = new Set(breaksIn(months));
  const isLong = months.length > MOST_LARGE;
  const size = isLong ? 2 : 4;
  const x = (at: number) => round(box.left + ((box.right - box.left) * (at + 0.5)) / months.length);
  const edge = (at: number) => round(box.left + ((box.right - box.left) * at) / months.length);
  const figures = months.flatMap((each) => findIndicator(each.indicators, id) ?? []);
  const lowest = Math.min(...figures.flatMap(({ value, target }) => [value ?? 100, target?.percent ?? 100]), 99);
  const floor = Math.max(0, Math.floor(lowest / 25) * 25);
  const y = (value: number) =>
    round(box.bottom - ((box.bottom - box.top) * (Math.min(value, 100) - floor)) / (100 - floor));
  const points = months.flatMap((each, at) => {
    const figure = findIndicator(each.indicators, id);
    const isOpen = each.status === 'live';
    const isBaseline = each.status === 'baseline';
    // A share of all cells only grows until the deadline, and would look like a fall.
    const isGrowing = ruleOf(id).denominator === 'due' && partsOf(each.indicators, 'notDue').numerator > 0;
    return figure && figure.value !== null && !isGrowing
      ? [{ at, x: x(at), y: y(figure.value), figure, isOpen, isBaseline, isAfterBreak: breaks.has(each.month) }]
      : [];
  });
  // Each stretch has the target that its own regime asked for.
  const targets = stretches(points).flatMap(([from, to, percent]) =>
    percent === undefined ? [] : [{ from: edge(from.at), to: edge(to.at + 1), percent }],
  );
  const [first, last] = [points[0], points.at(-1)];
  const unit = ruleOf(id).as === 'mean' ? '' : '%';
  const isApart = first && last && last.x - first.x >= ROOM;
  const named = new Set([isApart ? first.at : undefined, last?.at]);
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
        {targets.map(({ from, to, percent }) => (
          <path key={from} d={`M${from} ${y(percent)}H${to}`} stroke="#000" stroke-dasharray="6 4" />
        ))}
        {months.map(({ month }, at) =>
          breaks.has(month) ? (
            <path key={month} d={`M${edge(at)} ${box.top}V${box.bottom}`} stroke="#000" stroke-dasharray="2 3">
              <title>{t.break(monthDigits(month))}</title>
            </path>
          ) : null,
        )}
        {points.length > 1 && (
          <>
            <path d={lineThrough(points, false)} fill="none" stroke="#000" stroke-width="2" />
            <path d={lineThrough(points, true)} fill="none" stroke="#000" stroke-width="2" stroke-dasharray="2 4" />
          </>
        )}
        {points.map(({ at, figure, isOpen, isBaseline, ...point }) => (
          <g key={at}>
            {isBaseline ? (
              <path d={diamondAt(point, size + 1)} fill="#fff" stroke="#000" />
            ) : figure.met === false && !isOpen ? (
              <path d={crossAt(point, size)} stroke="#000" stroke-width={size / 2} />
            ) : (
              <circle cx={point.x} cy={point.y} r={size} fill={isOpen ? '#fff' : '#000'} stroke="#000" />
            )}
            {named.has(at) && (
              <text x={point.x} y={point.y < box.top + 20 ? point.y + 18 : point.y - 8} font-weight="700">
                {readingWords(figure, lang)}{' '}
              </text>
            )}
          </g>
        ))}
        {labelsOf(months, isLong).map(({ at, label }) => (
          <text key={at} x={x(at)} y={HEIGHT - 6}>
            {label}{' '}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** The scale below, with at most six names: months, or of many years the years, each where it begins. */
function labelsOf(
  months: Trend['months'],
  isLong: boolean,
): readonly { readonly at: number; readonly label: string }[] {
  const all = months.map(({ month }, at) => ({ at, month }));
  const named = isLong ? all.filter(({ month }) => month.endsWith('-01')) : all;
  const every = Math.ceil(named.length / 6);
  return named
    .filter((_, place) => place % every === 0)
    .map(({ at, month }) => ({ at, label: isLong ? month.slice(0, 4) : monthDigits(month) }));
}

interface Point {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly isOpen: boolean;
  /** Another regime judged it than the month before: what was counted otherwise is not joined by a line. */
  readonly isAfterBreak: boolean;
}

/** Draws a line with a gap at each month without a figure: to the closed months, or to the open ones. */
function lineThrough(points: readonly Point[], toOpen: boolean): string {
  return points
    .map(({ at, x, y, isOpen, isAfterBreak }, place) => {
      const isLine = place > 0 && points[place - 1]?.at === at - 1 && isOpen === toOpen && !isAfterBreak;
      return `${isLine ? 'L' : 'M'}${x} ${y}`;
    })
    .join('');
}

/** Neighbouring months with the same target: the first, the last, and that target. */
function stretches<P extends { readonly at: number; readonly isAfterBreak: boolean; readonly figure: Indicator }>(
  points: readonly P[],
): readonly (readonly [P, P, number | undefined])[] {
  const found: [P, P, number | undefined][] = [];
  for (const point of points) {
    const last = found.at(-1);
    const percent = point.figure.target?.percent;
    if (last && last[2] === percent && !point.isAfterBreak) last[1] = point;
    else found.push([point, point, percent]);
  }
  return found;
}

function diamondAt({ x, y }: Pick<Point, 'x' | 'y'>, size: number): string {
  return `M${x} ${round(y - size)}l${size} ${size}l-${size} ${size}l-${size} -${size}z`;
}

function crossAt({ x, y }: Pick<Point, 'x' | 'y'>, size: number): string {
  const whole = 2 * size;
  return `M${round(x - size)} ${round(y - size)}l${whole} ${whole}m0 -${whole}l-${whole} ${whole}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

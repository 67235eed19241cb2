import { pathTo } from '#shared/access/routes.ts';
import { formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { isMonth, type Period, periodsAround } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';

interface OtherPeriodsProps {
  readonly scorecard: Pick<Scorecard, 'unit' | 'month' | 'parts'>;
  /** The period for comparison, as the reader typed it. */
  readonly typed?: string | undefined;
  readonly lang: Lang;
}

/**
 * Links a month to its quarter, half year and year, and those to their months. It also offers any month for comparison.
 */
export function OtherPeriods({ scorecard: { unit, month, parts = [] }, typed = '', lang }: OtherPeriodsProps) {
  const t = scorecardTexts[lang];
  const to = (period: Period) => pathTo('/scorecards/{unit}/{month}', { unit, month: period });
  return (
    <>
      <p class="noprint">
        {isMonth(month) ? t.longer : t.parts}:{' '}
        {(isMonth(month) ? periodsAround(month).slice(1) : parts.map((part) => part.month)).map((period, at) => (
          <span key={period}>
            {at > 0 && ', '}
            <a href={to(period)}>{formatPeriod(period, lang)}</a>
            {parts[at] && ` (${trendTexts[lang][parts[at].status]})`}
          </span>
        ))}
        .
      </p>
      <form class="count noprint" method="get" action={to(month)}>
        <label for="with">{t.compare}</label>{' '}
        <input id="with" value={typed} name="with" type="text" autocomplete="off" />{' '}
        <button type="submit" class="quiet">
          {t.compareShow}
        </button>
      </form>
    </>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import { callsTexts } from '#shared/home/texts/calls.ts';
import { homeTexts } from '#shared/home/texts/home.ts';
import type { Week } from '#shared/home/week.ts';
import { capitalized, formatDay, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt } from '#shared/period.ts';
import { readingWords } from '#shared/scorecards/figure-words.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';
import { ChangeSign } from '#web/home/change-sign.tsx';

interface WeekLinesProps {
  readonly week: Week;
  readonly unit: UnitId;
  /** Whether the reader has a scorecard of the unit. */
  readonly scorecard: boolean;
  readonly lang: Lang;
}

/** The last closed month in one sentence with its change, and how far each open month has come. */
export function WeekLines({ week: { closed, open }, unit, scorecard, lang }: WeekLinesProps) {
  const t = homeTexts[lang];
  const number = (count: number) => formatNumber(count, lang);
  const figure = (indicator: Indicator) => <ChangeSign figure={indicator} lang={lang} />;
  return (
    <>
      {closed && (
        <p>
          <b>
            {scorecard ? (
              <a href={pathTo('/scorecards/{unit}/{month}', { unit, month: closed.month })}>
                {capitalized(formatMonth(closed.month, lang))}
              </a>
            ) : (
              capitalized(formatMonth(closed.month, lang))
            )}{' '}
            {t.closed}
          </b>{' '}
          {t.reported(readingWords(closed.reported, lang))}
          {figure(closed.reported)}, {t.attended(readingWords(closed.attendance, lang))}
          {figure(closed.attendance)}, {t.met(number(closed.met), number(closed.judged))}.
        </p>
      )}
      {open.map(({ month, reported, due, before }) => (
        <p key={month}>
          <b>
            <a href={pathTo('/months/{month}', { month }, { unit })}>{capitalized(formatMonth(month, lang))}</a>:
          </b>{' '}
          {t.openMonth(number(reported.numerator), number(reported.denominator))}
          {before && ` (${t.sameDay(formatDay(before.day).slice(0, 5), number(before.count))})`};{' '}
          {t.due(formatDay(dayAt(due)))}. <a href={pathTo('/calls', {}, { unit, month })}>{callsTexts[lang].link}</a>
        </p>
      ))}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatNumber, formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Period } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { alikeWords, needWords } from '#shared/scorecards/texts/summary.ts';
import { DirectionSign } from '#web/scorecards/direction-sign.tsx';

interface AtAGlanceProps {
  readonly scorecard: Scorecard;
  /** The address of more details of a unit below. */
  readonly to: (child: ScorecardChild) => string;
  /** The period to compare with, instead of the previous one. */
  readonly comparedWith?: Period | undefined;
  readonly lang: Lang;
}

/** The first lines of a scorecard say whether it improved, who needs help, and what was promised but not done. */
export function AtAGlance({ scorecard, to, comparedWith, lang }: AtAGlanceProps) {
  const t = scorecardTexts[lang];
  const since = comparedWith ? formatPeriod(comparedWith, lang) : t.periodBefore;
  const { met, judged, open, better, worse, overdue, followedUp, needHelp, alike } = summarize(scorecard);
  const number = (count: number) => formatNumber(count, lang);
  const names = (ids: readonly IndicatorId[]) => ids.map((id) => indicatorLabels[lang][id]).join('; ');
  return (
    <section>
      <h2>{t.summary}</h2>
      <ul>
        {(judged > 0 || open === 0) && <li>{t.glanceMet(number(met), number(judged))}</li>}
        {open > 0 && <li>{t.glanceOpen(number(open))}</li>}
        {better.length > 0 && (
          <Line direction="up" head={t.glanceBetter(since)}>
            {names(better)}.
          </Line>
        )}
        {worse.length > 0 && (
          <Line direction="down" head={t.glanceWorse(since)}>
            {names(worse)}.
          </Line>
        )}
        {followedUp > 0 && (
          <li>
            <a href={pathTo('/tasks', {}, { unit: scorecard.unit, month: scorecard.month })}>
              {t.glanceOverdue(number(overdue), number(followedUp))}
            </a>
          </li>
        )}
        {needHelp.length + alike > 0 && (
          <li>
            <span aria-hidden="true">× </span>
            <b>{t.glanceHelp}:</b>
            <ul>
              {needHelp.map((need) => (
                <li key={need.child.unit}>
                  <a href={to(need.child)}>{capitalized(need.child.name)}</a>: {needWords(need, lang)}.
                </li>
              ))}
              {alike > 0 && <li>{alikeWords(alike, lang)}.</li>}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly direction: 'up' | 'down';
  readonly head: string;
  readonly children: ComponentChildren;
}

function Line({ direction, head, children }: LineProps) {
  return (
    <li>
      <DirectionSign direction={direction} /> <b>{head}:</b> {children}
    </li>
  );
}

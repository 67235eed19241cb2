import { formatNumber, formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { Period } from '#shared/period.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { shownFigures } from '#shared/scorecards/shown-figures.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { partsWords, readingWords } from '#web/components/figure.ts';
import { Change } from '#web/scorecards/change.tsx';
import { MetMark } from '#web/scorecards/met-mark.tsx';

interface HeadlineProps {
  readonly scorecard: Scorecard;
  /** The period to compare with, instead of the previous one. */
  readonly comparedWith?: Period | undefined;
  readonly lang: Lang;
}

/** Shows the unit's own figures, one per row, with their parts, targets and changes. */
export function Headline({ scorecard, comparedWith, lang }: HeadlineProps) {
  const t = scorecardTexts[lang];
  const isCompared = isClosed(scorecard);
  const shown = shownFigures(scorecard);
  const lacking = lackingWords(scorecard.indicators, lang);
  return (
    <section>
      <h2>{t.headline}</h2>
      <section class="scroll" aria-label={t.headline} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.indicator}</th>
              <th scope="col" class="num">
                {t.counts}
              </th>
              <th scope="col" class="num">
                {t.value}
              </th>
              <th scope="col" class="num">
                {t.target}
              </th>
              <th scope="col">{t.result}</th>
              {isCompared && (
                <>
                  <th scope="col">
                    {t.comparedWith(comparedWith ? formatPeriod(comparedWith, lang) : t.periodBefore)}
                  </th>
                  <th scope="col">{t.fromYear}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <tr key={figure.id} id={figure.id}>
                <th scope="row">{indicatorLabels[lang][figure.id]}</th>
                <td class="num">
                  {partsWords(figure, lang)}
                  {figure.target && <span class="muted"> {lacking}</span>}
                </td>
                <td class="num">{readingWords(figure, lang)}</td>
                <td class="num">{figure.target ? targetWords(figure.target, lang) : ''}</td>
                <td>{figure.target ? <MetMark verdict={figure.verdict} lang={lang} /> : ''}</td>
                {isCompared && (
                  <>
                    <td>
                      <Change figure={figure} earlier={figure.previousMonth} lang={lang} />
                    </td>
                    <td>
                      <Change figure={figure} earlier={figure.previousYear} lang={lang} />
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < scorecard.indicators.length && <p class="hint">{t.nothingYet}</p>}
      {!comparedWith && <p class="hint">{comparedWords(scorecard, lang)}</p>}
      {isCompared && <p class="hint">{t.changeUnit}</p>}
    </section>
  );
}

/** What stands in none of the unit's figures, beside each that has a target. */
function lackingWords(indicators: Scorecard['indicators'], lang: Lang): string {
  const t = scorecardTexts[lang];
  const { notDue, missing } = withoutReport(indicators);
  const words = [
    notDue > 0 ? t.notDue(formatNumber(notDue, lang)) : '',
    missing > 0 ? t.missing(formatNumber(missing, lang)) : '',
  ];
  const said = words.filter(Boolean).join('; ');
  return said && `(${said})`;
}

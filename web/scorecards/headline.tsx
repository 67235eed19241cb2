import { formatNumber, formatPeriod } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Period } from '#shared/period.ts';
import { indicatorTable } from '#shared/scorecards/indicators.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { mainFigures } from '#shared/scorecards/main-figures.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { sections } from '#shared/scorecards/sections.ts';
import { shownFigures } from '#shared/scorecards/shown-figures.ts';
import { comparedWords } from '#shared/scorecards/texts/compared.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { FigureRow } from '#web/scorecards/figure-row.tsx';

interface HeadlineProps {
  readonly scorecard: Scorecard;
  /** The months up to this one, for the lines beside the main figures. */
  readonly months?: Trend['months'] | undefined;
  /** The period to compare with, instead of the previous one. */
  readonly comparedWith?: Period | undefined;
  readonly lang: Lang;
}

/** Shows the unit's own figures under the headings of the workbook, with targets and changes: the main ones first, the others folded. */
export function Headline({ scorecard, months, comparedWith, lang }: HeadlineProps) {
  const t = scorecardTexts[lang];
  const isCompared = isClosed(scorecard);
  const shown = shownFigures(scorecard);
  const heads = {
    counts: t.counts,
    value: t.value,
    target: t.target,
    result: t.result,
    ...(isCompared && {
      since: t.comparedWith(comparedWith ? formatPeriod(comparedWith, lang) : t.periodBefore),
      fromYear: t.fromYear,
    }),
    ...(months && { months: trendTexts[lang].sparks }),
  };
  const numbers: readonly string[] = ['counts', 'value', 'target'];
  const lacking = lackingWords(scorecard.indicators, lang);
  const table = (label: string, figures: readonly Indicator[]) => (
    <section class="scroll" aria-label={label} tabindex={0}>
      <table class="data cards figures">
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            {Object.entries(heads).map(([head, text]) => (
              <th key={head} scope="col" class={numbers.includes(head) ? 'num' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map(({ id, numeral, heading }) => {
          const own = figures.filter((figure) => indicatorTable[figure.id].shown.section === id);
          return own.length === 0 ? null : (
            <tbody key={id}>
              <tr class="group">
                <th scope="rowgroup" colSpan={1 + Object.keys(heads).length}>
                  {numeral}. {heading[lang]}
                </th>
              </tr>
              {own.map((figure) => (
                <FigureRow
                  key={figure.id}
                  figure={figure}
                  heads={heads}
                  lacking={lacking}
                  months={months}
                  lang={lang}
                />
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
  const isMain = ({ id }: Indicator) => mainFigures.includes(id);
  const others = shown.filter((figure) => !isMain(figure));
  return (
    <section>
      <h2>{t.headline}</h2>
      {table(t.headline, shown.filter(isMain))}
      {others.length > 0 && (
        <details>
          <summary>{t.others(others.length)}</summary>
          {table(t.others(others.length), others)}
        </details>
      )}
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

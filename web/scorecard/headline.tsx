import type { Indicator } from '#shared/scorecard.ts';
import { indicatorLabels } from '#shared/texts/indicators.ts';
import type { Lang } from '#shared/texts/lang.ts';
import { scorecardTexts } from '#shared/texts/scorecard.ts';
import { targetWords } from '#shared/texts/target.ts';
import { MetMark } from '#web/components/met-mark.tsx';
import { changeWords, partsWords, readingWords } from '#web/scorecard/figure.ts';

/** The unit's own figures, one a row, with their parts, targets and changes. */
export function Headline({ indicators, lang }: { readonly indicators: readonly Indicator[]; readonly lang: Lang }) {
  const t = scorecardTexts[lang];
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
              <th scope="col" class="num">
                {t.fromMonth}
              </th>
              <th scope="col" class="num">
                {t.fromYear}
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">{indicatorLabels[lang][figure.id]}</th>
                <td class="num">{partsWords(figure, lang)}</td>
                <td class="num">{readingWords(figure, lang)}</td>
                <td class="num">{figure.target ? targetWords(figure.target, lang) : ''}</td>
                <td>{figure.target ? <MetMark met={figure.met} lang={lang} /> : ''}</td>
                <td class="num">{changeWords(figure, figure.previousMonth, lang)}</td>
                <td class="num">{changeWords(figure, figure.previousYear, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.changeUnit}</p>
    </section>
  );
}

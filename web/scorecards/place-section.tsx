import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import type { Place } from '#shared/scorecards/place.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { placeTexts } from '#shared/scorecards/texts/place.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';

/** Shows a commune its rank in the district and the district's sums. */
export function PlaceSection({ place, lang }: { readonly place: Place; readonly lang: Lang }) {
  const t = placeTexts[lang];
  const { name, rank, ranked, indicators } = place;
  return (
    <section>
      <h2>{t.title(name)}</h2>
      <p>
        <b>{rank === null ? t.unranked : t.rank(rank, ranked)}</b>
      </p>
      <details>
        <summary>{t.sums(capitalized(name))}</summary>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{scorecardTexts[lang].indicator}</th>
              <th scope="col" class="num">
                {scorecardTexts[lang].counts}
              </th>
              <th scope="col" class="num">
                {scorecardTexts[lang].value}
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">{indicatorLabels[lang][figure.id]}</th>
                <td class="num">{partsWords(figure, lang)}</td>
                <td class="num">{readingWords(figure, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

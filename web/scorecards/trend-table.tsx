import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend, TrendMonth } from '#shared/scorecards/trend.ts';
import type { UnitId } from '#shared/units/units.ts';

interface TrendTableProps {
  readonly trend: Trend;
  /** The months before the unit began, with the units whose figures stand there. */
  readonly stoodAs: ReadonlyMap<Month, readonly UnitId[]>;
  readonly ids: readonly IndicatorId[];
  readonly lang: Lang;
}

/** Shows the charts' numbers, one row per month, each with a link to its scorecard; a sum of several units has none. */
export function TrendTable({ trend: { unit, months }, stoodAs, ids, lang }: TrendTableProps) {
  const t = trendTexts[lang];
  const scorecardOf = ({ month, status }: TrendMonth) => {
    const [only, ...others] = stoodAs.get(month) ?? [unit];
    const isOne = only !== undefined && others.length === 0;
    return isOne && status && status !== 'baseline' && pathTo('/scorecards/{unit}/{month}', { unit: only, month });
  };
  return (
    <section>
      <h2>{t.figures}</h2>
      <section class="scroll" aria-label={t.figures} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              <th scope="col">{t.status}</th>
              {ids.map((id) => (
                <th key={id} scope="col" class="num">
                  {indicatorLabels[lang][id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((each) => (
              <tr key={each.month}>
                <th scope="row">
                  <Linked path={scorecardOf(each)} name={capitalized(formatMonth(each.month, lang))} />
                </th>
                <td>{each.status ? t[each.status] : t.none}</td>
                {ids.map((id) => {
                  const figure = findIndicator(each.indicators, id);
                  if (!figure || figure.denominator === 0) return <td class="num">—</td>;
                  return (
                    <td key={id} class="num">
                      {figure.met === false && <span aria-hidden="true">× </span>}
                      {figure.met === false && <span class="unseen">{scorecardTexts[lang].missed} </span>}
                      {readingWords(figure, lang)} <span class="muted">{partsWords(figure, lang)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Linked({ path, name }: { readonly path: string | false | null; readonly name: string }) {
  return path ? <a href={path}>{name}</a> : name;
}

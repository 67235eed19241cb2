import { capitalized, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

/** Shows by month and unit who reported fully, partly or not at all, by shape and number instead of colour. */
export function CompletenessMap({ trend, lang }: { readonly trend: Trend; readonly lang: Lang }) {
  const t = trendTexts[lang];
  return (
    <section>
      <h2>{t.map}</h2>
      <section class="scroll" aria-label={t.map} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {trend.months.map(({ month, status }) => (
                <th key={month} scope="col" class="num">
                  {monthDigits(month)}
                  {status === 'live' && ` ${t.openMonth}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.completeness.map(({ unit, name, reported }) => (
              <tr key={unit}>
                <th scope="row">{capitalized(name)}</th>
                {reported.map((fraction, at) => (
                  <td key={trend.months[at]?.month} class="num">
                    <Share fraction={fraction} isOpen={trend.months[at]?.status === 'live'} lang={lang} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.mapHint}</p>
    </section>
  );
}

interface ShareProps {
  readonly fraction: Fraction | null;
  readonly isOpen: boolean;
  readonly lang: Lang;
}

function Share({ fraction, isOpen, lang }: ShareProps) {
  if (!fraction || fraction.denominator === 0) return <>—</>;
  const { numerator, denominator } = fraction;
  const t = trendTexts[lang];
  if (numerator === denominator) return <Shape shape="●" word={t.all} />;
  if (isOpen) return <>{`${numerator}/${denominator}`}</>;
  if (numerator === 0) return <Shape shape="○" word={t.nobody} />;
  return (
    <>
      <span aria-hidden="true">◐</span> {numerator}/{denominator}
    </>
  );
}

function Shape({ shape, word }: { readonly shape: string; readonly word: string }) {
  return (
    <>
      <span aria-hidden="true">{shape}</span>
      <span class="unseen">{word}</span>
    </>
  );
}

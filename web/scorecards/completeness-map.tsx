import { capitalized, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

/** Of more months a column is a year: a hundred columns are seen on no screen. */
const MOST_COLUMNS = 36;

interface MapProps {
  readonly trend: Trend;
  readonly lang: Lang;
}

/** Shows by month and unit who reported fully, partly or not at all, by shape and number instead of colour. */
export function CompletenessMap({ trend, lang }: MapProps) {
  const t = trendTexts[lang];
  if (trend.months.length > MOST_COLUMNS) return <MapOfYears trend={trend} lang={lang} />;
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

/** The same of many years: in a year's cell a mark a month, and in words how many there are of each. */
function MapOfYears({ trend: { months, completeness }, lang }: MapProps) {
  const t = trendTexts[lang];
  const years = [...Map.groupBy(months.keys(), (at) => months[at]?.month.slice(0, 4) ?? '')];
  return (
    <section>
      <h2>{t.map}</h2>
      <section class="scroll" aria-label={t.map} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {years.map(([year]) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {completeness.map(({ unit, name, reported }) => (
              <tr key={unit}>
                <th scope="row">{capitalized(name)}</th>
                {years.map(([year, places]) => {
                  const marks = places.map((at) => markOf(reported[at] ?? null, months[at]?.status === 'live'));
                  const count = (mark: Mark) => marks.filter((each) => each === mark).length;
                  return (
                    <td key={year}>
                      <span aria-hidden="true">{marks.join('')}</span>{' '}
                      <span class="unseen">{t.yearInWords(count('●'), count('◐'), count('○'), marks.length)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.mapYearsHint}</p>
    </section>
  );
}

type Mark = '●' | '◐' | '○' | '–' | '…';

function markOf(fraction: Fraction | null, isOpen: boolean): Mark {
  if (!fraction || fraction.denominator === 0) return '–';
  if (fraction.numerator === fraction.denominator) return '●';
  if (isOpen) return '…';
  return fraction.numerator === 0 ? '○' : '◐';
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

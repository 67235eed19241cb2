import type { ComponentChildren } from 'preact';
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
  return trend.months.length > MOST_COLUMNS ? (
    <MapOfYears trend={trend} lang={lang} />
  ) : (
    <MapOfMonths trend={trend} lang={lang} />
  );
}

function MapOfMonths({ trend: { months, completeness }, lang }: MapProps) {
  const t = trendTexts[lang];
  const heads = months.map(({ month, status }) => (
    <th key={month} scope="col" class="num">
      {monthDigits(month)}
      {status === 'live' && ` ${t.openMonth}`}
    </th>
  ));
  return (
    <MapTable heads={heads} hint={t.mapHint} completeness={completeness} lang={lang}>
      {(reported) =>
        reported.map((fraction, at) => (
          <td key={months[at]?.month} class="num">
            <Share fraction={fraction} isOpen={months[at]?.status === 'live'} lang={lang} />
          </td>
        ))
      }
    </MapTable>
  );
}

/** The same of many years: in a year's cell a mark a month, and in words how many there are of each. */
function MapOfYears({ trend: { months, completeness }, lang }: MapProps) {
  const t = trendTexts[lang];
  const years = [...Map.groupBy(months.keys(), (at) => months[at]?.month.slice(0, 4) ?? '')];
  const heads = years.map(([year]) => (
    <th key={year} scope="col">
      {year}
    </th>
  ));
  return (
    <MapTable heads={heads} hint={t.mapYearsHint} completeness={completeness} lang={lang}>
      {(reported) =>
        years.map(([year, places]) => {
          const marks = places.map((at) => markOf(reported[at] ?? null, months[at]?.status === 'live'));
          const count = (mark: Mark) => marks.filter((each) => each === mark).length;
          return (
            <td key={year}>
              <span aria-hidden="true">{marks.join('')}</span>{' '}
              <span class="unseen">{t.yearInWords(count('●'), count('◐'), count('○'), marks.length)}</span>
            </td>
          );
        })
      }
    </MapTable>
  );
}

interface MapTableProps {
  readonly heads: ComponentChildren;
  readonly hint: string;
  readonly completeness: Trend['completeness'];
  readonly lang: Lang;
  /** The cells of a unit's row, from its share of each month. */
  readonly children: (reported: Trend['completeness'][number]['reported']) => ComponentChildren;
}

function MapTable({ heads, hint, completeness, lang, children }: MapTableProps) {
  const t = trendTexts[lang];
  return (
    <section>
      <h2>{t.map}</h2>
      <section class="scroll" aria-label={t.map} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {completeness.map(({ unit, name, reported }) => (
              <tr key={unit}>
                <th scope="row">{capitalized(name)}</th>
                {children(reported)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{hint}</p>
    </section>
  );
}

/** Who reported in a month: all, some, nobody; not counted; not closed, and not all yet. */
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
  const t = trendTexts[lang];
  const mark = markOf(fraction, isOpen);
  if (!fraction || mark === '–') return <>—</>;
  const counts = `${fraction.numerator}/${fraction.denominator}`;
  if (mark === '●') return <Shape shape={mark} word={t.all} />;
  if (mark === '○') return <Shape shape={mark} word={t.nobody} />;
  if (mark === '…') return <>{counts}</>;
  return (
    <>
      <span aria-hidden="true">{mark}</span> {counts}
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

import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { Span } from '#shared/input/parse-span.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth, monthDigits } from '#shared/language/format.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { trendTexts } from '#shared/scorecards/texts/trend.ts';
import { breaksIn, type Trend } from '#shared/scorecards/trend.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';
import type { UnitId } from '#shared/units/units.ts';
import { LineageNote } from '#web/components/lineage-note.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { CompletenessMap } from '#web/scorecards/completeness-map.tsx';
import { SpanForm, SpanMistakes } from '#web/scorecards/span-form.tsx';
import { TopicMonthsTable } from '#web/scorecards/topic-months-table.tsx';
import { TrendChart } from '#web/scorecards/trend-chart.tsx';
import { TrendTable } from '#web/scorecards/trend-table.tsx';

interface TrendPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly span: Span;
  /** Absent if none of the months has a scorecard. */
  readonly trend?: Trend;
  /** The units whose figures stand in the months before this one began. */
  readonly before?: readonly { readonly unit: UnitId; readonly name: string; readonly month: Month }[];
  /** Of those months, whose scorecards there are. */
  readonly stoodAs?: ReadonlyMap<Month, readonly UnitId[]>;
  /** Whether months are left out because units before it were split. */
  readonly isSplit?: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

/** The figures whose trend a district follows. */
const ids = [
  'reported',
  'onTime',
  'met',
  'attendance',
  'attendanceCells',
  'preparation',
  'resolution',
  'concrete',
  'halfSpoke',
  'sameFocus',
  'lateArrivals',
  'notesTaken',
  'score',
] as const satisfies readonly IndicatorId[];

/** Shows a unit over several months: charts, their numbers, and who reported when. */
export function TrendPage(props: TrendPageProps) {
  const { context, unit, span, trend, before = [], stoodAs = new Map(), isSplit, typed, errors = [] } = props;
  const { lang } = context;
  const { from, to } = span;
  const t = trendTexts[lang];
  const breaks = breaksIn(trend?.months ?? []);
  const action = (query: Readonly<Record<string, string>> = {}) =>
    pathTo('/scorecards/{unit}', { unit: unit.id }, query);
  const last = pathTo('/scorecards/{unit}/{month}', { unit: unit.id, month: to });
  const status = trend?.months.find(({ month }) => month === to)?.status ?? null;
  const isCounted = status !== null && status !== 'baseline' && !stoodAs.has(to);
  const form = { lang, typed: typed ?? { from: monthDigits(from), to: monthDigits(to) }, errors };
  return (
    <Document title={`${t.title}: ${unit.name}`} context={context} wide>
      <h1>{t.title}</h1>
      <SpanMistakes title={t.wrong} form={form} />
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {t.span(formatMonth(from, lang), formatMonth(to, lang))}.
      </p>
      {before.length > 0 && (
        <>
          <p class="notice">{t.before}</p>
          <LineageNote
            lang={lang}
            before={before.map(({ unit: id, name, month }) => ({
              name,
              path: pathTo('/scorecards/{unit}/{month}', { unit: id, month }),
            }))}
          />
        </>
      )}
      {isSplit && <p class="notice">{t.isSplit}</p>}
      <SpanForm action={action()} form={form} texts={t} />
      <p class="actions">
        {[12, 24, 60, 120].map((count) => (
          <span key={count}>
            <a href={action({ from: addMonths(to, 1 - count), to })}>{t.months(count)}</a>{' '}
          </span>
        ))}
        {isCounted && (
          <>
            <a href={last}>{t.scorecard}</a>{' '}
          </>
        )}
        <a href={pathTo('/summaries/{unit}', { unit: unit.id }, { from, to })}>{summaryTexts[lang].title}</a>{' '}
        {isCounted &&
          (['csv', 'json'] as const).map((ending) => (
            <Fragment key={ending}>
              <a href={`${last}.${ending}?rows=months`} download>
                {t.file(ending.toUpperCase())}
              </a>{' '}
            </Fragment>
          ))}
      </p>
      {trend ? (
        <>
          <section>
            <h2>{t.charts}</h2>
            <div class="charts">
              {ids.map((id) => (
                <TrendChart key={id} id={id} months={trend.months} lang={lang} />
              ))}
            </div>
            <p class="hint">{t.chartHint}</p>
            {breaks.length > 0 && <p class="notice">{t.breaks(breaks.map(monthDigits).join(', '))}</p>}
          </section>
          <TrendTable trend={trend} stoodAs={stoodAs} ids={ids} lang={lang} />
          <TopicMonthsTable trend={trend} lang={lang} />
          {trend.completeness.length > 0 && <CompletenessMap trend={trend} lang={lang} />}
        </>
      ) : (
        <p>{t.noScorecards}</p>
      )}
    </Document>
  );
}

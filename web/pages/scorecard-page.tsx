import { Fragment } from 'preact';
import type { Month } from '#shared/period.ts';
import { regimeBy } from '#shared/regimes.ts';
import { pathTo } from '#shared/routes.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { capitalized, formatInstant, formatMonth } from '#shared/texts/format.ts';
import { overrideWords } from '#shared/texts/overrides.ts';
import { scorecardTexts } from '#shared/texts/scorecard.ts';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { BelowNormList } from '#web/scorecard/below-norm-list.tsx';
import { Headline } from '#web/scorecard/headline.tsx';
import { UnitTable } from '#web/scorecard/unit-table.tsx';

interface ScorecardPageProps {
  readonly context: PageContext;
  readonly scorecard: Scorecard;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
}

/** A unit's month in figures: the headline, the units below it, and what needs attention. */
export function ScorecardPage({ context, scorecard, previousMonth, nextMonth }: ScorecardPageProps) {
  const { lang } = context;
  const {
    unit,
    name,
    month,
    status,
    revision,
    generatedAt,
    digest,
    indicators,
    children,
    groups,
    belowNorm,
    overrides,
  } = scorecard;
  const t = scorecardTexts[lang];
  const title = `${t.title} ${formatMonth(month, lang)}`;
  const isDistrict = groups.length > 0;
  const to = (other: Month) => pathTo('/scorecards/{unit}/{month}', { unit, month: other });
  return (
    <Document title={`${title}: ${name}`} context={context} wide>
      <h1>{title}</h1>
      <p class="lead">
        <b>{capitalized(name)}.</b>{' '}
        {status === 'official' ? (
          <>
            <b>{t.official(revision)}.</b> {t.officialMore(formatInstant(generatedAt))}
          </>
        ) : (
          <>
            <b>{t.live}.</b> {t.liveMore(formatInstant(generatedAt))}
          </>
        )}
      </p>
      <p>
        {t.regime}: {regimeBy(scorecard.regime)?.name ?? scorecard.regime}
        {overrides && `. ${t.overrides}: ${overrideWords(overrides, lang).join('; ')}`}
      </p>
      <MonthNav lang={lang} previous={previousMonth} next={nextMonth} to={to} />
      <p class="actions">
        {t.downloads}:{' '}
        {(['xlsx', 'csv', 'json'] as const).map((ending) => (
          <Fragment key={ending}>
            <a href={`${to(month)}.${ending}`} download>
              {ending.toUpperCase()}
            </a>{' '}
          </Fragment>
        ))}
        <a href={pathTo('/months/{month}', { month }, { unit })}>{t.board}</a>
      </p>
      <Headline indicators={indicators} lang={lang} />
      {children.length > 0 && (
        <UnitTable
          title={isDistrict ? t.communes : t.cells}
          rows={children.map((child) => ({
            rank: child.rank,
            name: capitalized(child.name),
            ...(isDistrict && { link: pathTo('/scorecards/{unit}/{month}', { unit: child.unit, month }) }),
            indicators: child.indicators,
          }))}
          ranked
          lang={lang}
        />
      )}
      {groups.length > 0 && <UnitTable title={t.groups} rows={groups} lang={lang} />}
      <BelowNormList belowNorm={belowNorm} lang={lang} />
      <p class="muted">
        {t.digest}: <code>{digest}</code>
      </p>
    </Document>
  );
}

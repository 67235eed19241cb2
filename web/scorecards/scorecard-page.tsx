import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import { briefingTexts } from '#shared/briefings/texts/briefing.ts';
import { overrideWords } from '#shared/judging/texts/overrides.ts';
import { formatPeriod } from '#shared/language/format.ts';
import { regimeById } from '#shared/norms/regimes.ts';
import { type Instant, isMonth, lastMonthOf, type Period } from '#shared/period.ts';
import type { Changes } from '#shared/scorecards/compare.ts';
import { isLargeUnit } from '#shared/scorecards/is-large-unit.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { type Arrangement, usualArrangement } from '#shared/scorecards/sort-and-filter.ts';
import { matrixTexts } from '#shared/scorecards/texts/matrix.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import type { Trend } from '#shared/scorecards/trend.ts';
import type { Reach } from '#shared/trainings/reach.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import { FigureActions } from '#web/actions/figure-actions.tsx';
import { Alert } from '#web/components/alert.tsx';
import { LeftOutList } from '#web/components/left-out-list.tsx';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { BelowNormList } from '#web/scorecards/below-norm-list.tsx';
import { ChangesList } from '#web/scorecards/changes-list.tsx';
import { ChildrenSection } from '#web/scorecards/children-section.tsx';
import { CorrectionsList } from '#web/scorecards/corrections-list.tsx';
import { Headline } from '#web/scorecards/headline.tsx';
import { MattersTable } from '#web/scorecards/matters-table.tsx';
import { OtherPeriods } from '#web/scorecards/other-periods.tsx';
import { PlaceSection } from '#web/scorecards/place-section.tsx';
import { ResultsSection } from '#web/scorecards/results-section.tsx';
import { AtAGlance } from '#web/scorecards/scorecard-summary.tsx';
import { StaffSection } from '#web/scorecards/staff-section.tsx';
import { Standing } from '#web/scorecards/standing.tsx';
import { UnitTable } from '#web/scorecards/unit-table.tsx';

/** The optional data around a scorecard. */
export interface ScorecardExtras {
  readonly previous?: Period;
  readonly next?: Period;
  /** When a live month closes. */
  readonly closing?: Instant;
  readonly newestRevision?: number;
  /** The successors of units that no longer exist. */
  readonly successors?: Readonly<Record<UnitId, readonly RelatedUnit[]>>;
  /** The differences between this revision and the one before. */
  readonly changes?: Changes;
  /** Of a commune's own scorecard: its place in the district. */
  readonly place?: Place;
  /** Of a month: what is being done about the unit's figures. */
  readonly acted?: readonly PlannedAction[];
  /** How many secretaries were trained; it is none of the scorecard's figures. */
  readonly reach?: Reach;
  /** The twelve months up to this period's last. */
  readonly months?: Trend['months'];
  /** Whether the reader may open the closed month again. */
  readonly mayReopen?: boolean;
}

interface ScorecardPageProps extends ScorecardExtras {
  readonly context: PageContext;
  readonly scorecard: Scorecard;
  /** The figures are older than they should be. */
  readonly behind?: boolean;
  /** The reader's choice of order for the units below; the default is by rank. */
  readonly arrangement?: Arrangement;
  /** The period that the reader typed for comparison, and the period it was resolved to. */
  readonly comparison?: {
    readonly typed: string;
    readonly with?: Period;
    /** Either of the two is not closed: they are not compared. */
    readonly isOpen?: boolean;
  };
}

/** Shows a unit's month or longer period in figures: the headline, the units below, and what needs attention. */
export function ScorecardPage(props: ScorecardPageProps) {
  const { context, scorecard, previous, next, closing, newestRevision, changes, comparison, successors = {} } = props;
  const { lang } = context;
  const { unit, name, month, status, revision, children, groups, overrides, matters } = scorecard;
  const t = scorecardTexts[lang];
  const title = `${t.title} ${formatPeriod(month, lang)}`;
  const isDistrict = parentOf(unit) === undefined;
  const to = (other: Period) => pathTo('/scorecards/{unit}/{month}', { unit, month: other });
  const boardMonth = lastMonthOf(month);
  const toReports = (cell: UnitId) => pathTo('/months/{month}', { month: boardMonth }, { unit: cell });
  const toChild = (child: ScorecardChild) =>
    isDistrict ? pathTo('/scorecards/{unit}/{month}', { unit: child.unit, month }) : toReports(child.unit);
  const toBelowNorm = (commune: UnitId) =>
    `${pathTo('/scorecards/{unit}/{month}', { unit: commune, month })}#below-norm`;
  const ofRevision = status === 'official' && newestRevision !== undefined ? `?revision=${revision}` : '';
  return (
    <Document title={`${title}: ${name}`} context={context} wide work>
      <h1>{title}</h1>
      <Standing
        scorecard={scorecard}
        behind={props.behind}
        closing={closing}
        newestRevision={newestRevision}
        successors={successors[unit]}
        lang={lang}
      />
      {scorecard.leftOut && <LeftOutList leftOut={scorecard.leftOut} lang={lang} />}
      <p>
        {t.regime}: {regimeById(scorecard.regime)?.name ?? scorecard.regime}
        {overrides && `. ${t.overrides}: ${overrideWords(overrides, lang).join('; ')}`}
      </p>
      {comparison && !comparison.with && (
        <Alert
          title={comparison.isOpen ? t.compareOpen(comparison.typed) : t.compareNone(comparison.typed)}
          tone="notice"
        />
      )}
      <MonthNav lang={lang} previous={previous} next={next} to={to} />
      <p class="actions">
        {t.downloads}:{' '}
        {(['xlsx', 'pdf', 'csv', 'json'] as const).map((ending) => (
          <Fragment key={ending}>
            <a href={`${to(month)}.${ending}${ofRevision}`} download>
              {ending.toUpperCase()}
            </a>{' '}
          </Fragment>
        ))}
        <a href={`${to(month)}.csv?rows=cells${ofRevision.replace('?', '&')}`} download>
          {t.cellsCsv}
        </a>
      </p>
      <p class="actions">
        {children.length > 0 && (
          <>
            <a href={`${to(month)}?view=matrix`}>{matrixTexts[lang].see}</a>{' '}
          </>
        )}
        {isMonth(month) && (
          <>
            <a href={pathTo('/briefings/{unit}/{month}', { unit, month })}>{briefingTexts[lang].link}</a>{' '}
          </>
        )}
        <a href={pathTo('/scorecards/{unit}', { unit })}>{t.trend}</a> <a href={toReports(unit)}>{t.board}</a>
        {props.mayReopen && (
          <>
            {' '}
            <a href={pathTo('/scorecards/{unit}/{month}/reopen', { unit, month })}>{t.reopen}</a>
          </>
        )}
      </p>
      {props.reach && props.reach.of > 0 && (
        <p>
          <a href={pathTo('/trainings', {})}>{trainingTexts[lang].reach(props.reach.trained, props.reach.of)}</a>
        </p>
      )}
      <OtherPeriods scorecard={scorecard} typed={comparison?.typed} lang={lang} />
      {changes && <ChangesList changes={changes} revision={revision} lang={lang} />}
      {scorecard.corrections && <CorrectionsList corrections={scorecard.corrections} lang={lang} />}
      <AtAGlance scorecard={scorecard} to={toChild} comparedWith={comparison?.with} lang={lang} />
      <Headline scorecard={scorecard} months={props.months} comparedWith={comparison?.with} lang={lang} />
      {props.acted && <FigureActions scorecard={scorecard} acted={props.acted} context={context} />}
      {props.place && <PlaceSection place={props.place} lang={lang} />}
      {children.length > 0 && (
        <ChildrenSection
          title={isDistrict ? t.communes : t.cells}
          scorecard={scorecard}
          arrangement={props.arrangement ?? usualArrangement}
          to={toChild}
          successors={successors}
          lang={lang}
        />
      )}
      {groups.length > 0 && (
        <section>
          <h2>{t.groups}</h2>
          <UnitTable title={t.groups} rows={groups.map((group) => ({ key: group.group, ...group }))} lang={lang} />
        </section>
      )}
      {scorecard.results && <ResultsSection scorecard={scorecard} lang={lang} />}
      {scorecard.staff && <StaffSection staff={scorecard.staff} status={status} lang={lang} />}
      {matters && <MattersTable matters={matters} lang={lang} />}
      <BelowNormList
        belowNorm={scorecard.belowNorm}
        to={toReports}
        toCommune={isDistrict && isLargeUnit(scorecard) ? toBelowNorm : undefined}
        lang={lang}
      />
      <p class="muted">
        {t.digest}: <code>{scorecard.digest}</code>
      </p>
    </Document>
  );
}

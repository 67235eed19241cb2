import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { capitalized, formatDay, formatNumber } from '#shared/language/format.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { monthOf } from '#shared/period.ts';
import { fieldLabels } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { topics } from '#shared/reports/topics.ts';
import type { ScoreDifference } from '#shared/visits/score-differences.ts';
import { adviceLabels, visitedMeetingLabels, visitStateLabels, visitsTexts } from '#shared/visits/texts/visits.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { ScoreDifferences } from '#web/visits/score-differences.tsx';

interface VisitPageProps {
  readonly context: PageContext;
  readonly visit: VisitRevision;
  readonly unitName: string;
  /** The visits before and after it in its group's month. */
  readonly beside?: Neighbours<Pick<VisitRevision, 'id' | 'date'>>;
  /** Where its points differ from the cell's own. */
  readonly gaps: readonly ScoreDifference[];
  /** The cell's report of the meeting that was attended. */
  readonly cellReport?: string;
  /** The concerns that were heard. */
  readonly matters: readonly TrackedMatter[];
  readonly mayReport: boolean;
  readonly mayDrop: boolean;
  readonly just: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** A visit: planned, made or dropped. It compares the visitor's findings with the cell's own report. */
export function VisitPage(props: VisitPageProps) {
  const {
    context,
    visit,
    unitName,
    gaps,
    cellReport,
    matters,
    mayReport,
    mayDrop,
    just,
    typed,
    errors,
    beside = {},
  } = props;
  const { lang, session } = context;
  const { id, date, meeting, state, member, reason, movedTo, report, group } = visit;
  const t = visitsTexts[lang];
  const labels = fieldLabels[lang];
  const title = `${t.visit}: ${capitalized(unitName)}, ${formatDay(date)}`;
  const form = { lang, typed, errors };
  const words = (['seen', 'advice', 'lastAdvice'] as const).filter((name) => report?.[name]);
  return (
    <Document title={title} context={context} typing={errors.length > 0}>
      <h1>{title}</h1>
      <ErrorSummary form={form} title={t.dropErrors} shows={() => true} />
      {!mayDrop && <TypedWords lang={lang} typed={typed} fields={['reason']} />}
      {just && <Alert title={t.stored} tone="done" />}
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>
          <b>{visitStateLabels[lang][state]}</b> {reason && `: ${reason}`}
          {movedTo && <a href={pathTo('/visits/{id}', { id: movedTo })}>{t.moved}</a>}
        </dd>
        <dt>{t.where}</dt>
        <dd>
          {visitedMeetingLabels[lang][meeting]}, {unitName}
        </dd>
        {member && (
          <>
            <dt>{t.who}</dt>
            <dd>{member}</dd>
          </>
        )}
        {report?.adviceKept && (
          <>
            <dt>{labels.adviceKept}</dt>
            <dd>{adviceLabels[lang][report.adviceKept]}</dd>
          </>
        )}
        {words.map((name) => (
          <Fragment key={name}>
            <dt>{labels[name]}</dt>
            <dd>{report?.[name]}</dd>
          </Fragment>
        ))}
      </dl>
      {report && meeting === 'cell' && <Compared gaps={gaps} report={report} lang={lang} />}
      {matters.length > 0 && (
        <section>
          <h2>{formTexts[lang].matters}</h2>
          <ul class="rows">
            {matters.map(({ id: matter, said: { topic, summary } }) => (
              <li key={matter}>
                {topics[topic][lang]}: <a href={pathTo('/matters/{id}', { id: matter })}>{summary}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        {mayReport && <a href={pathTo('/visits/new', {}, { visit: id })}>{state === 'done' ? t.amend : t.report}</a>}{' '}
        {cellReport && <a href={pathTo('/reports/{id}', { id: cellReport })}>{t.cellReport}</a>}{' '}
        {session && session.role !== 'cell' && (
          <a href={pathTo('/visits', {}, { month: monthOf(date), group: String(group) })}>{t.back}</a>
        )}
      </p>
      <NeighbourNav
        label={t.title}
        {...(beside.previous && { previous: namedVisit(beside.previous) })}
        {...(beside.next && { next: namedVisit(beside.next) })}
      />
      {mayDrop && (
        <form class="card" method="post" action={pathTo('/visits', {})} autocomplete="off">
          <h2>{t.drop}</h2>
          <CsrfField context={context} />
          <input type="hidden" name="action" value="drop" />
          <input type="hidden" name="visit" value={id} />
          <input type="hidden" name="baseRevision" value={visit.revision} />
          <WordsField form={form} name="reason" rows={2} hint={t.dropHint} />
          <p class="send">
            <button type="submit" class="quiet">
              {t.dropSend}
            </button>
          </p>
        </form>
      )}
    </Document>
  );
}

interface ComparedProps extends Pick<VisitPageProps, 'gaps'> {
  readonly report: NonNullable<VisitRevision['report']>;
  readonly lang: PageContext['lang'];
}

/** The visitor's points, and the criteria for which the cell gave itself other points. */
function Compared({ gaps, report, lang }: ComparedProps) {
  const t = visitsTexts[lang];
  const points = Object.entries(report.points);
  if (points.length === 0) return null;
  return (
    <section>
      <h2>{t.score}</h2>
      <dl class="facts">
        {points.map(([id, value]) => (
          <Fragment key={id}>
            <dt>{criterionName(id, lang)}</dt>
            <dd>{formatNumber(value, lang)}</dd>
          </Fragment>
        ))}
      </dl>
      <h3>{t.gaps}</h3>
      <ScoreDifferences gaps={gaps} lang={lang} />
    </section>
  );
}

function namedVisit({ id, date }: Pick<VisitRevision, 'id' | 'date'>): Neighbour {
  return { name: formatDay(date), path: pathTo('/visits/{id}', { id }) };
}

import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import type { Scores } from '#shared/judging/scores.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { kinds } from '#shared/reports/choices.ts';
import { type Revision, requiredOf } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import type { ReviewRow } from '#shared/reviews/review-list.ts';
import { reviewsTexts } from '#shared/reviews/texts/reviews.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { Decisions } from '#web/reports/decisions.tsx';
import { Deed } from '#web/reports/deed.tsx';
import { ReportContent } from '#web/reports/report-content.tsx';
import { ScoreSheet } from '#web/reports/score-sheet.tsx';
import { Findings } from '#web/reviews/findings.tsx';

interface ReviewPageProps {
  readonly context: PageContext;
  readonly row: Pick<ReviewRow, 'findings' | 'flags'>;
  readonly revision: Revision;
  readonly cellName: string;
  readonly communeName: string;
  readonly regime: Regime;
  readonly judgement: Judgement;
  readonly scores: Scores;
  readonly tasks: ReadonlyMap<string, string>;
  /** From 1, of so many that wait in the list. */
  readonly place: number;
  readonly total: number;
  /** Where the decision is sent, which report comes next, and the list. */
  readonly to: string;
  readonly nextPath?: string;
  readonly listPath: string;
  readonly may: { readonly return: boolean; readonly confirm: boolean };
  readonly nameOf: (unit: UnitId) => string;
  /** The decision on the report before was stored a moment ago. */
  readonly done: boolean;
  /** Whether the report has changed since it was read. */
  readonly stale: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** One report of the list: what stands out and the decision at the top, then all that it says. Deciding leads to the next. */
export function ReviewPage(props: ReviewPageProps) {
  const { context, row, revision, place, total, nextPath, listPath, typed, errors, may } = props;
  const { lang } = context;
  const t = reviewsTexts[lang];
  const { report } = revision;
  const form = { lang, typed, errors };
  const what = `${kinds[report.kind][lang].toLowerCase()}, ${formatDay(report.date)}`;
  return (
    <Document
      title={`${t.place(place, total)}: ${props.cellName}`}
      context={context}
      typing={errors.length > 0 || props.stale}
      work
    >
      <h1>{capitalized(props.cellName)}</h1>
      {props.done && <Alert title={t.decided} tone="done" focused />}
      {props.stale && (
        <Alert title={reportTexts[lang].stale} focused>
          <p>
            <Deed deed={revision} lang={lang} />
          </p>
        </Alert>
      )}
      <ErrorSummary form={form} title={reportTexts[lang].undecided} shows={() => true} />
      <p class="lead">
        <b>{t.place(place, total)}.</b> {capitalized(props.communeName)}, {what};{' '}
        {t.facts(report.present, requiredOf(report), report.durationMinutes)}.
      </p>
      <Findings findings={row.findings} flags={row.flags} lang={lang} nameOf={props.nameOf} />
      <p class="actions">
        {nextPath && <a href={nextPath}>{t.skip}</a>} <a href={listPath}>{t.toList}</a>{' '}
        <a href={pathTo('/reports/{id}', { id: revision.id })}>{t.whole}</a>
      </p>
      <Decisions context={context} to={props.to} revision={revision} regime={props.regime} may={may} form={form} />
      <ScoreSheet judgement={props.judgement} scores={props.scores} lang={lang} />
      <ReportContent report={report} lang={lang} tasks={props.tasks} opensTasks />
    </Document>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import type { RegisterEntry } from '#shared/documents/register.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import type { Scores } from '#shared/judging/scores.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay, formatInstant } from '#shared/language/format.ts';
import { seemsToName } from '#shared/matters/person-name.ts';
import { mattersTexts } from '#shared/matters/texts/matters.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { practiceTexts } from '#shared/practice/texts/practice.ts';
import type { Agenda } from '#shared/prepare/agenda.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import { returnedOf } from '#shared/reports/board.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import type { NextCell } from '#shared/reports/next-cell.ts';
import type { Kind, Revision } from '#shared/reports/report.ts';
import { requiredOf } from '#shared/reports/report.ts';
import { submissionOf } from '#shared/reports/submission.ts';
import { askTexts } from '#shared/reports/texts/ask.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { purgeTexts } from '#shared/reports/texts/purge.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { resultsTexts } from '#shared/reports/texts/results.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import { valueWords } from '#shared/reports/texts/values.ts';
import { sharedMeetingsTexts } from '#shared/themes/texts/shared-meetings.ts';
import { fullName } from '#shared/units/units.ts';
import type { ScoreDifference } from '#shared/visits/score-differences.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import type { VisitId } from '#shared/visits/visit.ts';
import { Alert } from '#web/components/alert.tsx';
import { boardPath } from '#web/components/board-path.ts';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { DocumentFacts } from '#web/documents/document-facts.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';
import { PlannedAndDone } from '#web/prepare/planned-and-done.tsx';
import { Asks } from '#web/reports/asks.tsx';
import { Decisions } from '#web/reports/decisions.tsx';
import { Deed } from '#web/reports/deed.tsx';
import { History } from '#web/reports/history.tsx';
import { reasonIdOf } from '#web/reports/reason-form.tsx';
import { ReportContent } from '#web/reports/report-content.tsx';
import { ReturnedNotice } from '#web/reports/returned-notice.tsx';
import { ScoreSheet } from '#web/reports/score-sheet.tsx';
import { StateTag } from '#web/reports/state-tag.tsx';
import { ScoreDifferences } from '#web/visits/score-differences.tsx';

interface ReportPageProps {
  readonly context: PageContext;
  /** The newest revision. */
  readonly revision: Revision;
  /** The words of the tasks that it follows up by their ids. */
  readonly taskWords: ReadonlyMap<string, string>;
  /** All revisions, oldest first. */
  readonly history: readonly Omit<Revision, 'report'>[];
  /** What was planned for the meeting. */
  readonly agenda?: Agenda;
  readonly regime: Regime;
  readonly judgement: Judgement;
  readonly scores: Scores;
  /** Working groups' visits to this meeting, with the points that differ from the cell's own score. */
  readonly visits: readonly { readonly id: VisitId; readonly gaps: readonly ScoreDifference[] }[];
  readonly receipt: string;
  readonly cellName: string;
  readonly communeName: string;
  readonly month: Month;
  readonly late: boolean;
  /** What the reader may do to the report now. */
  readonly may: Readonly<Record<'amend' | 'return' | 'confirm' | 'ask' | 'answer', boolean>>;
  /** The register of its cell's documents. */
  readonly register?: readonly RegisterEntry[];
  /** What was asked about it since its month closed. */
  readonly asks?: readonly AnsweredAsk[];
  /** How often its month was opened again; absent while it is not official. */
  readonly reopened?: number;
  /** Somebody asked for what needs no asking. */
  readonly isOpen?: true;
  /** Whether what was asked, or answered, had been said otherwise before. */
  readonly staleAsk?: true;
  /** Whether the reader may open the pages of the cell's tasks. */
  readonly opensTasks?: boolean;
  /** Whether the report was sent a moment ago. */
  readonly just?: 'stored' | 'same';
  /** The reports before and after it on its commune's board. */
  readonly beside?: Neighbours<Neighbour>;
  /** For which cell its sender goes on. */
  readonly next?: NextCell;
  /** The form state of a rejected decision: what was typed, and its mistakes. */
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Whether the report has changed since it was read. */
  readonly stale?: true;
  /** Why nothing can be decided. */
  readonly refused?: { readonly title: string; readonly sentence: string };
  readonly table?: FieldTable;
}

/** Shows a stored report: its receipt number, then its score, its content and its history. */
export function ReportPage(props: ReportPageProps) {
  const {
    context,
    revision,
    history,
    regime,
    judgement,
    scores,
    visits,
    receipt,
    cellName,
    communeName,
    month,
    late,
    may,
    just,
    taskWords,
  } = props;
  const { typed = {}, errors = [], stale, table, next } = props;
  const { lang } = context;
  const role = context.session?.role;
  const t = reportTexts[lang];
  const { report, state, firstReceivedAt } = revision;
  const { returned } = returnedOf(revision);
  const { at, filledAt } = submissionOf(history);
  const form = { lang, typed, errors };
  const asking = typed['action'] === 'ask' || typed['action'] === 'refuse' ? typed['action'] : undefined;
  const about = errors.length > 0 ? asking : undefined;
  const kept = !isAsked(typed['action'], may);
  const what = `${valueWords('kind', report.kind, lang, table).toLowerCase()}, ${formatDay(report.date)}`;
  return (
    <Document
      title={`${t.title}: ${cellName}, ${what}`}
      context={context}
      typing={props.typed !== undefined}
      work={next !== undefined}
    >
      <h1>
        {t.title}: {capitalized(cellName)}
      </h1>
      {stale && (
        <Alert title={t.stale} focused>
          <p>
            <Deed deed={revision} lang={lang} />
          </p>
        </Alert>
      )}
      {props.refused && (
        <Alert title={props.refused.title} focused>
          <p>{props.refused.sentence}</p>
        </Alert>
      )}
      {props.staleAsk && <Alert title={askTexts[lang].stale} focused />}
      {props.isOpen && <Alert title={askTexts[lang].isOpen} focused />}
      {about ? (
        <Alert title={t.undecided} focused>
          {errors.map((error) => (
            <p key={error.field}>
              <a href={`#${reasonIdOf(about)}`}>{`${t.reason}: ${mistakeAt(error, lang)}`}</a>
            </p>
          ))}
        </Alert>
      ) : (
        <ErrorSummary form={form} title={t.undecided} shows={() => true} />
      )}
      {just && (
        <Alert title={t.stored} tone="done">
          <p>{just === 'same' ? t.same : context.practice ? practiceTexts[lang].scoreHint : t.note}</p>
          {next && (
            <p>
              <a class="btn" href={pathTo('/reports/new', {}, nextForm(next, report.kind, month))}>
                {t.next(capitalized(fullName(next.cell)), next.missing)}
              </a>
            </p>
          )}
        </Alert>
      )}
      {returned && <ReturnedNotice returned={returned} lang={lang} />}
      {kept && <TypedWords lang={lang} typed={typed} fields={['reason', 'review']} />}
      {may.amend && report.matters.some(({ summary, proposal }) => seemsToName(`${summary}. ${proposal ?? ''}`)) && (
        <p class="notice">{mattersTexts[lang].nameHint}</p>
      )}
      <p class="lead">
        {communeName}. {capitalized(what)}.
      </p>
      <dl class="facts">
        <dt>{t.receipt}</dt>
        <dd class="receipt">{receipt}</dd>
        <dt>{t.state}</dt>
        <dd>
          <StateTag state={state} late={late} lang={lang} />
        </dd>
        <dt>{t.receivedAt}</dt>
        <dd>{formatInstant(at)}</dd>
        {firstReceivedAt !== at && (
          <>
            <dt>{t.firstReceivedAt}</dt>
            <dd>{formatInstant(firstReceivedAt)}</dd>
          </>
        )}
        {filledAt && (
          <>
            <dt>{t.filledAt}</dt>
            <dd>
              {formatInstant(filledAt)} {t.claimed}
            </dd>
          </>
        )}
        <dt>{t.attendance}</dt>
        <dd>
          {report.present}/{requiredOf(report)}: {t[judgement.attendance.met]}
        </dd>
        {judgement.flags.length > 0 && (
          <>
            <dt>{t.flags}</dt>
            <dd>{judgement.flags.map((flag) => flagLabels[lang][flag]).join('; ')}</dd>
          </>
        )}
      </dl>
      <NeighbourNav label={commonTexts[lang].reports} {...props.beside} />
      <p class="actions">
        {may.amend && <a href={pathTo('/reports/new', {}, { amend: revision.id })}>{t.amend}</a>}{' '}
        <a href={boardPath(context, report.cell, month)}>{t.back}</a>{' '}
        <a href={pathTo('/results/{cell}', { cell: report.cell })}>{resultsTexts[lang].title}</a>{' '}
        {props.opensTasks && <a href={pathTo('/tasks', {}, { unit: report.cell })}>{tasksTexts[lang].link}</a>}{' '}
        {report.kind === 'thematic' && (role === 'commune' || role === 'district') && (
          <a href={pathTo('/themes/shared', {}, { report: revision.id })}>{sharedMeetingsTexts[lang].link}</a>
        )}{' '}
        {role === 'district' && (
          <a href={pathTo('/reports/{id}/purge', { id: revision.id })}>{purgeTexts[lang].title}</a>
        )}
      </p>
      <DocumentFacts report={report} id={revision.id} register={props.register ?? []} lang={lang} />
      <Asks {...{ context, id: revision.id, month, asks: props.asks ?? [], may, reopened: props.reopened, form }} />
      {props.agenda && <PlannedAndDone agenda={props.agenda} report={report} lang={lang} />}
      <ScoreSheet judgement={judgement} scores={scores} lang={lang} />
      {visits.map(({ id, gaps }) => (
        <section key={id}>
          <h2>
            <a href={pathTo('/visits/{id}', { id })}>{visitsTexts[lang].seenBy}</a>
          </h2>
          <ScoreDifferences gaps={gaps} lang={lang} />
        </section>
      ))}
      <ReportContent
        report={report}
        lang={lang}
        tasks={taskWords}
        opensTasks={props.opensTasks === true}
        {...(table && { table })}
      />
      <History history={history} lang={lang} />
      <Decisions
        context={context}
        to={pathTo('/reports/{id}', { id: revision.id })}
        revision={revision}
        regime={regime}
        may={may}
        form={asking ? { lang, typed: {}, errors: [] } : form}
      />
    </Document>
  );
}

/** Which form comes next: of the same month and kind. */
function nextForm({ cell }: NextCell, kind: Kind, month: Month): Readonly<Record<string, string>> {
  return { cell: cell.id, month, ...(kind !== 'regular' && { kind }) };
}

/** Whether the page still has the form of what was tried. */
function isAsked(action: string | undefined, may: ReportPageProps['may']): boolean {
  if (action === 'refuse') return may.answer;
  return (action === 'confirm' || action === 'return' || action === 'ask') && may[action];
}

import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { enteredBy, type Refusal } from '#functions/web/reports/decide.ts';
import { type BesideDeps, besideReport } from '#functions/web/reports/load-beside.ts';
import { loadNextCell, type NextCellDeps } from '#functions/web/reports/load-next-cell.ts';
import { type LoadedReport, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { can, isBoardOf } from '#shared/access/can.ts';
import { problemSentences, problemTitles } from '#shared/access/texts/problems.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { monthOf } from '#shared/period.ts';
import { agendaIdOf } from '#shared/prepare/agenda.ts';
import { isGranted, waitingAsk } from '#shared/reports/ask.ts';
import type { NextCell } from '#shared/reports/next-cell.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import { taskWords } from '#shared/reports/tasks.ts';
import { hasAttended } from '#shared/reviews/has-attended.ts';
import { isOwnEntry } from '#shared/reviews/own-entry.ts';
import { communeOf, fullName } from '#shared/units/units.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';
import { ReportPage } from '#web/reports/report-page.tsx';

type ShowDeps = ReportDeps & NextCellDeps & BesideDeps & { readonly reports: Pick<ReportStore, 'readOnce'> };

/** A report with its receipt number, its score sheet and its history. */
export const showReport: Action<ShowDeps> = async (request, given) => {
  const { params, query, viewer, lang } = request;
  const asked = namedReport(viewer, 'see', params['id']);
  if (!asked) return problem('not-found', lang);
  // Who sees more than a cell goes on from here to others of its commune.
  const top = viewer.role === 'cell' ? asked.cell : communeOf(asked.cell);
  const reports = { ...given.reports, ...given.reports.readOnce(top, [monthOf(asked.date)]) };
  const deps = { ...given, reports };
  const loaded = await loadReport(asked, request.now, deps);
  if (!loaded) return problem('not-found', lang);
  const just = query['just'];
  if (just !== 'stored' && just !== 'same') {
    const beside = await besideReport(
      viewer,
      { id: loaded.revision.id, cell: loaded.cell.id, month: loaded.month },
      deps,
    );
    return reportAnswer(request, loaded, { beside });
  }
  const next = await loadNextCell(request, loaded, deps);
  return reportAnswer(request, loaded, { just, ...(next && { next }) });
};

/** Why a decision on a report was rejected, with what was typed for it. */
export interface Undecided {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  /** Whether the report has changed since it was read. */
  readonly stale?: true;
  /** Why nothing can be decided. */
  readonly refused?: { readonly title: string; readonly sentence: string };
  /** Whether what was asked, or answered, had been said otherwise before. */
  readonly staleAsk?: true;
}

/** What a page of a report says besides. */
type Said =
  | { readonly just: 'stored' | 'same'; readonly next?: NextCell }
  | { readonly beside: Neighbours<Neighbour> }
  /** The report can be amended without asking. */
  | { readonly isOpen: true; readonly typed: Typed }
  | Undecided;

/** Shows the report's page, including after a decision was rejected. */
export function reportAnswer(request: SignedIn, loaded: LoadedReport, said: Said): Answer {
  const { revision, history, regime, judgement, scores, visits, origins, cell, commune, month, late, agenda } = loaded;
  return {
    status: 200,
    of: { unit: cell.id, month },
    json: reportJson(loaded),
    audit: viewed([revision.id, ...origins.map(({ id }) => id), ...(agenda ? [`${agendaIdOf(agenda)}_agenda`] : [])]),
    page: (context) => (
      <ReportPage
        context={context}
        revision={revision}
        {...(agenda && { agenda })}
        history={history}
        regime={regime}
        judgement={judgement}
        scores={scores}
        visits={visits.map((visit) => ({ id: visit.id, gaps: scoreDifferences(visit, revision.report) }))}
        taskWords={
          new Map([
            ...taskWords(
              revision.report,
              origins.map(({ report }) => report),
            ),
            ...loaded.serves,
          ])
        }
        receipt={receiptOf(revision)}
        cellName={fullName(cell)}
        communeName={fullName(commune)}
        month={month}
        late={late}
        may={rightsOn(request, loaded)}
        asks={loaded.asks}
        opensTasks={can(request.viewer, 'see', revision.report.cell)}
        register={loaded.register}
        {...(loaded.reopened !== undefined && { reopened: loaded.reopened })}
        {...said}
      />
    ),
  };
}

/** The report's page, with why nothing was decided and with what was typed; to whom reviews nothing here, the problem alone. */
export function refusedAnswer(request: SignedIn, loaded: LoadedReport, why: Refusal): Answer {
  const answer = problem(why, request.lang);
  if (why === 'not-allowed') return answer;
  const { body: typed, lang } = request;
  const said = { typed, refused: { title: problemTitles[lang][why], sentence: problemSentences[lang][why] } };
  return { ...reportAnswer(request, loaded, said), status: answer.status, json: answer.json };
}

/** What somebody may do to a report. */
export interface Rights {
  readonly amend: boolean;
  readonly return: boolean;
  readonly confirm: boolean;
  /** To ask that it may be amended. */
  readonly ask: boolean;
  /** To answer what was asked. */
  readonly answer: boolean;
}

/**
 * What the viewer may do to the report now. Once the month is official, only the district amends and decides, until it
 * opens the month again; what it has granted holds until that is done.
 */
export function rightsOn(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  { revision, history, closing, asks, visits, isOpenAgain }: LoadedReport,
): Rights {
  const { cell } = revision.report;
  const isBoard = isBoardOf(viewer, cell);
  const open = now <= closing || isBoard;
  const review = open && can(viewer, 'review', cell);
  const amend = (open || isOpenAgain || isGranted(asks, revision)) && can(viewer, 'submit', cell);
  const waiting = waitingAsk(asks) !== undefined;
  return {
    amend,
    ask: !amend && !waiting && viewer.role === 'commune' && can(viewer, 'submit', cell),
    answer: isBoard && waiting,
    return: review && revision.state !== 'returned',
    confirm:
      review &&
      revision.state === 'submitted' &&
      hasAttended(viewer, revision.report, visits) &&
      !isOwnEntry(viewer, enteredBy(history)),
  };
}

import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { type LoadedReport, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { can, isBoardOf } from '#shared/access/can.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import { taskWords } from '#shared/reports/tasks.ts';
import { fullName } from '#shared/units/units.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { ReportPage } from '#web/reports/report-page.tsx';

/** A report with its receipt number, its score sheet and its history. */
export const showReport: Action<ReportDeps> = async (request, deps) => {
  const { params, query, viewer, lang } = request;
  const asked = namedReport(viewer, 'see', params['id']);
  const loaded = asked && (await loadReport(asked, deps));
  if (!loaded) return problem('not-found', lang);
  const just = query['just'];
  return reportAnswer(request, loaded, just === 'stored' || just === 'same' ? { just } : {});
};

/** Why a decision on a report was rejected, with what was typed for it. */
export interface Undecided {
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  /** Whether the report has changed since it was read. */
  readonly stale?: true;
}

/** Shows the report's page, including after a decision was rejected. */
export function reportAnswer(
  request: SignedIn,
  loaded: LoadedReport,
  said: { readonly just?: 'stored' | 'same' } | Undecided,
): Answer {
  const { revision, history, regime, judgement, scores, visits, origins, cell, commune, month, late } = loaded;
  return {
    status: 200,
    json: reportJson(loaded),
    audit: viewed([revision.id, ...origins.map(({ id }) => id)]),
    page: (context) => (
      <ReportPage
        context={context}
        revision={revision}
        history={history}
        regime={regime}
        judgement={judgement}
        scores={scores}
        visits={visits.map((visit) => ({ id: visit.id, gaps: scoreDifferences(visit, revision.report) }))}
        taskWords={taskWords(
          revision.report,
          origins.map(({ report }) => report),
        )}
        receipt={receiptOf(revision)}
        cellName={fullName(cell)}
        communeName={fullName(commune)}
        month={month}
        late={late}
        may={rightsOn(request, loaded)}
        {...said}
      />
    ),
  };
}

/** What the viewer may do to the report now. Once the month is official, only the district amends and decides. */
export function rightsOn(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  { revision, closing }: LoadedReport,
): { readonly amend: boolean; readonly return: boolean; readonly confirm: boolean } {
  const { cell } = revision.report;
  const open = now <= closing || isBoardOf(viewer, cell);
  const review = open && can(viewer, 'review', cell);
  return {
    amend: open && can(viewer, 'submit', cell),
    return: review && revision.state !== 'returned',
    confirm: review && revision.state !== 'confirmed',
  };
}

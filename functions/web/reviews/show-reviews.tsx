import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { type LoadedReport, loadReport, type ReportDeps } from '#functions/web/reports/load-report.ts';
import { reportJson } from '#functions/web/reports/report-json.ts';
import { reportAnswer, rightsOn } from '#functions/web/reports/show-report.tsx';
import { type ListStores, listAnswer, loadList, type ReviewList } from '#functions/web/reviews/list-reviews.tsx';
import { type ByCommuneStores, showByCommune } from '#functions/web/reviews/show-by-commune.tsx';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { taskWords } from '#shared/reports/tasks.ts';
import { placeOf } from '#shared/reviews/review-list.ts';
import { fullName } from '#shared/units/units.ts';
import { ReviewPage } from '#web/reviews/review-page.tsx';

export type ShowDeps = ReportDeps &
  ListStores & { readonly directory: ReportDeps['directory'] & ListStores['directory'] };

/** Shows what waits for the reader's decision; with `report` one of it, to be decided and followed by the next. */
export const showReviews: Action<ShowDeps & ByCommuneStores> = async (request, deps) => {
  const { query, viewer, now, lang } = request;
  const asked = query['report'] === undefined ? undefined : namedReport(viewer, 'review', query['report']);
  if (query['report'] !== undefined && !asked) return problem('not-found', lang);
  const byCommune = await showByCommune(request, deps);
  if (byCommune) return byCommune;
  const list = await loadList(request, deps);
  if (!list) return problem('not-found', lang);
  const done = query['done'] === '1';
  if (!asked) return listAnswer(request, list, { done });
  const loaded = await loadReport(asked, now, deps);
  return loaded ? reviewAnswer(request, list, loaded, { done }) : problem('not-found', lang);
};

interface Said {
  readonly done?: boolean;
  readonly stale?: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

/** One report of the list; where it no longer waits there, its own page, which says how it stands. */
export function reviewAnswer(request: SignedIn, list: ReviewList, loaded: LoadedReport, said: Said): Answer {
  const { revision, regime, judgement, scores, origins, cell, commune } = loaded;
  const { id, report } = revision;
  const { typed = {}, errors = [], stale = false, done = false } = said;
  const row = list.chosen.find((each) => each.id === id);
  const at = placeOf(list.chosen, id);
  if (!row || !at) {
    return reportAnswer(request, loaded, { typed, errors, ...(stale && { stale }) });
  }
  return {
    status: 200,
    json: {
      ...(reportJson(loaded) as object),
      findings: row.findings,
      place: at.place,
      total: list.chosen.length,
      next: at.next,
    },
    audit: viewed([id, ...origins.map((each) => each.id)]),
    page: (context) => (
      <ReviewPage
        {...{ context, row, revision, regime, judgement, scores, typed, errors, stale, done }}
        cellName={fullName(cell)}
        communeName={fullName(commune)}
        tasks={
          new Map([
            ...taskWords(
              report,
              origins.map((each) => each.report),
            ),
            ...loaded.serves,
          ])
        }
        place={at.place}
        total={list.chosen.length}
        to={list.to({ report: id })}
        {...(at.next && { nextPath: list.to({ report: at.next }) })}
        listPath={list.to()}
        may={{ ...rightsOn(request, loaded), confirm: true }}
        nameOf={list.nameOf}
      />
    ),
  };
}

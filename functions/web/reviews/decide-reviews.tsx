import type { Answer } from '#functions/http/answer.ts';
import { fieldProblem } from '#functions/http/field-problem.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import type { Stored } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import type { ReportStore } from '#functions/store/report-store.ts';
import {
  baseOf,
  confirmAsOne,
  decide,
  enteredBy,
  isDecision,
  type Refusal,
  refusalOf,
} from '#functions/web/reports/decide.ts';
import { type LoadedReport, loadReport } from '#functions/web/reports/load-report.ts';
import { refusedAnswer } from '#functions/web/reports/show-report.tsx';
import { storeInTime } from '#functions/web/reports/store-in-time.ts';
import { listAnswer, loadList, type ReviewList } from '#functions/web/reviews/list-reviews.tsx';
import { reviewAnswer, type ShowDeps } from '#functions/web/reviews/show-reviews.tsx';
import { readBase } from '#shared/input/read-base.ts';
import { readReason } from '#shared/input/read-reason.ts';
import type { FieldError } from '#shared/input/typed.ts';
import { monthOf } from '#shared/period.ts';
import type { ReportId, Revision } from '#shared/reports/report.ts';
import { placeOf } from '#shared/reviews/review-list.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';
import type { Left, Outcome } from '#web/reviews/reviews-page.tsx';

type Deps = ShowDeps & {
  readonly reports: Pick<ReportStore, 'append' | 'history'>;
};

/** Decides on one report and goes on to the next that waits, or confirms all that are ticked with one reason. */
export const decideReviews: Action<Deps> = async (request, deps) => {
  const { query, body, viewer, lang } = request;
  const action = body['action'] ?? '';
  const asked = query['report'] === undefined ? undefined : namedReport(viewer, 'review', query['report']);
  if (query['report'] !== undefined && !asked) return problem('not-found', lang);
  const list = await loadList(request, deps);
  if (!list) return problem('not-found', lang);
  if (!isDecision(action)) return problem('bad-request', lang);
  if (!asked) return action === 'confirm' ? confirmMany(request, list, deps) : problem('bad-request', lang);
  const loaded = await loadReport(asked, request.now, deps);
  if (!loaded) return problem('not-found', lang);
  const refusal = refusalOf(request, action, baseOf(body), { ...loaded, enteredBy: enteredBy(loaded.history) });
  if (refusal) return refusedAnswer(request, loaded, refusal);
  return decide(request, action, loaded, deps, pagesOf(request, list, loaded, deps));
};

/** The pages around one decision: it leads to the report that came after this one in the list. */
function pagesOf(request: SignedIn, list: ReviewList, loaded: LoadedReport, deps: Deps) {
  const { body: typed, now } = request;
  const { id, report } = loaded.revision;
  const next = placeOf(list.chosen, id)?.next;
  const location = list.to({ ...(next && { report: next }), done: '1' });
  return {
    refuse: (errors: readonly FieldError[]) => reviewAnswer(request, list, loaded, { typed, errors }),
    refused: (why: Refusal) => refusedAnswer(request, loaded, why),
    stale: async () => {
      const newer = (await loadReport({ ...report, id }, now, deps)) ?? loaded;
      return reviewAnswer(request, list, newer, { typed, stale: true });
    },
    done: ({ revision, state }: Revision): Answer => ({
      status: 200,
      location,
      json: { id, revision, state, ...(next && { next }) },
    }),
  };
}

/** The prefix of a ticked report's field; its value is the revision that the reviewer saw. */
const TICK = 'tick.';

type Ticked = { readonly id: string; readonly base: number };
type Kept = { readonly id: string } & ({ readonly stored: Stored } | Pick<Left, 'why' | 'meanwhile'>);

/**
 * Confirms each ticked report by itself: what is stale, not the reviewer's or an own entry is named and harms no other.
 * One roll-up is asked for.
 */
async function confirmMany(request: SignedIn, list: ReviewList, deps: Deps): Promise<Answer> {
  const { body, viewer, lang, unread } = request;
  const ticked = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith(TICK) ? [{ id: name.slice(TICK.length), base: readBase(value) }] : [],
  );
  const known = ticked.flatMap(({ id }) => namedReport(viewer, 'review', id) ?? []);
  if (ticked.length > 0 && known.length === 0) return problem('not-found', lang);
  const said = readReason(body, 'required');
  const isUnread = unread.some(({ field }) => field === 'reason');
  const errors: FieldError[] = [
    ...unread,
    ...(ticked.length === 0 ? [{ field: 'tick', code: 'required' } as const] : []),
    ...(said.ok || isUnread ? [] : said.errors),
  ];
  if (!said.ok || errors.length > 0) {
    const answer = listAnswer(request, list, { typed: body, errors });
    return { ...answer, status: 422, json: fieldProblem(errors, lang) };
  }

  const communes = new Set(known.map(({ cell }) => communeOf(cell)));
  const [only] = communes;
  const unit = communes.size === 1 && only !== undefined ? only : list.unit.id;
  const outcomes = await storeInTime<Ticked, Kept>(
    ticked,
    request.route,
    (row) => confirmRow(row, said.reason, unit, request, list, deps),
    ({ id }) => ({ id, why: 'failed' }),
  );
  const stored = outcomes.flatMap((each) => ('stored' in each ? [each.stored] : []));
  const audit = await request.owing.pay(stored);
  const outcome: Outcome = {
    confirmed: outcomes.flatMap((each) => ('stored' in each ? [each.id] : [])),
    left: outcomes.flatMap((each) => ('why' in each ? [each] : [])),
  };
  const isFailed = outcome.left.some(({ why }) => why === 'failed');
  const after = (await loadList(request, deps)) ?? list;
  const status = outcome.confirmed.length > 0 ? 200 : isFailed ? 503 : 409;
  // Who has to decide on the rest once more need not type and tick once more.
  const left = new Set(outcome.left.map(({ id }) => `${TICK}${id}`));
  const typed = Object.fromEntries(Object.entries(body).filter(([name]) => name === 'reason' || left.has(name)));
  return { ...listAnswer(request, after, { outcome, ...(left.size > 0 && { typed }) }), status, audit };
}

async function confirmRow(
  { id, base }: Ticked,
  reason: string,
  unit: UnitId,
  request: SignedIn,
  { closing, month }: ReviewList,
  { reports }: Deps,
): Promise<Kept> {
  const named = namedReport(request.viewer, 'review', id);
  const history = named && monthOf(named.date) === month ? await reports.history(id as ReportId) : [];
  const newest = history.at(-1);
  if (!newest) return { id, why: 'not-found' };
  const refusal = refusalOf(request, 'confirm', base, { revision: newest, enteredBy: enteredBy(history), closing });
  if (refusal) return { id, why: refusal, ...(refusal === 'returned' && { meanwhile: deedOf(newest) }) };
  const stored = await confirmAsOne(request, { newest, base, reason, closing, unit }, { reports });
  if (stored) return { id, stored };
  return { id, why: 'stale', meanwhile: deedOf((await reports.history(id as ReportId)).at(-1) ?? newest) };
}

function deedOf({ state, by, at }: NonNullable<Left['meanwhile']>): NonNullable<Left['meanwhile']> {
  return { state, by, at };
}

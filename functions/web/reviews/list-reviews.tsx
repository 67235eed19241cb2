import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { type Related, relatedUnits } from '#functions/http/related-units.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { loadReviews, type ReviewStores, type Reviews } from '#functions/web/reviews/load-reviews.ts';
import { pathTo } from '#shared/access/routes.ts';
import { parseCount } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { findingWords } from '#shared/reviews/finding-words.ts';
import {
  choiceQuery,
  chooseRows,
  hasTag,
  type ReviewChoice,
  type ReviewRow,
  readReviewChoice,
  reviewTags,
} from '#shared/reviews/review-list.ts';
import { monthsBeside } from '#shared/units/months-beside.ts';
import { communeOf, compareUnits, districtOf, fullName, type Group, type UnitId } from '#shared/units/units.ts';
import { type Outcome, ReviewsPage } from '#web/reviews/reviews-page.tsx';

export interface ListStores extends ReviewStores {
  readonly directory: ReviewStores['directory'] & Pick<DirectoryStore, 'groups' | 'allUnits'>;
}

/** As many rows as somebody reads before deciding; a commune has hardly more. */
const A_PAGE = 25;

/** The list that an address asks for. */
export interface ReviewList extends Reviews {
  readonly choice: ReviewChoice;
  readonly groups: readonly Group[];
  /** Where a reform made the unit, or ended it: what waits of the units before is found there. */
  readonly related?: Related;
  /** The rows that are asked for. */
  readonly chosen: readonly ReviewRow[];
  /** The address of the list, of one of its reports, or of what else is named. */
  readonly to: (changes?: Readonly<Record<string, string>>) => string;
}

/**
 * Loads the list that an address asks for; `undefined` where it names nothing of the viewer's. An address without a month
 * means this month, or the one before as long as only there something waits.
 */
export async function loadList(request: SignedIn, deps: ListStores): Promise<ReviewList | undefined> {
  const thisMonth = monthAt(request.now);
  const asked = request.query['month'];
  if (asked !== undefined) return loadMonth(request, parseMonth(asked), deps);
  const list = await loadMonth(request, thisMonth, deps);
  if (!list || list.rows.length > 0) return list;
  const before = await loadMonth(request, addMonths(thisMonth, -1), deps);
  return before && before.rows.length > 0 ? before : list;
}

async function loadMonth(
  request: SignedIn,
  month: Month | undefined,
  deps: ListStores,
): Promise<ReviewList | undefined> {
  const { query, viewer, now } = request;
  const id = openedUnit(viewer, query['unit']);
  if (!id || !month || month > monthAt(now) || !findRegime(month)) return undefined;
  const choice = readReviewChoice(query);
  const isOfGroups = viewer.role === 'district' && id === districtOf(id);
  const [reviews, groups] = await Promise.all([
    loadReviews(request, id, month, deps),
    isOfGroups ? deps.directory.groups(id, month) : [],
  ]);
  if (!reviews) return undefined;
  const { unit, units } = reviews;
  const isReformed = unit.to !== undefined || units.some(({ predecessors }) => predecessors);
  const all = isReformed && id !== districtOf(id) ? await deps.directory.allUnits(districtOf(id)) : undefined;
  const here = { unit: id, month, ...choiceQuery(choice) };
  return {
    ...reviews,
    choice,
    groups,
    ...(all && { related: relatedUnits(unit, all, { viewer, now: monthAt(now) }, pathToReviews) }),
    chosen: chooseRows(reviews.rows, choice, new Map(groups.map(({ number, communes }) => [number, communes]))),
    to: (changes = {}) => pathTo('/reviews', {}, { ...here, ...changes }),
  };
}

function pathToReviews(unit: UnitId, month: Month): string {
  return pathTo('/reviews', {}, { unit, month });
}

/** What a list says besides its rows. */
interface Said {
  readonly outcome?: Outcome;
  readonly done?: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

/** Shows a page of the list. */
export function listAnswer({ query, now, lang }: SignedIn, list: ReviewList, said: Said = {}): Answer {
  const { unit, month, closed, choice, rows, chosen, groups, nameOf } = list;
  const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE));
  const page = Math.min(Math.max(1, parseCount(query['page'] ?? '') ?? 1), pages);
  const shown = chosen.slice((page - 1) * A_PAGE, page * A_PAGE);
  const outstanding = rows.filter((row) => hasTag(row, 'any')).length;
  const tags = reviewTags.map((tag) => ({ tag, count: rows.filter((row) => hasTag(row, tag)).length }));
  const [first] = chosen;
  return {
    status: 200,
    of: { unit: unit.id, month },
    json: {
      ...{ unit: unit.id, month, closed, waiting: rows.length, outstanding },
      tags: Object.fromEntries(tags.map(({ tag, count }) => [tag, count])),
      ...{ total: chosen.length, page, pages },
      reports: shown.map(({ id, revision, state, cell, findings, flags }) => ({
        ...{ id, revision, state, cell: cell.id, flags },
        findings: findings.map((each) => ({ ...each, says: findingWords(each, lang, nameOf) })),
      })),
      ...(said.outcome && { outcome: said.outcome }),
    },
    page: (context) => (
      <ReviewsPage
        {...{ context, unit, month, closed, choice, outstanding, tags, page, pages, nameOf }}
        {...list.related}
        {...monthsBeside(month, unit, monthAt(now))}
        waiting={rows.length}
        communes={communesOf(list)}
        groups={groups.map(({ number, name, communes }) => ({
          value: String(number),
          name,
          count: rows.filter(({ cell }) => communes.includes(communeOf(cell.id))).length,
        }))}
        rows={shown}
        total={chosen.length}
        {...(first && { first: first.id })}
        {...(said.outcome && { outcome: said.outcome })}
        {...(said.done && { done: true })}
        typed={said.typed ?? {}}
        errors={said.errors ?? []}
      />
    ),
  };
}

/** The communes with the number of reports that wait there; none on the page of one. */
function communesOf({ unit, units, rows }: ReviewList) {
  if (unit.level !== 'district') return [];
  const counts = Map.groupBy(rows, ({ cell }) => communeOf(cell.id));
  return units
    .filter(({ id, level }) => level === 'commune' && counts.has(id))
    .sort(compareUnits)
    .map((commune) => ({ value: commune.id, name: fullName(commune), count: counts.get(commune.id)?.length ?? 0 }));
}

import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { loadMonths, type MonthsDeps } from '#functions/reports/load-months.ts';
import type { CellsDeps } from '#functions/scorecards/formats/cell-rows.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { loadReach, type ReachDeps } from '#functions/scorecards/load-reach.ts';
import { type LoadDeps, loadScorecard } from '#functions/scorecards/load-scorecard.ts';
import { loadTrend } from '#functions/scorecards/load-trend.ts';
import { readScorecardRequest, type ScorecardRequest } from '#functions/scorecards/read-scorecard-request.ts';
import { loadDrawing, type MapDeps, mapAnswer } from '#functions/scorecards/show-map.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type HeldActionDeps, heldActions } from '#functions/store/held-actions.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actionsIn } from '#shared/actions/choose-actions.ts';
import {
  isMonth,
  lastMonthOf,
  type Month,
  monthAt,
  monthsOf,
  type Period,
  parsePeriod,
  parseTypedMonth,
  shiftPeriod,
  standsIn,
} from '#shared/period.ts';
import { changesBetween, compareWith } from '#shared/scorecards/compare.ts';
import { isBehind } from '#shared/scorecards/is-behind.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { matrixOf } from '#shared/scorecards/matrix.ts';
import { type Place, placeIn } from '#shared/scorecards/place.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { parseArrangement } from '#shared/scorecards/sort-and-filter.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { deadlines, districtOf, fullName, parentOf, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';
import { MatrixPage } from '#web/scorecards/matrix-page.tsx';
import { type ScorecardExtras, ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

type Deps = LoadDeps &
  CellsDeps &
  ReachDeps &
  MapDeps &
  MonthsDeps &
  HeldActionDeps & {
    readonly scorecards: Pick<ScorecardStore, 'monthsBetween'>;
    readonly directory: Pick<DirectoryStore, 'unit' | 'subtree' | 'elsewhere' | 'allUnits'>;
  };

/** A unit's scorecard as a page, or as a file by the ending of the address: `/scorecards/hiep-hoa/2021-02.xlsx`. */
export const showScorecard: Action<Deps> = async (request, deps) => {
  const { params, query, viewer, lang, now } = request;
  const asked = readScorecardRequest(params, query);
  const unit = asked && (await namedBefore(viewer, now, deps.directory, (as) => namedUnit(as, 'see', asked.unit)));
  if (!asked || !unit) return problem('not-found', lang);
  const scorecard = await loadScorecard(asked, now, deps);
  if (!scorecard) return problem((await stands(asked, deps)) ? 'no-scorecard' : 'not-standing', lang);
  if (!mayShow(scorecard, request)) return problem('not-found', lang);
  if (!asked.format) {
    if (query['view'] === 'matrix') return matrixPage(scorecard, request, deps);
    return query['view'] === 'map' ? mapAnswer(scorecard, request, deps) : page(scorecard, request, deps);
  }
  // Only downloads wait until the code of files is loaded.
  const { describe, download } = await import('#functions/scorecards/download.ts');
  if (asked.described) return { status: 200, file: describe(asked) };
  const sees = (unit: UnitId, month: Month) => can(viewer, 'see', unit, month);
  const place = await loadPlace(scorecard, request, deps);
  const file = { ...asked, format: asked.format, sees, ...(place && { place }) };
  return download(scorecard, file, { by: viewer.user, at: now }, deps);
};

/** Whether a unit, if there is one, stands in a month of a period at all. */
async function stands(
  { unit, period }: Pick<ScorecardRequest, 'unit' | 'period'>,
  { directory }: Deps,
): Promise<boolean> {
  const found = await directory.unit(unit);
  return !found || monthsOf(period).some((month) => standsIn(month, found));
}

/** A longer period shows the figures of each of its months; a working group may have had the commune in some of them. */
function mayShow({ unit, month, parts }: Scorecard, { viewer }: SignedIn): boolean {
  const months = parts ? parts.map((part) => part.month) : [lastMonthOf(month)];
  return months.every((each) => can(viewer, 'see', unit, each));
}

async function matrixPage(scorecard: Scorecard, request: SignedIn, deps: Deps): Promise<Answer> {
  const { unit, name, month, status, revision } = scorecard;
  const { viewer, now } = request;
  const [drawing, beside, { actions, units }] = await Promise.all([
    loadDrawing(scorecard, deps),
    periodsBeside(scorecard, request, deps),
    heldActions(unit, viewer, now, deps),
  ]);
  const acted = actionsIn('open', actions, now).map((action) => {
    const named = units.find(({ id }) => id === action.unit);
    return { action, unitName: named ? fullName(unitIn(monthAt(now), named)) : action.unit };
  });
  return {
    status: 200,
    of: { unit, month: lastMonthOf(month) },
    json: {
      ...{ unit, name, month, status, revision, bands: regimeOf(scorecard).targetBands },
      ...matrixOf(scorecard),
      actions: acted.map(({ action: { id, unit: of, indicator, plan } }) => ({
        id,
        unit: of,
        indicator,
        due: plan.due,
      })),
    },
    page: (context) => (
      <MatrixPage
        context={context}
        scorecard={scorecard}
        behind={isBehind(scorecard, now)}
        hasMap={drawing !== undefined}
        acted={acted}
        {...beside}
      />
    ),
  };
}

async function page(scorecard: Scorecard, request: SignedIn, deps: Deps): Promise<Answer> {
  const [other, extras, place, reach, { months }] = await Promise.all([
    loadOther(scorecard, request, deps),
    loadExtras(scorecard, request, deps),
    loadPlace(scorecard, request, deps),
    loadReach(scorecard, request.now, deps),
    loadTrend(scorecard, (unit, month) => can(request.viewer, 'see', unit, month), deps),
  ]);
  const isCompared = other !== undefined && isClosed(scorecard) && isClosed(other);
  const shown = other ? compareWith(scorecard, other) : scorecard;
  const typed = request.query['with']?.trim() ?? '';
  return {
    status: 200,
    of: { unit: scorecard.unit, month: lastMonthOf(scorecard.month) },
    // As its file says it.
    ...(request.wantsJson && { json: JSON.parse(toJson(shown, undefined, place)) as unknown }),
    page: (context) => (
      <ScorecardPage
        context={context}
        scorecard={shown}
        behind={isBehind(scorecard, request.now)}
        arrangement={parseArrangement(request.query)}
        {...extras}
        months={months}
        {...(place && { place })}
        {...(reach && { reach })}
        {...(typed !== '' && {
          comparison: { typed, ...(other && (isCompared ? { with: other.month } : { isOpen: true })) },
        })}
      />
    ),
  };
}

/** The period to compare with: `with=06/2020`, or `with=2020-Q2`. */
async function loadOther({ unit }: Scorecard, request: SignedIn, deps: Deps): Promise<Scorecard | undefined> {
  const typed = request.query['with'] ?? '';
  const period = parseTypedMonth(typed) ?? parsePeriod(typed.trim());
  const other = period && (await loadScorecard({ unit, period }, request.now, deps));
  if (other) return mayShow(other, request) ? other : undefined;
  if (!period || !isMonth(period)) return undefined;
  const sees = (of: UnitId, month: Month) => can(request.viewer, 'see', of, month);
  return (await loadMonths(unit, { from: period, to: period }, sees, deps)).months[0];
}

/**
 * Where a commune stands in its district. A working group sees its communes and not the district, whose sums these are.
 * A revision that another has followed has none: the district's sums are not those of its time.
 */
async function loadPlace(
  { unit, month, revision }: Scorecard,
  { viewer, now, query }: SignedIn,
  deps: Deps,
): Promise<Place | undefined> {
  const above = parentOf(unit);
  if (!above || (viewer.unit !== unit && viewer.role !== 'district')) return undefined;
  if (query['revision'] !== undefined && isMonth(month)) {
    const newest = await deps.scorecards.current(unit, month);
    if (newest?.revision !== revision) return undefined;
  }
  const scorecard = await loadScorecard({ unit: above, period: month }, now, deps);
  return scorecard && placeIn(scorecard, unit);
}

async function loadExtras(scorecard: Scorecard, request: SignedIn, deps: Deps): Promise<ScorecardExtras> {
  const { now, viewer } = request;
  const { scorecards, directory } = deps;
  const { unit, month, status, revision } = scorecard;
  const successors = lastMonthOf(month) < monthAt(now) ? await loadSuccessors(scorecard, request, directory) : {};
  // Its own, with what units before it left undone; those of the units below are theirs.
  const { actions } = await heldActions(unit, viewer, now, deps);
  const acted = actions.filter((each) => depthOf(each.unit) === depthOf(unit));
  const around = {
    successors,
    ...(isMonth(month) && { acted: actionsIn('open', acted, now) }),
    ...(await periodsBeside(scorecard, request, deps)),
  };
  if (!isMonth(month)) return around;
  if (status === 'live') {
    const district = await directory.unit(districtOf(unit));
    return { ...around, ...(district && { closing: deadlines(district, month).closing }) };
  }
  const [before, newest] = await Promise.all([
    revision > 1 ? scorecards.official(unit, month, revision - 1) : undefined,
    scorecards.current(unit, month),
  ]);
  return {
    ...around,
    newestRevision: newest?.revision ?? revision,
    mayReopen: viewer.role === 'district' && unit === viewer.unit,
    ...(before && { changes: changesBetween(before, scorecard) }),
  };
}

function depthOf(unit: UnitId): number {
  return unit.split('.').length;
}

/** The successors of the unit and of those below it, for a month that is past; with the way to those that the reader sees. */
async function loadSuccessors(
  { unit, children }: Scorecard,
  { viewer, now }: SignedIn,
  directory: Deps['directory'],
): Promise<NonNullable<ScorecardExtras['successors']>> {
  // Nothing follows a unit that still stands, and of a commune that is known without the whole district.
  if (unit !== districtOf(unit) && !(await directory.subtree(unit)).some(({ to }) => to)) return {};
  const lineage = lineageOf(await directory.allUnits(districtOf(unit)));
  const all = [unit, ...children.map((child) => child.unit)].map((id) => {
    const found = lineage.successorsOf(id).map((each) => ({
      name: fullName(each),
      ...(can(viewer, 'see', each.id, monthAt(now)) && { path: pathOfFigures(each) }),
    }));
    return [id, found] as const;
  });
  return Object.fromEntries(all.filter(([, found]) => found.length > 0));
}

/** Where a unit's figures are: a cell has its results, and no scorecard. */
function pathOfFigures({ id, level }: Unit): string {
  return level === 'cell' ? pathTo('/results/{cell}', { cell: id }) : pathTo('/scorecards/{unit}', { unit: id });
}

/** The periods before and after one, where there are figures of them that the reader sees. */
async function periodsBeside(
  { unit, month }: Pick<Scorecard, 'unit' | 'month'>,
  { viewer }: Pick<SignedIn, 'viewer'>,
  { scorecards }: Pick<Deps, 'scorecards'>,
): Promise<Pick<ScorecardExtras, 'previous' | 'next'>> {
  const [previous, next] = [shiftPeriod(month, -1), shiftPeriod(month, 1)];
  const counted = await scorecards.monthsBetween(unit, monthsOf(previous)[0] as Month, lastMonthOf(next));
  const isShown = (period: Period) => {
    const own = counted.filter((each) => monthsOf(period).includes(each));
    return own.length > 0 && own.every((each) => can(viewer, 'see', unit, each));
  };
  return { ...(isShown(previous) && { previous }), ...(isShown(next) && { next }) };
}

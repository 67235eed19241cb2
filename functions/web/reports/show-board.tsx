import { seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { type Related, relatedUnits } from '#functions/http/related-units.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type CountStores, countReviews } from '#functions/reports/count-reviews.ts';
import { loadTaskRows, type TaskRowStores } from '#functions/reports/load-task-rows.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ReportTaskStore } from '#functions/store/report-task-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { type LoadedWeek, loadWeek, type WeekStores } from '#functions/web/reports/load-week.ts';
import { loadWork, noWork, type WorkStores } from '#functions/web/reports/load-work.ts';
import { loadMeetings, loadPlans } from '#functions/web/themes/load-with-forebears.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { besideBoard } from '#shared/home/week.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, earlierInQuarter, type Instant, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { openMonths } from '#shared/reminders/duties.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import { type Board, boardOf } from '#shared/reports/board.ts';
import { findWork, type WorkRow, workOf, workPage } from '#shared/reports/work.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import {
  type PlannedTheme,
  type ThematicMeeting,
  type ThematicPlanRevision,
  thematicAmong,
  themesToCome,
  yearOf,
} from '#shared/themes/thematic-plan.ts';
import { directoryWithHeirs } from '#shared/units/directory-with-heirs.ts';
import { type EndedUnit, endedUnit, hasEnded } from '#shared/units/ended-unit.ts';
import { monthsBeside, nearestMonth } from '#shared/units/months-beside.ts';
import {
  communeOf,
  compareUnits,
  type Directory,
  districtOf,
  fullName,
  isWithin,
  standingIn,
  type Unit,
  type UnitId,
} from '#shared/units/units.ts';
import { BoardPage, type OverdueTasks } from '#web/reports/board-page.tsx';

interface Deps extends WorkStores, TaskRowStores, WeekStores {
  readonly directory: WorkStores['directory'] & TaskRowStores['directory'] & WeekStores['directory'];
  readonly scorecards: WeekStores['scorecards'] & Pick<ScorecardStore, 'monthsBetween'>;
  readonly reports: WorkStores['reports'] &
    TaskRowStores['reports'] &
    CountStores['reports'] &
    Pick<ReportStore, 'arrivedInMonth' | 'readOnce'>;
  readonly reportTasks: Pick<ReportTaskStore, 'ofMonth' | 'ofReports'>;
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'>;
}

/** Every role starts on the board of the month that is being reported, and a unit that has ended on its last. */
export const goHome: Action<Pick<Deps, 'directory'>> = async ({ now, viewer }, deps) => {
  const month = (await ownEnd(viewer, now, deps))?.last ?? monthAt(now);
  return seeOther(pathTo('/months/{month}', { month }));
};

/**
 * What became of the viewer's own commune or cell, if it stands no more. Units of the whole district are read only where
 * it does not.
 */
async function ownEnd(
  { role, unit }: Viewer,
  now: Instant,
  { directory }: Pick<Deps, 'directory'>,
): Promise<EndedUnit | undefined> {
  if (role !== 'commune' && role !== 'cell') return undefined;
  const [district, own] = await Promise.all([directory.unit(districtOf(unit)), directory.subtree(communeOf(unit))]);
  const ended = endedUnit(unit, monthAt(now), [...(district ? [district] : []), ...own]);
  return ended && endedUnit(unit, monthAt(now), await directory.subtree(districtOf(unit)));
}

/** Shows the month's board: every cell with its state, and the deadline. */
export const showBoard: Action<Deps> = async (request, given) => {
  const { params, query, viewer, lang, now } = request;
  const month = parseMonth(params['month'] ?? '');
  const id = await namedBefore(viewer, now, given.directory, (as) => openedUnit(as, query['unit']));
  if (!month || !findRegime(month) || !id) return problem('not-found', lang);

  const deps = { ...given, ...monthsReadOnce(id, month, now, given) };
  const isOwn = id === viewer.unit;
  const ended = isOwn ? await ownEnd(viewer, now, deps) : undefined;
  // A page that was kept, or the way on from the last month, leads to no month in which the unit does not stand.
  if (ended && month > ended.last) return seeOther(pathTo('/months/{month}', { month: ended.last }));

  const isHome = isOwn && month === monthAt(now);
  const week = isHome && viewer.role === 'commune' ? loadWeek(viewer, now, deps) : undefined;
  const [loaded, overdueTasks, reviews, own, counted] = await Promise.all([
    loadBoard(request, id, month, deps),
    isHome && (viewer.role === 'cell' || viewer.role === 'commune') ? loadOverdue(request, week, deps) : undefined,
    isHome && viewer.role !== 'cell' ? countReviews(request, id, month, deps) : undefined,
    week,
    // The week has read it with others.
    mayHaveScorecard(viewer, id) && !week ? deps.scorecards.monthsBetween(id, month, month) : [],
  ]);
  if (!loaded) {
    const nearest = await nearestBoard(id, month, deps);
    return nearest ? seeOther(pathToBoard(id, nearest)) : problem('not-found', lang);
  }
  const { board, guidance, themes, related } = loaded;
  const {
    duties,
    matters,
    asks,
    work = workOf([board], nothingElse),
  } = isHome ? await loadWork(request, board, deps) : noWork;
  const typed = query['q']?.trim() ?? '';
  const shown = workPage(findWork(work, typed), parseCount(query['page'] ?? '') ?? 1);
  const reasons = shown.todo.flatMap(({ reports }) => reports.filter(({ returned }) => returned?.reason));
  const names = new Map(loaded.units.map((unit) => [unit.id, fullName(unit)]));
  const nameOf = (unit: UnitId) => names.get(unit) ?? unit;
  return {
    status: 200,
    of: { unit: id, month },
    json: {
      ...board,
      ...(overdueTasks && { overdueTasks: overdueTasks.count }),
      ...(reviews !== undefined && { reviews }),
      duties,
      todo: shown.todo.map(todoJson),
      asks: asks.map(askJson),
      ...(ended && { ended }),
    },
    audit: viewed(reasons.map((report) => report.id)),
    page: (context) => (
      <BoardPage
        context={context}
        board={board}
        duties={duties}
        matters={matters}
        asks={asks}
        {...(overdueTasks && { overdueTasks })}
        {...(reviews !== undefined && { reviews })}
        {...(own && { week: besideBoard(own.week, board) })}
        nameOf={nameOf}
        hasScorecard={(own?.counted ?? counted).includes(month)}
        work={shown}
        typed={typed}
        themes={themes}
        {...(guidance && { guidance })}
        {...related}
        {...(ended?.last === month && { ended })}
        {...monthsBeside(month, board.unit, ended?.last ?? monthAt(now))}
        hasEnded={hasEnded(board.unit, monthAt(now))}
      />
    ),
  };
};

/** The month nearest to one in which a unit, that did not stand in that month, stands: figures of a year lead to its end. */
async function nearestBoard(
  id: UnitId,
  month: Month,
  { directory }: { readonly directory: Pick<Deps['directory'], 'unit'> },
): Promise<Month | undefined> {
  const unit = await directory.unit(id);
  const nearest = unit && nearestMonth(month, [unit]);
  return nearest !== month && nearest && findRegime(nearest) ? nearest : undefined;
}

/**
 * A unit's month is read once, however many parts of the page ask for it. Of the board's month, and of the one before
 * while that is open, the reports are read anyway: what they say of tasks is taken from them.
 */
function monthsReadOnce(id: UnitId, month: Month, now: Instant, { directory, reports, reportTasks }: Deps) {
  const once = reports.readOnce(id, [month, addMonths(month, -1)]);
  const read = new Map<string, ReturnType<typeof reportTasks.ofMonth>>();
  async function load(unit: UnitId, each: Month) {
    const district = await directory.unit(districtOf(unit));
    const isRead = each === month || (district && openMonths(district, now).includes(each));
    return isRead ? reportTasks.ofReports(unit, each, once.newestOfMonth(unit, each)) : reportTasks.ofMonth(unit, each);
  }
  return {
    reports: { ...reports, ...once },
    reportTasks: {
      ...reportTasks,
      ofMonth(unit: UnitId, each: Month) {
        const found = read.get(`${unit} ${each}`) ?? load(unit, each);
        read.set(`${unit} ${each}`, found);
        return found;
      },
    },
  };
}

/** Cells have no scorecard, and a working group sees its communes' scorecards, not the district's. */
function mayHaveScorecard({ role }: Viewer, unit: UnitId): boolean {
  return role !== 'cell' && unit === communeOf(unit) && !(role === 'group' && unit === districtOf(unit));
}

/** Of so many cells a home does not read a year of tasks. */
const MOST_CELLS = 60;

/**
 * As the list of tasks counts them, to which the home leads: today's, and of a large commune those that the meetings of
 * the last closed month found overdue, as its scorecard counts them.
 */
async function loadOverdue(
  { viewer, now }: SignedIn,
  loading: Promise<LoadedWeek | undefined> | undefined,
  deps: TaskRowStores,
): Promise<OverdueTasks> {
  const week = await loading;
  const last = week?.seen.get(week.closed);
  if (week && partsOf(last?.indicators, 'reported').denominator > MOST_CELLS) {
    return { count: partsOf(last?.indicators, 'tasksOverdue').numerator, month: week.closed };
  }
  const has = (cell: UnitId, month: Month) => can(viewer, 'see', cell, month);
  const { rows } = await loadTaskRows({ unit: viewer.unit, has, isPart: false }, now, deps);
  return { count: rows.filter(({ overdue }) => overdue).length };
}

/** Of a board that is nobody's home only what it says itself is known. */
const nothingElse = { drafts: [], lateBefore: new Map() } as const;

function askJson({ id, number, at, answer }: AnsweredAsk) {
  return { id, number, at, ...(answer && { answer: { kind: answer.kind, at: answer.at } }) };
}

function todoJson({ cell, month, state, drafts, lateBefore }: WorkRow) {
  return { cell: cell.id, month, state, lateBefore, ...(drafts[0] && { savedAt: drafts[0].savedAt }) };
}

interface Loaded {
  readonly board: Board;
  /** The unit and all below it, of all times; where there was a reform, all of its root. */
  readonly units: readonly Unit[];
  /** Address of the district's guidance for the month and the cells on the board, if there is any. */
  readonly guidance?: string;
  /** The thematic meetings that a commune or cell has planned for the quarter but not held yet. */
  readonly themes: ReadonlyMap<UnitId, PlannedTheme>;
  /** Where a reform made the unit, or ended it. */
  readonly related?: Related;
}

async function loadBoard({ viewer, now }: SignedIn, id: UnitId, month: Month, deps: Deps): Promise<Loaded | undefined> {
  const { directory, reports, guidance, thematicPlans } = deps;
  const isDistrict = id === districtOf(id);
  const [district, units, newest, published, own] = await Promise.all([
    directory.unit(districtOf(id)),
    directory.subtree(id),
    reports.newestOfMonth(id, month),
    guidance.ofMonth(districtOf(id), month),
    isDistrict ? undefined : thematicPlans.ofYear(id, yearOf(month)),
  ]);
  const standing = standingIn(month, units);
  const unit = standing.find((each) => each.id === id);
  if (!district || !unit) return undefined;
  const seen = (level: Unit['level']) => standing.filter((each) => each.level === level && can(viewer, 'see', each.id));
  const cells = seen('cell').sort(compareUnits);
  const board = boardOf({
    district,
    unit,
    month,
    communes: seen('commune').sort(compareUnits),
    cells,
    reports: newest.filter(({ report }) => cells.some((cell) => isWithin(report.cell, cell.id))),
    now,
  });
  // Only a reform makes a page depend on units beside its own.
  const isReformed = hasEnded(unit, monthAt(now)) || units.some(({ predecessors }) => predecessors);
  const all = !isDistrict && isReformed ? await directory.allUnits(district.id) : undefined;
  const heirs = all ? directoryWithHeirs(month, all, []) : {};
  const plans = all ? await loadPlans(id, yearOf(month), heirs, deps) : own;
  const types = new Set(cells.map(({ type }) => type));
  // The district always gets the link, because it publishes there.
  const leads = viewer.role === 'district' || published.some(({ audience }) => isFor(audience, types));
  return {
    board,
    units: all ?? units,
    themes: plans
      ? await themesAhead([...plans.values()], { id, month, heirs }, thematicAmong(newest), deps)
      : new Map(),
    ...(all && { related: relatedUnits(unit, all, { viewer, now: monthAt(now) }, pathToBoard) }),
    ...(leads && { guidance: pathTo('/guidance', {}, { month, ...(unit.type && { type: unit.type }) }) }),
  };
}

function pathToBoard(unit: UnitId, month: Month): string {
  return pathTo('/months/{month}', { month }, { unit });
}

/** The quarter's earlier months are read only where something is planned. */
async function themesAhead(
  plans: readonly ThematicPlanRevision[],
  { id, month, heirs }: { readonly id: UnitId; readonly month: Month; readonly heirs: Pick<Directory, 'heirs'> },
  held: readonly ThematicMeeting[],
  deps: Deps,
): Promise<ReadonlyMap<UnitId, PlannedTheme>> {
  if (themesToCome(plans, held, month).size === 0) return new Map();
  const before = await loadMeetings(id, earlierInQuarter(month), heirs, deps, { consistent: false });
  return themesToCome(plans, [...held, ...before], month);
}

import { seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import { type DutyInputStores, loadDutyInputs } from '#functions/store/load-duty-inputs.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, earlierInQuarter, type Instant, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { type Duty, dutiesOf, dutyKinds } from '#shared/reminders/duties.ts';
import { type Board, boardOf } from '#shared/reports/board.ts';
import {
  type PlannedTheme,
  type ThematicMeeting,
  type ThematicPlanRevision,
  thematicAmong,
  themesToCome,
  yearOf,
} from '#shared/themes/thematic-plan.ts';
import { type EndedUnit, endedUnit } from '#shared/units/ended-unit.ts';
import { communeOf, districtOf, isWithin, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';
import { BoardPage } from '#web/reports/board-page.tsx';

interface Deps extends DutyInputStores {
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
export const showBoard: Action<Deps> = async (request, deps) => {
  const { params, query, viewer, lang, now } = request;
  const month = parseMonth(params['month'] ?? '');
  const id = openedUnit(viewer, query['unit']);
  if (!month || !findRegime(month) || !id) return problem('not-found', lang);

  const isOwn = id === viewer.unit;
  const ended = isOwn ? await ownEnd(viewer, now, deps) : undefined;
  // A page that was kept, or the way on from the last month, leads to no month in which the unit does not stand.
  if (ended && month > ended.last) return seeOther(pathTo('/months/{month}', { month: ended.last }));

  const isHome = isOwn && month === monthAt(now);
  const [loaded, duties] = await Promise.all([
    loadBoard(request, id, month, deps),
    isHome ? loadDuties(request, deps) : [],
  ]);
  if (!loaded) return problem('not-found', lang);
  const { board, guidance, themes } = loaded;
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  return {
    status: 200,
    json: { ...board, duties, ...(ended && { ended }) },
    page: (context) => (
      <BoardPage
        context={context}
        board={board}
        duties={duties}
        themes={themes}
        {...(guidance && { guidance })}
        {...(ended?.last === month && { ended })}
        {...(findRegime(previous) && { previousMonth: previous })}
        {...(next <= (ended?.last ?? monthAt(now)) && { nextMonth: next })}
      />
    ),
  };
};

/**
 * Lists the viewer's open duties. Only the viewer's own board of the current month, where everyone starts, shows them.
 */
async function loadDuties({ viewer, now }: SignedIn, deps: Deps): Promise<Duty[]> {
  const facts = await loadDutyInputs(viewer.unit, dutyKinds[viewer.role], now, deps);
  return facts ? dutiesOf(viewer, facts, now) : [];
}

interface Loaded {
  readonly board: Board;
  /** Address of the district's guidance for the month and the cells on the board, if there is any. */
  readonly guidance?: string;
  /** The thematic meetings that a commune or cell has planned for the quarter but not held yet. */
  readonly themes: ReadonlyMap<UnitId, PlannedTheme>;
}

async function loadBoard({ viewer, now }: SignedIn, id: UnitId, month: Month, deps: Deps): Promise<Loaded | undefined> {
  const { directory, reports, guidance, thematicPlans } = deps;
  const isDistrict = id === districtOf(id);
  const [district, units, newest, published, plans] = await Promise.all([
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
  const cells = seen('cell');
  const board = boardOf({
    district,
    unit,
    month,
    communes: seen('commune'),
    cells,
    reports: newest.filter(({ report }) => cells.some((cell) => isWithin(report.cell, cell.id))),
    now,
  });
  const types = new Set(cells.map(({ type }) => type));
  // The district always gets the link, because it publishes there.
  const leads = viewer.role === 'district' || published.some(({ audience }) => isFor(audience, types));
  return {
    board,
    themes: plans ? await themesAhead([...plans.values()], id, month, thematicAmong(newest), deps) : new Map(),
    ...(leads && { guidance: pathTo('/guidance', {}, { month, ...(unit.type && { type: unit.type }) }) }),
  };
}

/** The quarter's earlier months are read only where something is planned. */
async function themesAhead(
  plans: readonly ThematicPlanRevision[],
  id: UnitId,
  month: Month,
  held: readonly ThematicMeeting[],
  { reports }: Deps,
): Promise<ReadonlyMap<UnitId, PlannedTheme>> {
  if (themesToCome(plans, held, month).size === 0) return new Map();
  const earlier = earlierInQuarter(month).map((each) => reports.newestOfMonth(id, each, { consistent: false }));
  const before = await Promise.all(earlier);
  return themesToCome(plans, [...held, ...thematicAmong(before.flat())], month);
}

import { seeOther } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { type Related, relatedUnits } from '#functions/http/related-units.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import { type DutyInputStores, loadDutyInputs } from '#functions/store/load-duty-inputs.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { loadMeetings, loadPlans } from '#functions/web/themes/load-with-forebears.ts';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, earlierInQuarter, type Month, monthAt, parseMonth } from '#shared/period.ts';
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
import { directoryWithHeirs } from '#shared/units/directory-with-heirs.ts';
import { type Directory, districtOf, isWithin, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';
import { BoardPage } from '#web/reports/board-page.tsx';

interface Deps extends DutyInputStores {
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear'>;
}

/** Every role starts on the board of the month that is being reported. */
export const goHome: Action<unknown> = async ({ now }) => seeOther(pathTo('/months/{month}', { month: monthAt(now) }));

/** Shows the month's board: every cell with its state, and the deadline. */
export const showBoard: Action<Deps> = async (request, deps) => {
  const { params, query, viewer, lang, now } = request;
  const month = parseMonth(params['month'] ?? '');
  const id = openedUnit(viewer, query['unit']);
  if (!month || !findRegime(month) || !id) return problem('not-found', lang);

  const isHome = id === viewer.unit && month === monthAt(now);
  const [loaded, duties] = await Promise.all([
    loadBoard(request, id, month, deps),
    isHome ? loadDuties(request, deps) : [],
  ]);
  if (!loaded) return problem('not-found', lang);
  const { board, guidance, themes, related } = loaded;
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  const { from, to, predecessors } = board.unit;
  return {
    status: 200,
    json: { ...board, duties },
    page: (context) => (
      <BoardPage
        context={context}
        board={board}
        duties={duties}
        themes={themes}
        {...(guidance && { guidance })}
        {...related}
        {...(findRegime(previous) && !(predecessors && previous < from) && { previousMonth: previous })}
        {...(next <= monthAt(now) && !(to && to < next) && { nextMonth: next })}
      />
    ),
  };
};

/**
 * Lists the viewer's open duties. Only the viewer's own board of the current month, where everyone starts, shows them.
 */
async function loadDuties({ viewer, now }: SignedIn, deps: Deps): Promise<Duty[]> {
  const facts = await loadDutyInputs(viewer.unit, dutyKinds[viewer.role], now, deps, viewer.forebears);
  return facts ? dutiesOf(viewer, facts, now) : [];
}

interface Loaded {
  readonly board: Board;
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
  // Only a reform makes a page depend on units beside its own.
  const hasEnded = unit.to !== undefined && unit.to < monthAt(now);
  const isReformed = hasEnded || units.some(({ predecessors }) => predecessors);
  const all = !isDistrict && isReformed ? await directory.allUnits(district.id) : undefined;
  const heirs = all ? directoryWithHeirs(month, all, []) : {};
  const plans = all ? await loadPlans(id, yearOf(month), heirs, deps) : own;
  const types = new Set(cells.map(({ type }) => type));
  // The district always gets the link, because it publishes there.
  const leads = viewer.role === 'district' || published.some(({ audience }) => isFor(audience, types));
  return {
    board,
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

import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DraftStore } from '#functions/store/draft-store.ts';
import { type DutyInputStores, loadDutyInputs } from '#functions/store/load-duty-inputs.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { Viewer } from '#shared/access/can.ts';
import { dueDayOf } from '#shared/matters/matter-term.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, dayAt, daysBetween, type Instant, standsIn } from '#shared/period.ts';
import {
  boardsIn,
  type Duty,
  type DutyInputs,
  dutiesOf,
  dutyKinds,
  openMonths,
  overdueMatters,
} from '#shared/reminders/duties.ts';
import type { AnsweredAsk } from '#shared/reports/ask.ts';
import type { Board } from '#shared/reports/board.ts';
import { receivedAt } from '#shared/reports/current-report.ts';
import { type Work, workOf } from '#shared/reports/work.ts';
import { deadlines, fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import type { OverdueMatter } from '#web/matters/overdue-matters.tsx';

export interface WorkStores extends DutyInputStores {
  readonly reports: DutyInputStores['reports'] & Pick<ReportStore, 'arrivedInMonth'>;
  readonly drafts: Pick<DraftStore, 'ofUser'>;
}

/** What waits for somebody on the own board of the current month, where everyone starts. */
export interface HomeWork {
  readonly duties: readonly Duty[];
  readonly matters: readonly OverdueMatter[];
  readonly asks: readonly AnsweredAsk[];
  /** Of a commune or a cell: the reports of this month, and of the one before while that is open. */
  readonly work?: Work;
}

/** The most matters that a home lists; a link leads to the others. */
const MOST_MATTERS = 5;
/** How many months back a cell's lateness counts. */
const MONTHS_BEFORE = 3;

export const noWork: HomeWork = { duties: [], matters: [], asks: [] };

/** Loads what waits for the viewer. */
export async function loadWork({ viewer, now }: SignedIn, board: Board, deps: WorkStores): Promise<HomeWork> {
  const kinds = viewer.role === 'group' ? dutyKinds.group : [...dutyKinds[viewer.role], 'asks' as const];
  const facts = await loadDutyInputs(viewer.unit, kinds, now, deps, viewer.forebears);
  if (!facts) return noWork;
  const { asks } = facts;
  const duties = dutiesOf(viewer, facts, now);
  if (viewer.role === 'district') return { ...noWork, duties, asks: asks.filter(({ answer }) => !answer) };
  if (viewer.role === 'group') return { ...noWork, duties };
  const isOwn = ({ unit, month }: Board) => unit.id === board.unit.id && month === board.month;
  const others = boardsIn(openMonths(facts.district, now), viewer, facts, now).filter((each) => !isOwn(each));
  const [drafts, lateBefore] = await Promise.all([
    deps.drafts.ofUser(viewer.user, now),
    loadLateness(board, facts.district, now, deps),
  ]);
  const { todo, done } = workOf([...others, board], { drafts, lateBefore });
  const own = new Set(board.cells.map(({ cell }) => cell.id));
  return {
    duties,
    asks,
    matters: viewer.role === 'commune' ? mattersOf(viewer, facts, now) : [],
    work: { todo, done: done.filter(({ cell, month }) => month === board.month && own.has(cell.id)) },
  };
}

function mattersOf(viewer: Viewer, { matters, units }: DutyInputs, now: Instant): OverdueMatter[] {
  const names = new Map(units.map((unit) => [unit.id, fullName(unit)]));
  return overdueMatters(viewer, matters, now)
    .sort((a, b) => (dueDayOf(a) < dueDayOf(b) ? -1 : 1))
    .slice(0, MOST_MATTERS)
    .map((matter) => ({
      id: matter.id,
      topic: matter.said.topic,
      unitName: names.get(matter.unit) ?? matter.unit,
      overdue: daysBetween(dueDayOf(matter), dayAt(now)),
    }));
}

/** In how many of the last months whose due day is over each cell was late, or has not reported. */
async function loadLateness(
  { unit, month, cells }: Board,
  district: Unit,
  now: Instant,
  { reports }: Pick<WorkStores, 'reports'>,
): Promise<ReadonlyMap<UnitId, number>> {
  const months = Array.from({ length: MONTHS_BEFORE }, (_, at) => addMonths(month, -1 - at)).filter(
    (each) => findRegime(each) && now > deadlines(district, each).due,
  );
  const counts = new Map<UnitId, number>();
  await Promise.all(
    months.map(async (each) => {
      const { due } = deadlines(district, each);
      const found = Map.groupBy(
        await reports.arrivedInMonth(unit.id, each, { consistent: false }),
        (one) => one.report.cell,
      );
      for (const { cell } of cells) {
        const received = receivedAt(found.get(cell.id) ?? []);
        if (standsIn(each, cell) && (received === undefined || received > due)) {
          counts.set(cell.id, (counts.get(cell.id) ?? 0) + 1);
        }
      }
    }),
  );
  return counts;
}

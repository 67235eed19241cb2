import { demoMatters } from '#infra/demo/matters.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoGroups, demoUnits, district } from '#infra/demo/units.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addMonths, endOfMonth, type Instant, type Month, monthOf } from '#shared/period.ts';
import { type Board, boardOf } from '#shared/reports/board.ts';
import type { Revision } from '#shared/reports/report.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { countMatter, mattersIn } from '#shared/scorecards/count-matters.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { deadlines, directoryIn, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { groupsIn } from '#shared/visits/groups.ts';
import { countDistrict, published } from '#test/shared/counted.ts';

/** The latest regime has the most judged criteria, so its form is the longest. */
export const month = '2025-11' as Month;
export const monthsBeside = { previousMonth: addMonths(month, -1), nextMonth: addMonths(month, 1) };
/** Where a cell of a village reads what the district has said of the month. */
export const guidancePath = `/guidance?month=${month}&type=thon`;
const groups = groupsIn(month, demoGroups(month));

/** As many cells as a large commune has: the demo's, and some more. */
const more = ['Dốc', 'Cầu', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Mới', 'Cũ'];
const largest = 'hiep-hoa.thanh-van';
const units = [
  ...demoUnits(),
  ...more.map((name, at): Unit => {
    const id = `${largest}.xom-${at}`;
    return { id, name, kind: 'Chi bộ thôn', level: 'cell', type: 'thon', from: district.from, generated: true };
  }),
];
export const directory = directoryIn(month, units, groups);
const cellsOf = (unit: UnitId) => directory.cells.filter(({ id }) => isWithin(id, unit));
export const commune = unitOf(largest);
export const cell = unitOf(`${largest}.thanh-binh`);
/** As many as the form's limits must bear. */
export const communeCells = cellsOf(largest).slice(0, 25);
/** Those of a commune of 250, each with a name of its own. */
export const manyCells: Unit[] = directory.cells
  .slice(0, 250)
  .map((each, at) => ({ ...each, id: `${largest}.so-${at}`, name: `${each.name} ${at + 1}` }));

function unitOf(id: UnitId): Unit {
  const unit = units.find((each) => each.id === id);
  if (!unit) throw new Error(`The demo has no ${id}`);
  return unit;
}

/** When nothing is open any more: every report of the month has been received. */
const afterwards = deadlines(district, addMonths(month, 1)).closing;

/** Every revision of a cell's reports of a month. */
export function revisionsOf(cell: Unit, of = month): Revision[] {
  return demoReports(cell, district, [addMonths(of, -1), of], afterwards).filter(
    ({ report }) => monthOf(report.date) === of,
  );
}

function newestOf(cell: Unit, of = month): Revision[] {
  return [...new Map(revisionsOf(cell, of).map((revision) => [revision.id, revision])).values()];
}

/** A unit's board at an instant; by default the last one on which reports are on time. */
export function board(unit: Unit, cells = cellsOf(unit.id), now: Instant = deadlines(district, month).due): Board {
  const reports = cells.flatMap((cell) => newestOf(cell)).filter(({ at }) => at <= now);
  const communes = directory.communes.filter(({ id }) => isWithin(id, unit.id));
  return boardOf({ district, unit, month, communes, cells, reports, now });
}

/** The scorecards of the district and its communes, beside those of the month before. */
export function scorecards(of = month, earlier: readonly Scorecard[] = []): Scorecard[] {
  const regime = requireRegime(of);
  const { due } = deadlines(district, of);
  const months = directory.cells.map((cell) => judgeCellMonth(cell, newestOf(cell, of), { regime, due, month: of }));
  const until = endOfMonth(of);
  const sources = [addMonths(of, -1), of]
    .flatMap((each) => directory.cells.flatMap((unit) => newestOf(unit, each)))
    .map(({ id, report, by, firstReceivedAt: at }) => ({ id, unit: report.cell, matters: report.matters, by, at }));
  const besides = mattersIn(of, demoMatters(sources, afterwards), until).map((matter) => {
    return { unit: matter.unit, tally: countMatter(matter, of, until) };
  });
  return countDistrict(directory, months, besides).map((figures) => {
    const before = earlier.find(({ unit }) => unit === figures.unit.id);
    return published(figures, {
      month: of,
      regime,
      status: 'official',
      revision: 1,
      generatedAt: afterwards,
      inputs: '',
      previousMonth: before,
    });
  });
}

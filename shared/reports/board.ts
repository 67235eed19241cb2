import type { Instant, Month } from '#shared/period.ts';
import { type CurrentReport, receivedAt } from '#shared/reports/current-report.ts';
import type { Kind, ReportId, Revision, State } from '#shared/reports/report.ts';
import { deadlines, isWithin, type Unit } from '#shared/units/units.ts';

/** One report as the board shows it. */
export interface BoardReport {
  readonly id: ReportId;
  readonly kind: Kind;
  readonly state: State;
  readonly revision: number;
  readonly receivedAt: Instant;
}

/** A cell on the board. `missing`: it has no report at all; `late` depends on the first receipt. */
export interface BoardCell {
  readonly cell: Unit;
  readonly state: 'missing' | State;
  readonly late: boolean;
  readonly reports: readonly BoardReport[];
}

/** A commune as the district sees it: its cells by state. */
export interface BoardCommune {
  readonly commune: Unit;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

/** A unit's month before it is judged: which reports have arrived and which are missing. */
export interface Board {
  readonly unit: Unit;
  readonly month: Month;
  readonly due: Instant;
  readonly closing: Instant;
  readonly closed: boolean;
  /** Whether the deadline has passed: before it, nothing is missing. */
  readonly isDue: boolean;
  /** Filled for a commune or a single cell. */
  readonly cells: readonly BoardCell[];
  /** Filled for a district or a working group. */
  readonly communes: readonly BoardCommune[];
}

interface BoardData {
  readonly district: Unit;
  readonly unit: Unit;
  readonly month: Month;
  /** The communes and cells to show, as they were in the month. */
  readonly communes: readonly Unit[];
  readonly cells: readonly Unit[];
  /** The newest revision of each report. */
  readonly reports: readonly (CurrentReport & Pick<Revision, 'revision' | 'state'>)[];
  readonly now: Instant;
}

/** The board of a unit: one row per cell for a commune or a cell, one per commune for readers of several communes. */
export function boardOf({ district, unit, month, communes, cells, reports, now }: BoardData): Board {
  const { due, closing } = deadlines(district, month);
  const rows = cells.map((cell): BoardCell => {
    const own = reports.filter(({ report }) => report.cell === cell.id);
    const received = receivedAt(own);
    return {
      cell,
      state: worst(own.map(({ state }) => state)),
      late: received !== undefined && received > due,
      reports: own.map(({ id, report, state, revision, firstReceivedAt }) => ({
        id,
        kind: report.kind,
        state,
        revision,
        receivedAt: firstReceivedAt,
      })),
    };
  });
  return {
    unit,
    month,
    due,
    closing,
    closed: now > closing,
    isDue: now > due,
    cells: unit.level === 'district' ? [] : rows,
    communes: unit.level === 'district' ? communes.map((commune) => countStates(commune, rows)) : [],
  };
}

function countStates(commune: Unit, rows: readonly BoardCell[]): BoardCommune {
  const own = rows.filter(({ cell }) => isWithin(cell.id, commune.id));
  const reported = own.filter(({ state }) => state !== 'missing');
  const late = reported.filter((row) => row.late).length;
  return {
    commune,
    due: own.length,
    onTime: reported.length - late,
    late,
    missing: own.length - reported.length,
  };
}

/** The state that needs the most work: one returned report makes the cell's month returned. */
function worst(states: readonly State[]): BoardCell['state'] {
  return (['returned', 'submitted', 'confirmed'] as const).find((state) => states.includes(state)) ?? 'missing';
}

import type { Instant, Month } from '#shared/period.ts';
import type { Kind, ReportId, State } from '#shared/report.ts';
import type { Unit } from '#shared/units.ts';

/** One report as the board shows it. */
export interface BoardReport {
  readonly id: ReportId;
  readonly kind: Kind;
  readonly state: State;
  readonly revision: number;
  readonly receivedAt: Instant;
}

/** A cell on the board. `missing` while it has no report at all; `late` goes by the first receipt. */
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

/** A unit's month before it is judged: what has come in and what has not. */
export interface Board {
  readonly unit: Unit;
  readonly month: Month;
  readonly due: Instant;
  readonly closing: Instant;
  readonly closed: boolean;
  /** Of a commune or a single cell. */
  readonly cells: readonly BoardCell[];
  /** Of a district or a working group. */
  readonly communes: readonly BoardCommune[];
}

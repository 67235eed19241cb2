import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import type { FromAgenda } from '#shared/prepare/report-from-agenda.ts';
import type { FieldTable, Section } from '#shared/reports/field.ts';
import type { OfferedDay } from '#shared/reports/offered-day.ts';
import type { TargetId } from '#shared/reports/target-id.ts';
import type { FormState } from '#web/form/form-state.ts';
import type { FormRows } from '#web/reports/form/form-rows.ts';

/** Whence the values come that a new form is filled with: each is marked, and the writer may change it. */
export interface Offered {
  readonly day?: OfferedDay['by'];
  /** The meeting from whose report the numbers of members were copied. */
  readonly members?: Day;
  /** The answers that the agenda of the meeting gives. */
  readonly agenda?: FromAgenda;
}

/** The data from which a section of the report's form is rendered. */
export interface SectionProps {
  readonly section: Section;
  /** The questions of the section. */
  readonly table: FieldTable;
  readonly form: FormState;
  readonly rows: FormRows;
  /** Where the form is sent. */
  readonly action: string;
  readonly month: Month;
  readonly regime: Regime;
  readonly offered?: Offered;
  /** What the cell's resolutions may serve, by ids. */
  readonly targets?: ReadonlyMap<TargetId, string>;
}

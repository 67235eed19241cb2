import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import type { FieldTable, Section } from '#shared/reports/field.ts';
import type { FormState } from '#web/form/form-state.ts';
import type { FormRows } from '#web/reports/form/form-rows.ts';

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
  /** The day of the last meeting, if this form copies values from its report that may have changed. */
  readonly membersOf?: Day;
}

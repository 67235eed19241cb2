import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import type { FieldTable, Section } from '#shared/reports/field.ts';
import type { FormState } from '#web/form/form-state.ts';
import type { FormRows } from '#web/reports/form/form-rows.ts';

/** What a section of the report's form is drawn from. */
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
  /** What came from the last report and may have changed: the day of that meeting. */
  readonly membersOf?: Day;
}

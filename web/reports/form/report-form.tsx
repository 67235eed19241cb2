import { commonTexts } from '#shared/language/common.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Instant, Month } from '#shared/period.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import type { UnitId } from '#shared/units/units.ts';
import { boardPath } from '#web/components/board-path.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { MattersSection } from '#web/matters/matters-section.tsx';
import {
  ConductSection,
  PreparationSection,
  ResultSection,
  SuperiorsSection,
} from '#web/reports/form/conduct-sections.tsx';
import type { FormRows } from '#web/reports/form/form-rows.ts';
import { MeetingSection } from '#web/reports/form/meeting-section.tsx';
import { AttendanceSection, MembersSection } from '#web/reports/form/people-sections.tsx';
import { FollowUpsSection, TasksSection } from '#web/reports/form/row-sections.tsx';
import { SaveButton } from '#web/reports/form/save-button.tsx';
import { ScoreSection } from '#web/reports/form/score-section.tsx';
import { typingSentences } from '#web/reports/form/typing-mistakes.ts';

interface ReportFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly rows: FormRows;
  readonly action: string;
  readonly cell: UnitId;
  readonly month: Month;
  readonly regime: Regime;
  /** The revision that the writer has seen; 0 for a new report. */
  readonly baseRevision: number;
  /** The form says the next version of a stored report. */
  readonly amends: boolean;
  /** What came from the last report and may have changed: the day of that meeting. */
  readonly membersOf?: Day;
  /** When its author last saved this form for later. */
  readonly savedAt?: Instant;
  /** The last try failed for reasons that were not the writer's. */
  readonly again?: boolean;
}

/**
 * The report of one meeting, section by section in the order of the paper form. The same for a new report, for an
 * amendment and for a merge. What the meeting is judged by, and what is said
 * of a mistyped field, travel as data for the script: it has no norm of its own.
 */
export function ReportForm(props: ReportFormProps) {
  const { context, form, rows, action, cell, month, regime, baseRevision, amends, membersOf, savedAt, again } = props;
  const t = formTexts[form.lang];
  return (
    <form
      id="report"
      class="report"
      method="post"
      action={action}
      data-month={month}
      data-regime={JSON.stringify(regime)}
      data-errors={JSON.stringify(typingSentences(form.lang))}
      autocomplete="off"
    >
      <CsrfField context={context} />
      <input type="hidden" name="cell" value={cell} />
      <input type="hidden" name="month" value={month} />
      {amends && <input type="hidden" name="action" value="amend" />}
      <input type="hidden" name="baseRevision" value={baseRevision} />
      {savedAt && <input type="hidden" name="savedAt" value={savedAt} />}
      <p class="secret">
        <b>{commonTexts[form.lang].noSecrets}</b> {t.intro}
      </p>
      {/* The first button is the one that Enter presses in a field: it must not send an unfinished report. */}
      <SaveButton lang={form.lang} {...(savedAt && { savedAt })} />
      <MeetingSection form={form} month={month} regime={regime} />
      <MembersSection form={form} {...(membersOf && { from: membersOf })} />
      <AttendanceSection form={form} regime={regime} />
      <PreparationSection form={form} />
      <ConductSection form={form} />
      <ResultSection form={form} />
      <TasksSection form={form} rows={rows} action={action} />
      <FollowUpsSection form={form} rows={rows} action={action} />
      <MattersSection form={form} rows={rows.matters} action={action} />
      <SuperiorsSection form={form} />
      <ScoreSection form={form} regime={regime} />
      <p id="no-secrets" class="secret">
        {t.noSecrets}
      </p>
      <p class="send">
        <button type="submit" aria-describedby="no-secrets">
          {again ? t.again : t.submit}
        </button>{' '}
        <button type="submit" class="quiet" name="press" value="save">
          {t.save}
        </button>{' '}
        <a href={boardPath(context, cell, month)}>{t.cancel}</a>
      </p>
      <p class="hint">{t.receiptNote}</p>
    </form>
  );
}

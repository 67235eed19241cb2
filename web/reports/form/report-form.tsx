import type { VNode } from 'preact';
import { commonTexts } from '#shared/language/common.ts';
import { sheetNormsOf } from '#shared/norms/regimes.ts';
import type { Instant } from '#shared/period.ts';
import type { FieldTable, Section } from '#shared/reports/field.ts';
import { sectionsOf } from '#shared/reports/find-field.ts';
import type { Kind } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { sumWords } from '#shared/reports/texts/members.ts';
import type { UnitId } from '#shared/units/units.ts';
import { boardPath } from '#web/components/board-path.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { MattersSection } from '#web/matters/matters-section.tsx';
import { MeetingSection } from '#web/reports/form/meeting-section.tsx';
import { AttendanceSection, MembersSection } from '#web/reports/form/people-sections.tsx';
import { PlainSection, Questions } from '#web/reports/form/plain-section.tsx';
import { PreparationSection } from '#web/reports/form/preparation-section.tsx';
import { ResultSection } from '#web/reports/form/result-section.tsx';
import { FollowUpsSection, TasksSection } from '#web/reports/form/row-sections.tsx';
import { SaveButton } from '#web/reports/form/save-button.tsx';
import { ScoreSection } from '#web/reports/form/score-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';
import { SumLine } from '#web/reports/form/sum-line.tsx';
import { typingSentences } from '#web/reports/form/typing-mistakes.ts';

/** How each section is asked, in the order of the form: first what every month has, then what is folded away. */
const sections: Readonly<Record<Section, (props: SectionProps) => VNode>> = {
  meeting: MeetingSection,
  members: MembersSection,
  attendance: AttendanceSection,
  result: ResultSection,
  followUps: FollowUpsSection,
  tasks: TasksSection,
  matters: ({ rows, ...props }) => (
    <MattersSection {...props} rows={rows.matters} folded>
      <Questions {...props} />
    </MattersSection>
  ),
  preparation: PreparationSection,
  conduct: PlainSection,
  superiors: PlainSection,
  score: ScoreSection,
};

interface ReportFormProps extends Omit<SectionProps, 'section' | 'table'> {
  readonly context: PageContext;
  readonly cell: UnitId;
  readonly table?: FieldTable;
  /** The revision that the writer has seen; 0 for a new report. */
  readonly baseRevision: number;
  /** Whether the form holds the next version of a stored report. */
  readonly amends: boolean;
  /** When its author last saved this form for later. */
  readonly savedAt?: Instant;
  readonly opened?: Kind;
  /** Whether the last try failed through no fault of the writer. */
  readonly again?: boolean;
}

/**
 * The form for the report of one meeting. New reports, amendments and merges all use
 * it. The form carries the norms and the messages for mistyped fields as data, since the script has none of its own.
 */
export function ReportForm(props: ReportFormProps) {
  const { context, form, action, cell, month, regime, baseRevision, amends, savedAt, opened, again } = props;
  const { table = reportFields } = props;
  const t = formTexts[form.lang];
  const asked = sectionsOf(table);
  return (
    <form
      id="report"
      class="report"
      method="post"
      action={action}
      data-month={month}
      data-regime={JSON.stringify(sheetNormsOf(regime))}
      data-sum={JSON.stringify(sumWords[form.lang])}
      data-errors={JSON.stringify(typingSentences(form.lang, month))}
      autocomplete="off"
    >
      <CsrfField context={context} />
      <input type="hidden" name="cell" value={cell} />
      <input type="hidden" name="month" value={month} />
      {amends && <input type="hidden" name="action" value="amend" />}
      <input type="hidden" name="baseRevision" value={baseRevision} />
      {opened && <input type="hidden" name="opened" value={opened} />}
      {savedAt && <input type="hidden" name="savedAt" value={savedAt} />}
      <p class="secret">
        <b>{commonTexts[form.lang].noSecrets}</b> {t.intro}
      </p>
      {/* Enter in a field presses the first button, which must not send an unfinished report. */}
      <SaveButton lang={form.lang} {...(savedAt && { savedAt })} />
      {(Object.keys(sections) as Section[]).map((section) => {
        const Section = sections[section];
        return <Section key={section} {...props} section={section} table={asked.get(section) ?? {}} />;
      })}
      <SumLine live="score" />
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
    </form>
  );
}

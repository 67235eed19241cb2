import type { ComponentChildren } from 'preact';
import type { FieldTable } from '#shared/reports/field.ts';
import { partsOf } from '#shared/reports/find-field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { Fold } from '#web/form/fold.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import { type FormState, holds } from '#web/form/form-state.ts';
import { Question } from '#web/form/question.tsx';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { SelectField } from '#web/form/select-field.tsx';

interface MattersSectionProps {
  readonly form: FormState;
  /** How many rows are shown. */
  readonly rows: number;
  /** Where the form is sent. */
  readonly action: string;
  readonly table?: FieldTable;
  /** Whether the rows wait behind a line until there is a concern. */
  readonly folded?: boolean;
  /** The section's other questions. */
  readonly children?: ComponentChildren;
}

/** Vấn đề phản ánh: concerns that the cell raises. */
export function MattersSection({ form, rows, action, table, folded = false, children }: MattersSectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const content = (
    <>
      {upTo(rows).map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.matter(n + 1)}</legend>
          {partsOf('matters', table).map(([part, field]) => {
            const asked = { form, name: `matters[${n}].${part}`, field, ...(table && { table }) };
            if (part === 'topic' && field.kind === 'choice') {
              return <SelectField key={part} {...asked} field={field} prompt={t.chooseTopic} />;
            }
            return <Question key={part} {...asked} />;
          })}
          <LessRows form={form} action={action} section="s-matters" list="matters" n={n} />
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-matters" list="matters" />
      {children}
    </>
  );
  if (!folded) {
    return (
      <FormSection id="s-matters" title={t.matters} hint={t.mattersHint}>
        {content}
      </FormSection>
    );
  }
  return (
    <section id="s-matters">
      <Fold title={<h2>{t.anyMatters}</h2>} open={rows > 2 || holds(form, (name) => name.startsWith('matters['))}>
        <p class="hint">{t.mattersHint}</p>
        {content}
      </Fold>
    </section>
  );
}

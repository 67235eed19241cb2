import { type ComponentChildren, Fragment } from 'preact';
import type { FieldTable, Section } from '#shared/reports/field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { ChoicesField } from '#web/form/choices-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { Question } from '#web/form/question.tsx';

interface QuestionsProps {
  readonly form: FormState;
  readonly table: FieldTable;
  /** Hints that depend on the month, by field. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Extra content after a field, by the field's name. */
  readonly after?: Readonly<Record<string, ComponentChildren>>;
}

interface PlainSectionProps extends QuestionsProps {
  readonly section: Section;
  readonly hint?: string;
}

/** A section that asks its questions one after another. */
export function PlainSection({ section, hint, ...questions }: PlainSectionProps) {
  return (
    <FormSection id={`s-${section}`} title={formTexts[questions.form.lang][section]} {...(hint && { hint })}>
      <Questions {...questions} />
    </FormSection>
  );
}

/** The questions of a table that have one answer each. */
export function Questions({ form, table, hints = {}, after = {} }: QuestionsProps) {
  return Object.entries(table).map(([name, field]) => {
    if (field.kind === 'rows' || field.kind === 'points') return null;
    if (field.kind === 'choices') return <ChoicesField key={name} form={form} name={name} field={field} />;
    const hint = hints[name];
    return (
      <Fragment key={name}>
        <Question form={form} name={name} field={field} {...(hint && { hint })} />
        {after[name]}
      </Fragment>
    );
  });
}

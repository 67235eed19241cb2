import { type ComponentChildren, Fragment } from 'preact';
import type { AnyField, FieldTable, Section } from '#shared/reports/field.ts';
import { formTexts, moreOf } from '#shared/reports/texts/form.ts';
import { ChoicesField } from '#web/form/choices-field.tsx';
import { Fold } from '#web/form/fold.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import { type FormState, holds } from '#web/form/form-state.ts';
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
  /** What the line says behind which the section's other questions wait. */
  readonly more?: ComponentChildren;
  /** Whether they stand open though they hold nothing. */
  readonly open?: boolean;
  /** Rows of a list of the section, which wait with the other questions. */
  readonly list?: ComponentChildren;
}

/** A section that asks at once what every month has. The rest is folded away until it holds something or a mistake. */
export function PlainSection({ section, hint, more, open, list, ...questions }: PlainSectionProps) {
  const { form, table } = questions;
  const { lang } = form;
  const usual = only(table, (field) => 'usual' in field);
  const rest = only(table, (field) => !('usual' in field));
  const isOpen = open ?? holds(form, (name) => name.replace(/\[.*/, '') in rest);
  const title = formTexts[lang][section];
  if (Object.keys(usual).length === 0) {
    return (
      <section id={`s-${section}`}>
        <Fold title={<h2>{title}</h2>} open={isOpen}>
          <Questions {...questions} />
        </Fold>
      </section>
    );
  }
  return (
    <FormSection id={`s-${section}`} title={title} {...(hint && { hint })}>
      <Questions {...questions} table={usual} />
      {Object.keys(rest).length > 0 && (
        <Fold
          title={more ?? moreOf[lang][section as keyof (typeof moreOf)['vi']] ?? formTexts[lang].more}
          open={isOpen}
        >
          <Questions {...questions} table={rest} />
          {list}
        </Fold>
      )}
    </FormSection>
  );
}

/** The fields of a table of which something holds. */
export function only(table: FieldTable, isMeant: (field: AnyField) => boolean): FieldTable {
  return Object.fromEntries(Object.entries(table).filter(([, field]) => isMeant(field)));
}

/** The questions of a table that have one answer each. */
export function Questions({ form, table, hints = {}, after = {} }: QuestionsProps) {
  return Object.entries(table).map(([name, field]) => {
    if (field.kind === 'rows' || field.kind === 'points' || field.kind === 'target') return null;
    const hint = hints[name];
    if (field.kind === 'choices') {
      return <ChoicesField key={name} form={form} name={name} field={field} {...(hint && { hint })} />;
    }
    return (
      <Fragment key={name}>
        <Question form={form} name={name} field={field} table={table} {...(hint && { hint })} />
        {after[name]}
      </Fragment>
    );
  });
}

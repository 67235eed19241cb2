import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { ChoicesField as Choices } from '#shared/reports/field.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { inviteField } from '#shared/trainings/training.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoicesField } from '#web/form/choices-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

/** The fields to which a mistake leads. */
export const courseFields: readonly string[] = ['heldOn', 'subject', 'trainer', 'places', 'papers'];

interface CourseFormProps {
  readonly context: PageContext;
  readonly action: string;
  readonly material: Choices;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Of a training that is there: the revision that the writer has seen. */
  readonly baseRevision?: number;
}

/** The form of a course. A new one has its day besides, and whom it invites. */
export function CourseForm({ context, action, material, typed, errors, baseRevision }: CourseFormProps) {
  const { lang } = context;
  const t = trainingTexts[lang];
  const form: FormState = { lang, typed, errors };
  const isNew = baseRevision === undefined;
  return (
    <form class="card" method="post" action={action}>
      <CsrfField context={context} />
      {!isNew && (
        <>
          <input type="hidden" name="action" value="amend" />
          <input type="hidden" name="baseRevision" value={baseRevision} />
        </>
      )}
      <p>
        <b>{commonTexts[lang].noSecrets}</b>
      </p>
      <TextField form={form} name="subject" hint={t.subjectHint} must />
      {isNew && <TextField form={form} name="heldOn" kind="short" hint={t.heldOnHint} must />}
      <TextField form={form} name="trainer" hint={t.trainerHint} must />
      <TextField form={form} name="places" kind="count" must />
      <WordsField form={form} name="papers" hint={t.papersHint} />
      {Object.keys(material.choices).length > 0 && <ChoicesField form={form} name="pieces" field={material} />}
      {isNew && <ChoicesField form={form} name="invite" field={inviteField} hint={t.inviteHint} />}
      <p class="send">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}

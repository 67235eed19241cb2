import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { ChoicesField as Choices } from '#shared/reports/field.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { inviteField } from '#shared/trainings/training.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoicesField } from '#web/form/choices-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

/** What a field of a course is called where its mistake is told at the top of the page. */
export function courseLabel(field: string, lang: Lang): string {
  const t = trainingTexts[lang];
  return isLabelled(field) ? t[field] : field.startsWith('pieces') ? t.pieces : inviteField.label[lang];
}

const labelled = ['subject', 'heldOn', 'trainer', 'places', 'papers', 'reason'] as const;
const isLabelled = (field: string): field is (typeof labelled)[number] =>
  (labelled as readonly string[]).includes(field);

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
      <TextField form={form} name="subject" label={t.subject} hint={t.subjectHint} must />
      {isNew && <TextField form={form} name="heldOn" label={t.heldOn} kind="short" hint={t.heldOnHint} must />}
      <TextField form={form} name="trainer" label={t.trainer} hint={t.trainerHint} must />
      <TextField form={form} name="places" label={t.places} kind="count" must />
      <WordsField form={form} name="papers" label={t.papers} hint={t.papersHint} />
      {Object.keys(material.choices).length > 0 && <ChoicesField form={form} name="pieces" field={material} />}
      {isNew && <ChoicesField form={form} name="invite" field={inviteField} hint={t.inviteHint} />}
      <p class="send">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}

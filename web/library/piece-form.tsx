import type { FieldError, Typed } from '#shared/input/typed.ts';
import { commonTexts } from '#shared/language/common.ts';
import { librarySubjects, typesField } from '#shared/library/piece.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { pieceLabels } from '#shared/library/texts/piece-fields.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoicesField } from '#web/form/choices-field.tsx';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface PieceFormProps {
  readonly context: PageContext;
  readonly action: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Of a piece that is there: the revision that the writer has seen. */
  readonly baseRevision?: number;
}

/** The form in which the district writes a piece. */
export function PieceForm({ context, action, typed, errors, baseRevision }: PieceFormProps) {
  const { lang } = context;
  const t = libraryTexts[lang];
  const labels = pieceLabels[lang];
  const form: FormState = { lang, typed, errors };
  return (
    <form class="card" method="post" action={action}>
      <CsrfField context={context} />
      {baseRevision !== undefined && <input type="hidden" name="baseRevision" value={baseRevision} />}
      <p>
        <b>{commonTexts[lang].noSecrets}</b>
      </p>
      <TextField form={form} name="title" label={labels.title} must />
      <SubjectField form={form} />
      <ChoicesField form={form} name="types" field={typesField} />
      <p class="hint">{t.typesHint}</p>
      <WordsField form={form} name="content" label={labels.content} rows={10} hint={t.contentHint} must />
      <WordsField form={form} name="questions" label={labels.questions} rows={4} hint={t.questionsHint} />
      <p class="send">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}

function SubjectField({ form }: { readonly form: FormState }) {
  const name = 'subject';
  return (
    <div class={frameClass(form, name)}>
      <label for={name}>{pieceLabels[form.lang].subject}</label>
      <Must must />
      <FieldWords form={form} name={name} />
      <select id={name} name={name} aria-required {...describedBy({ form, name })}>
        <option value="">{libraryTexts[form.lang].choose}</option>
        {Object.entries(librarySubjects).map(([code, label]) => (
          <option key={code} value={code} selected={code === form.typed[name]}>
            {label[form.lang]}
          </option>
        ))}
      </select>
    </div>
  );
}

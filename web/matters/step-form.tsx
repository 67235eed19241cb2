import { pathTo } from '#shared/access/routes.ts';
import type { MatterStep, TrackedMatter } from '#shared/matters/matter.ts';
import { matterStepLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, labelAt } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { matterWords } from '#web/matters/matter-words.ts';

interface StepFormProps {
  readonly context: PageContext;
  readonly matter: TrackedMatter;
  readonly steps: readonly MatterStep[];
  /** Matters into which this one may be merged. */
  readonly earlier: readonly TrackedMatter[];
  /** The list from which the reader came, and is led back to. */
  readonly list: Readonly<Record<string, string>>;
  readonly form: FormState;
}

/** The form for the next step on a matter, with the answer that the cell will read. */
export function StepForm({ context, matter, steps, earlier, list, form }: StepFormProps) {
  const { lang } = form;
  const t = mattersTexts[lang];
  const labels = matterStepLabels[lang];
  const offered = steps.filter((step) => step !== 'merge' || earlier.length > 0);
  const into = { form, name: 'into', hint: t.intoHint };
  return (
    <section>
      <h2>{t.decide}</h2>
      <form class="card" method="post" action={pathTo('/matters/{id}', { id: matter.id }, list)}>
        <CsrfField context={context} />
        <input type="hidden" name="seen" value={matter.events.length} />
        <ChoiceField form={form} name="step" choices={offered.map((step) => [step, labels[step]] as const)} />
        {offered.includes('merge') && (
          <div class={frameClass(form, 'into')}>
            <label for="into">{labelAt(form, 'into')}</label>
            <FieldWords {...into} />
            <select id="into" name="into" {...describedBy(into)}>
              <option value="">{t.choose}</option>
              {earlier.map(({ id, said }) => (
                <option key={id} value={id} selected={id === form.typed['into']}>
                  {matterWords(said, lang)}
                </option>
              ))}
            </select>
          </div>
        )}
        <WordsField form={form} name="answer" hint={t.answerHint} />
        {offered.includes('progress') && <TextField form={form} name="promised" kind="short" hint={t.promisedHint} />}
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}

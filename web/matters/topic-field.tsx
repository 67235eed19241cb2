import { formTexts } from '#shared/reports/texts/form.ts';
import { topics } from '#shared/reports/topics.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';

/** The topic of a matter. It is a list box: a dozen choices are too many for radio buttons in each row. */
export function TopicField({ form, name }: { readonly form: FormState; readonly name: string }) {
  const id = idOf(name);
  const typed = form.typed[name] ?? '';
  return (
    <div class={frameClass(form, name)}>
      <label for={id}>{labelAt(form, name)}</label>
      <FieldWords form={form} name={name} />
      <select id={id} name={name} {...describedBy({ form, name })}>
        <option value="">{formTexts[form.lang].chooseTopic}</option>
        {Object.entries(topics).map(([code, label]) => (
          <option key={code} value={code} selected={code === typed}>
            {label[form.lang]}
          </option>
        ))}
      </select>
    </div>
  );
}

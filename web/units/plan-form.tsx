import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { ENDS, intoField, MOST_NEW, newKind, newName } from '#shared/units/reorganise/parse-plan.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { idOf } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';
import { TextField } from '#web/form/text-field.tsx';

interface PlanFormProps {
  readonly context: PageContext;
  readonly communes: readonly Unit[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** A form for a plan: new communes, what each present one becomes, or a file. */
export function PlanForm({ context, communes, typed, errors }: PlanFormProps) {
  const { lang } = context;
  const t = reorganiseTexts[lang];
  const form = { lang, typed, errors };
  const numbers = Array.from({ length: MOST_NEW }, (_, at) => at + 1);
  const choices = [...numbers.map((n) => [String(n), t.goesInto(n)] as const), [ENDS, t.ends] as const];
  return (
    <form class="card" method="post" enctype="multipart/form-data" action={pathTo('/directory/reorganise', {})}>
      <CsrfField context={context} />
      <input type="hidden" name="action" value="preview" />
      <TextField form={form} name="month" label={t.month} kind="short" hint={t.monthHint} />
      <h2>{t.newTitle}</h2>
      <p class="hint">{t.newHint}</p>
      <div>
        {numbers.flatMap((n) => [
          <TextField key={newName(n)} form={form} name={newName(n)} label={t.newName(n)} />,
          <TextField key={newKind(n)} form={form} name={newKind(n)} label={t.newKind(n)} />,
        ])}
      </div>
      <h2>{t.intoTitle}</h2>
      <p class="hint">{t.intoHint}</p>
      <div>
        {communes.map((commune) => {
          const name = intoField(commune.id);
          return (
            <div key={commune.id} class="field">
              <label for={idOf(name)}>{capitalized(fullName(commune))}</label>
              <select id={idOf(name)} name={name}>
                <option value="">{t.stays}</option>
                {choices.map(([value, words]) => (
                  <option key={value} value={value} selected={typed[name] === value}>
                    {words}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
      <PlainField lang={lang} name="boards" label={t.boards}>
        <option value="">{t.noBoards}</option>
        <option value="yes" selected={typed['boards'] === 'yes'}>
          {t.ownBoards}
        </option>
      </PlainField>
      <h2>{t.fileTitle}</h2>
      <PlainField lang={lang} name="file" label={t.file} hint={t.fileHint} type="file" accept=".csv,text/csv" />
      <p class="send">
        <button type="submit">{t.preview}</button>
      </p>
    </form>
  );
}

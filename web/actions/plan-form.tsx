import { pathTo } from '#shared/access/routes.ts';
import { causes } from '#shared/actions/causes.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { commonTexts } from '#shared/language/common.ts';
import type { Group } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

/** What the form is about, as its hidden fields say it. */
export interface About {
  readonly unit: string;
  readonly indicator: string;
  readonly month: string;
  /** How many events of the action its writer has seen. */
  readonly seen: number;
}

interface PlanFormProps {
  readonly context: PageContext;
  readonly about: About;
  readonly groups: readonly Pick<Group, 'number' | 'name'>[];
  readonly form: FormState;
}

/** The form of a new action: what, who, until when, why, and who helps. */
export function PlanForm({ context, about, groups, form }: PlanFormProps) {
  const { lang } = form;
  const t = actionsTexts[lang];
  const causeChoices = Object.entries(causes).map(([code, label]) => [code, label[lang]] as const);
  const groupChoices = groups.map(({ number, name }) => [String(number), name] as const);
  return (
    <form class="card" method="post" action={pathTo('/actions', {})}>
      <CsrfField context={context} />
      <AboutFields about={about} step="open" />
      <p>
        <b>{commonTexts[lang].noSecrets}</b>
      </p>
      <WordsField form={form} name="what" label={t.what} hint={t.whatHint} rows={2} must />
      <TextField form={form} name="who" label={t.who} hint={t.whoHint} must />
      <TextField form={form} name="due" label={t.due} kind="short" hint={t.dueHint} must />
      <ChoiceField form={form} name="cause" label={t.cause} choices={causeChoices} must />
      <WordsField form={form} name="why" label={t.why} hint={t.whyHint} rows={5} />
      {groupChoices.length > 0 && (
        <ChoiceField form={form} name="group" label={t.group} choices={groupChoices} open={t.noGroup} />
      )}
      <p class="send">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}

interface DismissFormProps {
  readonly context: PageContext;
  readonly about: About;
  readonly form: FormState;
}

/** The form by which the district dismisses a proposal. */
export function DismissForm({ context, about, form }: DismissFormProps) {
  const t = actionsTexts[form.lang];
  return (
    <section>
      <h2>{t.dismissTitle}</h2>
      <form class="card" method="post" action={pathTo('/actions', {})}>
        <CsrfField context={context} />
        <AboutFields about={about} step="dismiss" />
        <WordsField form={form} name="reason" label={t.reason} rows={2} must />
        <p class="send">
          <button type="submit" class="quiet">
            {t.dismiss}
          </button>
        </p>
      </form>
    </section>
  );
}

function AboutFields({ about, step }: { readonly about: About; readonly step: 'open' | 'dismiss' }) {
  return (
    <>
      <input type="hidden" name="step" value={step} />
      {(['unit', 'indicator', 'month', 'seen'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={about[name]} />
      ))}
    </>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import type { GroupMember } from '#shared/units/units.ts';
import { MOST_PLANS, planField } from '#shared/visits/parse-plans.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Fold } from '#web/form/fold.tsx';
import { type FormState, holds } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { MemberField } from '#web/visits/member-field.tsx';
import { UnitField, type VisitedUnit } from '#web/visits/unit-field.tsx';

interface PlansFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly month: Month;
  readonly units: readonly VisitedUnit[];
  readonly members: readonly GroupMember[];
}

/** The form that plans several visits of a month at once. */
export function PlansForm({ context, form, month, units, members }: PlansFormProps) {
  const t = visitsTexts[form.lang];
  return (
    <Fold title={<h2>{t.planMany}</h2>} open={holds(form, (name) => name.startsWith('plans['))}>
      <p class="hint">{t.planManyHint}</p>
      <form class="card" method="post" action={pathTo('/visits', {})} autocomplete="off">
        <CsrfField context={context} />
        <input type="hidden" name="action" value="plan-many" />
        <input type="hidden" name="month" value={month} />
        {Array.from({ length: MOST_PLANS }, (_, row) => (
          <fieldset key={planField(row, 'unit')} class="row">
            <legend>{t.planRow(row + 1)}</legend>
            <UnitField form={form} units={units} name={planField(row, 'unit')} />
            <TextField form={form} name={planField(row, 'date')} kind="short" label={t.day} />
            <MemberField form={form} members={members} name={planField(row, 'member')} />
          </fieldset>
        ))}
        <p class="send">
          <button type="submit">{t.planSend}</button>
        </p>
      </form>
    </Fold>
  );
}

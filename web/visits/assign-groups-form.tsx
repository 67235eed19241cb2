import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import { fullName, type Group, type Unit } from '#shared/units/units.ts';
import { assignField } from '#shared/visits/parse-groups.ts';
import { groupsTexts } from '#shared/visits/texts/groups.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { type FormState, idOf } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface AssignGroupsFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly groups: readonly Group[];
  readonly communes: readonly Unit[];
  readonly baseRevision: number;
}

/** A form that assigns a group to each commune from a month on. */
export function AssignGroupsForm({ context, form, groups, communes, baseRevision }: AssignGroupsFormProps) {
  const t = groupsTexts[form.lang];
  return (
    <form class="card" method="post" action={pathTo('/groups', {})}>
      <h2>{t.assign}</h2>
      <CsrfField context={context} />
      <input type="hidden" name="action" value="assign" />
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <TextField form={form} name="from" kind="short" hint={t.fromHint} />
      <div>
        {communes.map((commune) => {
          const name = assignField(commune.id);
          return (
            <div key={commune.id} class="field">
              <label for={idOf(name)}>{capitalized(fullName(commune))}</label>
              <select id={idOf(name)} name={name}>
                <option value="">{t.nobody}</option>
                {groups.map((group) => (
                  <option key={group.number} value={group.number} selected={form.typed[name] === String(group.number)}>
                    {group.name}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
      <p class="send">
        <button type="submit">{t.assignSend}</button>
      </p>
    </form>
  );
}

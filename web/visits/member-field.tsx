import type { GroupMember } from '#shared/units/units.ts';
import { memberName } from '#shared/visits/groups.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, labelAt } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

/** Asks which member goes. A group without a list of members types the post. A former member stays in old entries. */
export function MemberField({ form, members }: { readonly form: FormState; readonly members: readonly GroupMember[] }) {
  const t = visitsTexts[form.lang];
  if (members.length === 0) return <TextField form={form} name="member" hint={t.memberHint} />;
  const field = { form, name: 'member' };
  const typed = form.typed['member'] ?? '';
  const names = members.map(memberName);
  return (
    <div class={frameClass(form, 'member')}>
      <label for="member">{labelAt(form, 'member')}</label>
      <FieldWords {...field} />
      <select id="member" name="member" {...describedBy(field)}>
        <option value="">{t.chooseMember}</option>
        {[...names, ...(typed !== '' && !names.includes(typed) ? [typed] : [])].map((name) => (
          <option key={name} selected={name === typed}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

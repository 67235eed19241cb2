import type { GroupMember } from '#shared/units/units.ts';
import { memberName } from '#shared/visits/groups.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface MemberFieldProps {
  readonly form: FormState;
  readonly members: readonly GroupMember[];
  readonly name?: string;
}

/** The member who goes. A group without a list types the post. A stored member stays after leaving the group. */
export function MemberField({ form, members, name = 'member' }: MemberFieldProps) {
  const t = visitsTexts[form.lang];
  if (members.length === 0) return <TextField form={form} name={name} hint={t.memberHint} />;
  const field = { form, name };
  const typed = form.typed[name] ?? '';
  const names = members.map(memberName);
  return (
    <div class={frameClass(form, name)}>
      <label for={idOf(name)}>{labelAt(form, name)}</label>
      <FieldWords {...field} />
      <select id={idOf(name)} name={name} {...describedBy(field)}>
        <option value="">{t.chooseMember}</option>
        {[...names, ...(typed !== '' && !names.includes(typed) ? [typed] : [])].map((each) => (
          <option key={each} value={each} selected={each === typed}>
            {each}
          </option>
        ))}
      </select>
    </div>
  );
}

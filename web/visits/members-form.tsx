import { pathTo } from '#shared/access/routes.ts';
import { groupsTexts } from '#shared/visits/texts/groups.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface MembersFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly number: number;
  readonly baseRevision: number;
}

/** A form for the members of a group: the head, and the others on a line each. */
export function MembersForm({ context, form, number, baseRevision }: MembersFormProps) {
  const t = groupsTexts[form.lang];
  return (
    <form class="card" method="post" action={pathTo('/groups', {}, { group: String(number) })} autocomplete="off">
      <h2>{t.editMembers}</h2>
      <CsrfField context={context} />
      <input type="hidden" name="action" value="members" />
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <input type="hidden" name="number" value={number} />
      <TextField form={form} name="head" hint={t.headHint} />
      <WordsField form={form} name="groupMembers" rows={8} hint={t.membersHint} />
      <p class="send">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}

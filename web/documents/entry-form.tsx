import { pathTo } from '#shared/access/routes.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { errorAt, type FormState } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';

interface EntryFormProps {
  readonly context: PageContext;
  readonly id: ReportId;
  readonly baseRevision: number;
  /** What was typed and refused. */
  readonly form: FormState;
  readonly name: string;
  readonly value?: string;
  readonly label: string;
  readonly hint: string;
  readonly send: string;
}

/** A form of one field that enters something into the register of a cell's documents. */
export function EntryForm({ context, id, baseRevision, form, name, value = '', label, hint, send }: EntryFormProps) {
  return (
    <form class="card" method="post" action={pathTo('/reports/{id}/papers', { id })} autocomplete="off">
      <CsrfField context={context} />
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <PlainField
        lang={context.lang}
        name={name}
        label={label}
        hint={hint}
        error={errorAt(form, name)}
        value={form.typed[name] ?? value}
        autocomplete="off"
        inputmode="numeric"
      />
      <p class="send">
        <button type="submit">{send}</button>
      </p>
    </form>
  );
}

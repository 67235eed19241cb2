import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { officerField } from '#shared/officers/officers.ts';
import { officersTexts } from '#shared/officers/texts/officers.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { idOf } from '#web/form/form-state.ts';
import { WordsField } from '#web/form/words-field.tsx';

interface AssignFormProps {
  readonly context: PageContext;
  readonly unit: UnitId;
  /** The cells to which officers are assigned. */
  readonly cells: readonly Unit[];
  /** The members who can be chosen. */
  readonly members: readonly string[];
  readonly baseRevision: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** What of the address says which cells are shown. */
  readonly place: CellsPage['place'];
}

/** A form with the members, one on each line, and the member in charge of each cell. */
export function AssignForm({ context, unit, cells, members, baseRevision, typed, errors, place }: AssignFormProps) {
  const { lang } = context;
  const t = officersTexts[lang];
  return (
    <section>
      <h2>{t.edit}</h2>
      <form class="card" method="post" action={pathTo('/officers', {}, { unit, ...place })}>
        <CsrfField context={context} />
        <input type="hidden" name="action" value="assign" />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <WordsField form={{ lang, typed, errors }} name="members" rows={8} hint={t.membersHint} />
        {members.length === 0 ? (
          <p class="hint">{t.saveFirst}</p>
        ) : (
          cells.map((cell) => {
            const name = officerField(cell.id);
            return (
              <div key={cell.id} class="field">
                <label for={idOf(name)}>{capitalized(fullName(cell))}</label>
                <select id={idOf(name)} name={name}>
                  <option value="">{t.nobody}</option>
                  {members.map((member) => (
                    <option key={member} value={member} selected={typed[name] === member}>
                      {member}
                    </option>
                  ))}
                </select>
              </div>
            );
          })
        )}
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { themesTexts } from '#shared/themes/texts/themes.ts';
import { baseField, isOver, quarterNumbers, themeField, type Year } from '#shared/themes/thematic-plan.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { ThemeField } from '#web/themes/theme-field.tsx';

interface PlanFormProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly unit: UnitId;
  readonly year: Year;
  /** The current month. */
  readonly month: Month;
  readonly cells: readonly Unit[];
  readonly bases: ReadonlyMap<UnitId, number>;
  /** What of the address says which cells are shown. */
  readonly place: CellsPage['place'];
}

/** A form with a subject and an optional title for each cell and each quarter that is not over. */
export function PlanForm({ context, form, unit, year, month, cells, bases, place }: PlanFormProps) {
  const t = themesTexts[form.lang];
  const open = quarterNumbers.filter((number) => !isOver(year, number, month));
  return (
    <section>
      <h2>{t.edit}</h2>
      <form method="post" action={pathTo('/themes', {}, { unit, year, ...place })} autocomplete="off">
        <CsrfField context={context} />
        <p class="hint">{t.editHint}</p>
        <div>
          {cells.map((cell) => (
            <fieldset key={cell.id} class="row">
              <legend>{capitalized(fullName(cell))}</legend>
              <input type="hidden" name={baseField(cell.id)} value={bases.get(cell.id) ?? 0} />
              {open.map((number) => (
                <div key={number}>
                  <ThemeField
                    form={form}
                    name={themeField(cell.id, number, 'theme')}
                    label={t.theme(t.quarter(number))}
                  />
                  <TextField
                    form={form}
                    name={themeField(cell.id, number, 'title')}
                    label={t.theTitle(t.quarter(number))}
                  />
                </div>
              ))}
            </fieldset>
          ))}
        </div>
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}

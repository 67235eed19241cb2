import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { heldField, heldParts } from '#shared/officers/officer-record.ts';
import { officersTexts } from '#shared/officers/texts/officers.ts';
import type { Month } from '#shared/period.ts';
import { fieldLabels } from '#shared/reports/texts/fields.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { TextField } from '#web/form/text-field.tsx';

interface RecordFormProps {
  readonly context: PageContext;
  readonly unit: UnitId;
  readonly month: Month;
  readonly cells: readonly Unit[];
  readonly baseRevision: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** What of the address says which cells are shown. */
  readonly place: CellsPage['place'];
}

/** A form with two days for each cell: when the committee got guidance, and when its meeting was attended. */
export function RecordForm({ context, unit, month, cells, baseRevision, typed, errors, place }: RecordFormProps) {
  const { lang } = context;
  const t = officersTexts[lang];
  const form = { lang, typed, errors };
  return (
    <section>
      <h2>{t.record}</h2>
      <form method="post" action={pathTo('/officers', {}, { unit, month, ...place })} autocomplete="off">
        <CsrfField context={context} />
        <input type="hidden" name="action" value="record" />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <p class="hint">{t.recordHint}</p>
        <div>
          {cells.map((cell) => (
            <fieldset key={cell.id} class="row">
              <legend>{capitalized(fullName(cell))}</legend>
              {heldParts.map((part) => (
                <TextField
                  key={part}
                  form={form}
                  name={heldField(cell.id, part)}
                  kind="short"
                  label={fieldLabels[lang][part]}
                />
              ))}
            </fieldset>
          ))}
        </div>
        <p class="send">
          <button type="submit">{t.recordSend}</button>
        </p>
      </form>
    </section>
  );
}

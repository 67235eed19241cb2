import { capitalized } from '#shared/language/format.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, labelAt } from '#web/form/form-state.ts';

/** A unit that a group may attend. */
export interface VisitedUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly level: Unit['level'];
}

/** Asks where a group goes. The list has its communes, each followed by its cells. */
export function UnitField({ form, units }: { readonly form: FormState; readonly units: readonly VisitedUnit[] }) {
  const field = { form, name: 'unit' };
  return (
    <div class={frameClass(form, 'unit')}>
      <label for="unit">{labelAt(form, 'unit')}</label>
      <FieldWords {...field} />
      <select id="unit" name="unit" {...describedBy(field)}>
        <option value="">{visitsTexts[form.lang].choose}</option>
        {units.map(({ id, name, level }) => (
          <option key={id} value={id} selected={id === form.typed['unit']}>
            {level === 'cell' ? `– ${name}` : capitalized(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

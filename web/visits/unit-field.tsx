import { capitalized } from '#shared/language/format.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';
import { visitsTexts } from '#shared/visits/texts/visits.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';

/** A unit that a group may attend. */
export interface VisitedUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly level: Unit['level'];
  /** Of a cell that no group has attended for a year: what it is called apart from its commune's others. */
  readonly left?: string;
}

interface UnitFieldProps {
  readonly form: FormState;
  readonly units: readonly VisitedUnit[];
  readonly name?: string;
}

/** The unit of a visit: first the cells that nobody has attended, then the group's communes, each with its cells. */
export function UnitField({ form, units, name = 'unit' }: UnitFieldProps) {
  const t = visitsTexts[form.lang];
  const field = { form, name };
  const left = units.flatMap(({ left: name, ...unit }) => (name === undefined ? [] : [{ ...unit, name }]));
  const options = (shown: readonly VisitedUnit[]) =>
    shown.map((each) => (
      <option key={each.id} value={each.id} selected={each.id === form.typed[name]}>
        {each.level === 'cell' ? `– ${each.name}` : capitalized(each.name)}
      </option>
    ));
  return (
    <div class={frameClass(form, name)}>
      <label for={idOf(name)}>{labelAt(form, name)}</label>
      <FieldWords {...field} />
      <select id={idOf(name)} name={name} {...describedBy(field)}>
        <option value="">{t.choose}</option>
        {left.length > 0 ? (
          <>
            <optgroup label={t.never}>{options(left)}</optgroup>
            <optgroup label={t.attended}>{options(units.filter(({ left: name }) => name === undefined))}</optgroup>
          </>
        ) : (
          options(units)
        )}
      </select>
    </div>
  );
}

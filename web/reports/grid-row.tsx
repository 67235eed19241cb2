import { pathTo } from '#shared/access/routes.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import type { Field } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { gridMembers, gridQuestions, rowField } from '#shared/reports/grid.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import type { UnitId } from '#shared/units/units.ts';
import { describedBy, FieldWords } from '#web/form/field-words.tsx';
import { errorAt, type FormState, idOf, valueAt } from '#web/form/form-state.ts';

/** A cell that has not reported its regular meeting yet. */
export interface GridCell {
  readonly id: UnitId;
  readonly name: string;
}

const fieldOf = (name: string) => findField(name) as Field;
const isOfMeeting = (name: string) => fieldOf(name).section === 'meeting';
const [full = '', ...carriedMembers] = gridMembers;

/** The questions of a row in the order of the columns: the meeting, the members, the others. */
export const sheetColumns = [
  ...gridQuestions.filter(isOfMeeting),
  full,
  ...gridQuestions.filter((name) => !isOfMeeting(name)),
];

interface GridPageRowProps {
  readonly form: FormState;
  readonly cell: GridCell;
  readonly at: number;
  readonly month: Month;
}

/** One cell of the commune: its name, the fields, and the way to its full report. */
export function GridPageRow({ form, cell, at, month }: GridPageRowProps) {
  const { lang, typed } = form;
  const t = gridTexts[lang];
  const carried = carriedMembers.filter((field) => (typed[rowField(at, field)] ?? '') !== '');
  return (
    <tr>
      <th scope="row">
        {capitalized(cell.name)}
        <input type="hidden" name={rowField(at, 'cell')} value={cell.id} />
        {carried.map((field) => (
          <input key={field} type="hidden" name={rowField(at, field)} value={typed[rowField(at, field)]} />
        ))}
        {carried.length > 0 && (
          <p class="hint">
            {t.alsoCarried}{' '}
            {carried.map((field) => `${fieldOf(field).label[lang]} ${typed[rowField(at, field)]}`).join('; ')}.
          </p>
        )}
      </th>
      {sheetColumns.map((field) => (
        <SheetField key={field} form={form} name={rowField(at, field)} field={fieldOf(field)} />
      ))}
      <td>
        <a href={pathTo('/reports/new', {}, { cell: cell.id, month })}>{t.full}</a>
      </td>
    </tr>
  );
}

interface SheetFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly field: Field;
}

/** A field with its label, which is seen only where the head of the table is not. */
function SheetField({ form, name, field }: SheetFieldProps) {
  const { lang } = form;
  const id = idOf(name);
  const said = describedBy({ form, name });
  return (
    <td class={errorAt(form, name) !== undefined ? 'wrong' : undefined}>
      <label for={id}>{field.label[lang]}</label>{' '}
      {field.kind === 'choice' ? (
        <select id={id} name={name} {...said}>
          <option value="">{formTexts[lang].unanswered}</option>
          {Object.entries(field.choices).map(([code, answer]) => (
            <option key={code} value={code} selected={form.typed[name] === code}>
              {answer[lang]}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={valueAt(form, name)}
          name={name}
          type="text"
          inputmode={field.kind === 'count' ? 'numeric' : undefined}
          {...said}
        />
      )}
      <FieldWords form={form} name={name} />
    </td>
  );
}

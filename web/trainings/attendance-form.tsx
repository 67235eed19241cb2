import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { posts, seatField, seatStates } from '#shared/trainings/attendance.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';

interface AttendanceFormProps {
  readonly context: PageContext;
  readonly action: string;
  readonly baseRevision: number;
  /** The cells of one commune. */
  readonly cells: readonly Unit[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Before the day nobody has come yet. */
  readonly isAhead: boolean;
}

/** A form with each cell's posts: who was invited and who came. */
export function AttendanceForm({ context, action, baseRevision, cells, typed, errors, isAhead }: AttendanceFormProps) {
  const { lang } = context;
  const t = trainingTexts[lang];
  const form: FormState = { lang, typed, errors };
  const states = codesOf(seatStates).filter((state) => !isAhead || state === 'invited');
  return (
    <form method="post" action={action} autocomplete="off">
      <CsrfField context={context} />
      <input type="hidden" name="action" value="attendance" />
      <input type="hidden" name="baseRevision" value={baseRevision} />
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            {codesOf(posts).map((post) => (
              <th key={post} scope="col">
                {posts[post][lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.id}>
              <th scope="row">{capitalized(fullName(cell))}</th>
              {codesOf(posts).map((post) => {
                const name = seatField(cell.id, post);
                return (
                  <td key={post} class={frameClass(form, name)}>
                    <label for={idOf(name)}>{posts[post][lang]}</label>
                    <FieldWords form={form} name={name} />
                    <select id={idOf(name)} name={name} {...describedBy({ form, name })}>
                      <option value="">{t.notInvited}</option>
                      {states.map((state) => (
                        <option key={state} value={state} selected={typed[name] === state}>
                          {seatStates[state][lang]}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="send">
        <button type="submit">{t.saveSeats}</button>
      </p>
    </form>
  );
}

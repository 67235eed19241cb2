import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import type { Field } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { gridMembers, gridQuestions, rowField } from '#shared/reports/grid.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { type FormState, labelAt } from '#web/form/form-state.ts';
import { Question } from '#web/form/question.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { dayHint } from '#web/reports/form/meeting-section.tsx';

/** A cell that has not reported its regular meeting yet. */
interface Cell {
  readonly id: UnitId;
  readonly name: string;
}

interface GridPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  /** One entry per row, in the order of the fields' numbers. */
  readonly cells: readonly Cell[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** What has just been stored. */
  readonly saved?: readonly { readonly id: string; readonly name: string; readonly receipt: string }[];
  /** Why nothing was stored: the system was down, or nothing was filled in. */
  readonly notice?: string;
}

/** Shows every cell of a commune on one page, with fields only for the figures that differ. */
export function GridPage({ context, unit, month, cells, typed, errors, saved = [], notice }: GridPageProps) {
  const { lang } = context;
  const t = gridTexts[lang];
  const form: FormState = { lang, typed, errors };
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  return (
    <Document title={title} context={context} typing={errors.length > 0} wide>
      <h1>{title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}</b>
      </p>
      {notice && <Alert title={notice} tone="notice" />}
      {saved.length > 0 && (
        <Alert title={t.saved(saved.length)} tone="done">
          <ul>
            {saved.map(({ id, name, receipt }) => (
              <li key={id}>
                <a href={pathTo('/reports/{id}', { id })}>{capitalized(name)}</a>: {t.receipt} <b>{receipt}</b>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <RowMistakes
        form={form}
        title={t.wrong(new Set(errors.map(({ field }) => rowOf(field))).size)}
        nameOf={(field) => `${capitalized(cells[rowOf(field)]?.name ?? '')}, ${labelAt(form, field)}`}
      />
      {cells.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <form method="post" action={pathTo('/months/{month}/grid', { month }, { unit: unit.id })} autocomplete="off">
          <CsrfField context={context} />
          <p>{t.intro}</p>
          <p class="notice">{t.carried}</p>
          <TextField
            form={form}
            name="commonDate"
            kind="short"
            label={t.commonDate}
            hint={`${t.commonDateHint} ${dayHint(month, lang)}`}
          />
          <div class="grid">
            {cells.map((cell, at) => (
              <Row key={cell.id} form={form} cell={cell} at={at} month={month} />
            ))}
          </div>
          <p class="send">
            <button type="submit">{t.save}</button>{' '}
            <a href={pathTo('/months/{month}', { month }, { unit: unit.id })}>{formTexts[lang].cancel}</a>
          </p>
        </form>
      )}
    </Document>
  );
}

/** @example rowOf('rows[2].present') //=> 2 */
function rowOf(field: string): number {
  return Number(/\d+/.exec(field)?.[0]);
}

interface RowProps {
  readonly form: FormState;
  readonly cell: Cell;
  readonly at: number;
  readonly month: Month;
}

function Row({ form, cell, at, month }: RowProps) {
  const { lang, typed } = form;
  const t = gridTexts[lang];
  const [full, ...others] = gridMembers;
  const carried = others.filter((field) => (typed[rowField(at, field)] ?? '') !== '');
  const fieldOf = (field: string) => findField(field) as Field;
  const ask = (field: string) => (
    <Question key={field} form={form} name={rowField(at, field)} field={fieldOf(field)} hint="" />
  );
  const isOfMeeting = (field: string) => fieldOf(field).section === 'meeting';
  return (
    <fieldset class="row">
      <legend>{capitalized(cell.name)}</legend>
      <input type="hidden" name={rowField(at, 'cell')} value={cell.id} />
      {carried.map((field) => (
        <input key={field} type="hidden" name={rowField(at, field)} value={typed[rowField(at, field)]} />
      ))}
      {gridQuestions.filter(isOfMeeting).map(ask)}
      {full && ask(full)}
      {carried.length > 0 && (
        <p class="hint">
          {t.alsoCarried}{' '}
          {carried.map((field) => `${fieldOf(field).label[lang]} ${typed[rowField(at, field)]}`).join('; ')}.
        </p>
      )}
      {gridQuestions.filter((field) => !isOfMeeting(field)).map(ask)}
      <p>
        <a href={pathTo('/reports/new', {}, { cell: cell.id, month })}>{t.full}</a>
      </p>
    </fieldset>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import { rowOf } from '#shared/input/rows.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { findField } from '#shared/reports/find-field.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { gridTexts } from '#shared/reports/texts/grid.ts';
import type { CellsPage } from '#shared/units/cells-page.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CellsLinks, CellsNav } from '#web/components/cells-nav.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { type FormState, labelAt } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { dayHint } from '#web/reports/form/meeting-section.tsx';
import { type GridCell, GridPageRow, sheetColumns } from '#web/reports/grid-row.tsx';

interface GridPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly month: Month;
  /** One entry per row, in the order of the fields' numbers. */
  readonly cells: readonly GridCell[];
  /** Which of the cells without a report they are; where nothing could be loaded, nobody knows. */
  readonly page?: CellsPage;
  /** Whether the commune has cells in the month at all. */
  readonly stands: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** What has just been stored. */
  readonly saved?: readonly { readonly id: string; readonly name: string; readonly receipt: string }[];
  /** Why nothing was stored: the system was down, or nothing was filled in. */
  readonly notice?: string;
}

/**
 * Shows every cell of a commune on one page, with fields only for the figures that differ: a table, whose rows are cards
 * on a narrow screen. A script lets the keys work as in a spreadsheet.
 */
export function GridPage({
  context,
  unit,
  month,
  cells,
  stands,
  page,
  typed,
  errors,
  saved = [],
  notice,
}: GridPageProps) {
  const { lang } = context;
  const t = gridTexts[lang];
  const form: FormState = { lang, typed, errors };
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const nav = page && { lang, page, action: pathTo('/months/{month}/grid', { month }), query: { unit: unit.id } };
  return (
    <Document title={title} context={context} typing={errors.length > 0} wide work>
      <h1>{title}</h1>
      <RowMistakes
        form={form}
        title={t.wrong(new Set(errors.map(({ field }) => rowOf('rows', field))).size)}
        nameOf={(field) => `${capitalized(cells[rowOf('rows', field)]?.name ?? '')}, ${labelAt(form, field)}`}
      />
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
      {nav && <CellsNav {...nav} saves />}
      {cells.length === 0 ? (
        !page?.typed && <p>{stands ? t.none : boardTexts[lang].noCells}</p>
      ) : (
        <form
          method="post"
          action={pathTo('/months/{month}/grid', { month }, { unit: unit.id, ...page?.place })}
          autocomplete="off"
        >
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
          <section class="scroll" aria-label={title} tabindex={0}>
            <table class="grid">
              <thead>
                <tr>
                  <th scope="col">{t.cell}</th>
                  {sheetColumns.map((field) => (
                    <th key={field} scope="col">
                      {findField(field)?.label[lang]}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {cells.map((cell, at) => (
                  <GridPageRow key={cell.id} form={form} cell={cell} at={at} month={month} />
                ))}
              </tbody>
            </table>
          </section>
          <p class="send">
            <button type="submit">{t.save}</button>{' '}
            <a href={pathTo('/months/{month}', { month }, { unit: unit.id })}>{formTexts[lang].cancel}</a>
          </p>
        </form>
      )}
      {nav && <CellsLinks {...nav} />}
    </Document>
  );
}

import { pathTo } from '#shared/access/routes.ts';
import type { Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { commonField, commonQuestions } from '#shared/reports/files/check-rows.ts';
import type { ComparedRow } from '#shared/reports/files/compare-stored.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { ReportFile } from '#shared/reports/files/read-report-file.ts';
import { reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { boardTexts } from '#shared/reports/texts/board.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';
import { Question } from '#web/form/question.tsx';
import { ImportMistakes } from '#web/reports/import-mistakes.tsx';
import { ImportRow } from '#web/reports/import-row.tsx';
import { LeftOutOfFile } from '#web/reports/left-out-of-file.tsx';
import { type StoredFromFile, StoredReports } from '#web/reports/stored-reports.tsx';

interface ImportPageProps {
  readonly context: PageContext;
  readonly unit: Unit;
  readonly month: Month;
  /** The cells of which a row may be. */
  readonly cells: readonly Unit[];
  readonly rows?: readonly ComparedRow[];
  /** The rows in the letters in which they are sent back. */
  readonly list?: string | undefined;
  readonly typed: Typed;
  readonly file?: ReportFile;
  /** Why the file is not read. */
  readonly refused?: string;
  readonly stored?: StoredFromFile;
}

/** Takes a month's reports as a file: what was understood, cell by cell, what is still asked, and one confirmation. */
export function ImportPage(props: ImportPageProps) {
  const { context, unit, month, cells, rows = [], list, typed, file, refused, stored } = props;
  const { lang } = context;
  const t = reportFileTexts[lang];
  const query = { month, unit: unit.id };
  const title = `${t.title}, ${formatMonth(month, lang)}`;
  const errors = rows.flatMap((row, at) =>
    row.errors.map((error) => ({ ...error, field: `rows[${at}].${error.field}` })),
  );
  const form: FormState = { lang, typed, errors };
  const ready = rows.filter((row) => row.errors.length === 0).length;
  return (
    <Document title={title} context={context} typing={rows.length > 0} wide>
      <h1>{title}</h1>
      <ImportMistakes form={form} rows={rows} refused={refused} />
      <p class="lead">
        <b>{capitalized(fullName(unit))}</b>
      </p>
      {cells.length === 0 && <p>{boardTexts[lang].noCells}</p>}
      {stored && <StoredReports lang={lang} stored={stored} cells={cells} />}
      {list !== undefined && (
        <form
          method="post"
          enctype="multipart/form-data"
          action={pathTo('/reports/import', {}, query)}
          autocomplete="off"
        >
          <CsrfField context={context} />
          <input type="hidden" name="list" value={list} />
          <h2>{t.previewTitle}</h2>
          <p>{t.read(rows.length, ready, rows.length - ready)}</p>
          <CommonQuestions form={form} rows={rows.filter(({ compared }) => compared.kind !== 'same')} />
          {rows.map((row, at) => (
            <ImportRow key={row.row} form={form} row={row} at={at} cells={cells} />
          ))}
          <p class="send">
            <button type="submit">{t.send}</button>
          </p>
        </form>
      )}
      {file && <LeftOutOfFile lang={lang} file={file} />}
      {cells.length > 0 && <FileForm context={context} query={query} refused={refused} />}
      <p class="actions">
        <a href={pathTo('/months/{month}', { month }, { unit: unit.id })}>{t.back}</a>
      </p>
    </Document>
  );
}

interface FileFormProps {
  readonly context: PageContext;
  readonly query: Readonly<Record<string, string>>;
  readonly refused: string | undefined;
}

/** Takes the file, and gives one to fill in. */
function FileForm({ context, query, refused }: FileFormProps) {
  const { lang } = context;
  const t = reportFileTexts[lang];
  return (
    <>
      <h2>{t.file}</h2>
      <p>{t.lead}</p>
      <p class="actions">
        <a href={pathTo('/reports/template.xlsx', {}, query)}>{t.template}</a>
      </p>
      <form class="sign-in" method="post" enctype="multipart/form-data" action={pathTo('/reports/import', {}, query)}>
        <CsrfField context={context} />
        <PlainField
          lang={lang}
          name="file"
          label={t.chooseFile}
          hint={t.fileHint}
          error={refused}
          type="file"
          accept=".csv,.xlsx,text/csv"
        />
        <p class="send">
          <button type="submit">{t.preview}</button>
        </p>
      </form>
    </>
  );
}

/** What no row says is asked once; a cell may still have an answer of its own. */
function CommonQuestions({ form, rows }: { readonly form: FormState; readonly rows: readonly ComparedRow[] }) {
  const t = reportFileTexts[form.lang];
  const fields = commonQuestions(rows);
  if (fields.length === 0) return null;
  return (
    <fieldset class="row">
      <legend>{t.commonTitle}</legend>
      {fields.map((field) => {
        const question = fileFields[field];
        return (
          question && (
            <Question key={field} form={form} name={commonField(field)} field={question} hint={t.commonHint} />
          )
        );
      })}
    </fieldset>
  );
}

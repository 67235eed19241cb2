import type { FieldError } from '#shared/input/typed.ts';
import { commonField, commonQuestions } from '#shared/reports/files/check-rows.ts';
import type { ComparedRow } from '#shared/reports/files/compare-stored.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import { reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { rowField } from '#shared/reports/grid.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { namedMistake } from '#shared/reports/texts/named-mistake.ts';
import { Alert } from '#web/components/alert.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';
import { labelInFile } from '#web/reports/file-words.ts';

interface ImportMistakesProps {
  readonly form: FormState;
  readonly rows: readonly ComparedRow[];
  readonly refused?: string | undefined;
}

/** Lists what is wrong by the cell of the sheet (`Ô D12`), each as a link to its field. */
export function ImportMistakes({ form, rows, refused }: ImportMistakesProps) {
  const { lang } = form;
  const t = reportFileTexts[lang];
  const common = new Set(commonQuestions(rows));
  const isCommon = ({ field, code }: FieldError) => code === 'required' && common.has(field);
  const lines = rows.flatMap((row, at) =>
    row.errors
      .filter((error) => !isCommon(error))
      .map((error) => {
        const address = row.from[error.field];
        const where = address ? t.at(address) : `${t.rowTitle(row.row)}, ${row.said}`;
        return {
          id: error.field === 'cell' ? rowField(at, 'cell') : idOf(rowField(at, error.field)),
          says: `${where}: ${saysOf(error, row, form)}`,
        };
      }),
  );
  const missing = [...common].filter((field) =>
    rows.some(({ errors }) => errors.some((e) => isCommon(e) && e.field === field)),
  );
  const asked = missing.map((field) => ({
    id: idOf(commonField(field)),
    says: mistakeAt({ field, code: 'required' }, lang),
  }));
  const all = [...(refused ? [{ id: 'file', says: refused }] : []), ...asked, ...lines];
  if (all.length === 0) return null;
  return (
    <Alert title={t.asked} focused>
      <ul>
        {all.map(({ id, says }) => (
          <li key={says}>
            <a href={`#${id}`}>{says}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function saysOf(error: FieldError, { typed, said }: ComparedRow, { lang }: FormState): string {
  if (error.field === 'existing') return reportFileTexts[lang].choose;
  const named = namedMistake(error, lang, typed);
  const label = Object.hasOwn(fileFields, error.field) ? labelInFile(error.field, lang) : said;
  return named ?? `${label}: ${mistakeAt(error, lang)}`;
}

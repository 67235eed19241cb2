import { criterionName } from '#shared/judging/texts/criteria.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { namedMistake } from '#shared/reports/texts/named-mistake.ts';
import { Alert } from '#web/components/alert.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';

interface ErrorSummaryProps {
  readonly form: FormState;
  readonly title: string;
  /** Whether the form shows a field. Mistakes elsewhere are listed without a link. */
  readonly shows: (field: string) => boolean;
  readonly table?: FieldTable;
}

/** Lists every mistake at the top of the page, each as a link to its field. */
export function ErrorSummary({ form, title, shows, table }: ErrorSummaryProps) {
  if (form.errors.length === 0) return null;
  return (
    <Alert title={title} focused>
      <ul>
        {form.errors.map((error) => {
          const label = labelOf(error.field, form.lang, (id) => criterionName(id, form.lang), table);
          const says = namedMistake(error, form.lang, form.typed) ?? `${label}: ${mistakeAt(error, form.lang)}`;
          return (
            <li key={`${error.field} ${error.code}`}>
              {shows(error.field) ? <a href={`#${idOf(error.field)}`}>{says}</a> : says}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

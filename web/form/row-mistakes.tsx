import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { Alert } from '#web/components/alert.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';

interface RowMistakesProps {
  readonly form: FormState;
  readonly title: string;
  /** The name of a field at the top of the page: its row and its question. */
  readonly nameOf: (field: string) => string;
}

/** Lists at the top of the page every mistake of a form with one row per cell, each as a link to its field. */
export function RowMistakes({ form: { lang, errors }, title, nameOf }: RowMistakesProps) {
  if (errors.length === 0) return null;
  return (
    <Alert title={title} focused>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.code}`}>
            {error.code === 'unknown-field' ? (
              mistakeAt(error, lang)
            ) : (
              <a href={`#${idOf(error.field)}`}>
                {nameOf(error.field)}: {mistakeAt(error, lang)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

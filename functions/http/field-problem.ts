import { invalidFieldsTitle } from '#shared/access/texts/problems.ts';
import type { FieldError } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';

/** The problem document for invalid fields, each with a JSON pointer into the request. */
export function fieldProblem(errors: readonly FieldError[], lang: Lang): unknown {
  return {
    type: 'urn:problem:invalid-fields',
    title: invalidFieldsTitle[lang],
    status: 422,
    errors: errors.map((error) => ({
      field: error.field,
      pointer: `#/${error.field.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`,
      code: error.code,
      detail: mistakeAt(error, lang),
      ...(error.code === 'understood' && { understood: error.params?.['understood'] }),
    })),
  };
}

import type { Lang } from '#shared/language/lang.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';

/**
 * The value of a field as readers see it.
 *
 * @example valueWords('papersSent', 'yes', 'vi') //=> 'Có'
 * @example valueWords('present', '', 'vi') //=> '(để trống)'
 */
export function valueWords(name: string, typed: string, lang: Lang, table?: FieldTable): string {
  if (typed === '') return formTexts[lang].blank;
  const field = findField(name, table);
  const choices = field && 'choices' in field ? field.choices : {};
  const choice = Object.hasOwn(choices, typed) && choices[typed];
  return choice ? choice[lang] : typed;
}

import { commonTexts } from '#shared/language/common.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { formTexts } from '#shared/reports/texts/form.ts';

/**
 * The value of a field as readers see it.
 *
 * @param tasks the words of tasks and targets by their ids
 * @example valueWords('papersSent', 'yes', 'vi') //=> 'Có'
 * @example valueWords('present', '', 'vi') //=> '(để trống)'
 */
export function valueWords(
  name: string,
  typed: string,
  lang: Lang,
  table?: FieldTable,
  tasks?: ReadonlyMap<string, string>,
): string {
  if (typed === '') return formTexts[lang].blank;
  const field = findField(name, table);
  if (field?.kind === 'task' && isTaskId(typed)) return tasks?.get(typed) || commonTexts[lang].expired;
  if (field?.kind === 'target') return tasks?.get(typed) ?? typed;
  if (field?.kind === 'quantity') return formatNumber(Number(typed.replace(',', '.')), lang);
  const choices = field && 'choices' in field ? field.choices : {};
  const choice = Object.hasOwn(choices, typed) && choices[typed];
  return choice ? choice[lang] : typed;
}

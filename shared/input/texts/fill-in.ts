import type { FieldError } from '#shared/input/typed.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';

/**
 * Fills numbers into a sentence, in the format of its language.
 *
 * @example fillIn('Không được lớn hơn {max}.', { max: 2000 }, 'vi') //=> 'Không được lớn hơn 2.000.'
 */
export function fillIn(sentence: string, params: FieldError['params'], lang: Lang): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params?.[name];
    return typeof value === 'number' ? formatNumber(value, lang) : String(value);
  });
}

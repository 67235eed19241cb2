import { withoutMarks } from '#shared/language/without-marks.ts';

/**
 * The part of an id that a name makes; empty for a name without letters and digits.
 *
 * @example slugOf('Đông Đạo') //=> 'dong-dao'
 */
export function slugOf(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

import { withoutMarks } from '#shared/language/without-marks.ts';

/**
 * A post by which tasks are put together: people write the same one with and without marks, capitals and full stops.
 *
 * @example foldedPost('Trưởng  thôn.') //=> 'truong thon'
 */
export function foldedPost(post: string): string {
  return (
    withoutMarks(post)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  ).join(' ');
}

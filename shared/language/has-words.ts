import { withoutMarks } from '#shared/language/without-marks.ts';

/**
 * Whether each typed word begins a word of a text, marks and capitals aside; nothing typed is in every text.
 *
 * @example hasWords('Chi bộ thôn Đoài', 'doai tho') //=> true
 */
export function hasWords(text: string, typed: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((asked) => words.some((word) => word.startsWith(asked)));
}

function wordsOf(text: string): readonly string[] {
  return (
    withoutMarks(text)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

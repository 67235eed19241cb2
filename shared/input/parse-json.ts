import { MOST_FIELDS } from '#shared/input/field-list.ts';

/** Deeper than any field of ours stands. */
const DEEPEST = 10;

/**
 * Parses JSON that somebody sent. Its depth and its values are counted before anything is made of them, since parsing
 * goes as deep as the text does.
 *
 * @throws {SyntaxError} if it is not JSON, is nested deeper or has more values than any form of ours
 */
export function parseJson(text: string): unknown {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '"') quoted = !quoted;
    else if (quoted) at += mark === '\\' ? 1 : 0;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    else if (mark === ',') values += 1;
    if (depth > DEEPEST || values > MOST_FIELDS) throw new SyntaxError('Too large');
  }
  return JSON.parse(text);
}

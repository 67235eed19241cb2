import type { Typed } from '#shared/typed.ts';
import { typedJson } from '#shared/typed-json.ts';

/** More fields than any form of ours has. */
const MOST_FIELDS = 2000;

/**
 * The fields of a posted body, by the names of the HTTP seam: JSON and forms give the same.
 *
 * @example typedBody('{"tasks":[{"what":"Họp"}],"present":17}', true) //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} for what is neither a JSON object nor a form
 */
export function typedBody(body: string, isJson: boolean): Typed {
  const fields = isJson ? typedJson(JSON.parse(body)) : Object.fromEntries(new URLSearchParams(body));
  if (Object.keys(fields).length > MOST_FIELDS) throw new SyntaxError('Too many fields');
  return fields;
}

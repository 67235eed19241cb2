import type { Typed } from '#shared/typed.ts';

/** More fields than any form of ours has. */
const MOST_FIELDS = 2000;

/**
 * The fields of a posted body, by the names of the HTTP seam: JSON and forms give the same.
 *
 * @example typedBody('{"tasks":[{"what":"Họp"}],"present":17}', true) //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} for what is neither a JSON object nor a form
 */
export function typedBody(body: string, isJson: boolean): Typed {
  const fields = isJson ? flatten('', JSON.parse(body) as unknown) : [...new URLSearchParams(body)];
  if (fields.length > MOST_FIELDS) throw new SyntaxError('Too many fields');
  return Object.fromEntries(fields);
}

function flatten(name: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each, n) => flatten(`${name}[${n}]`, each));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, each]) => flatten(name ? `${name}.${key}` : key, each));
  }
  if (!name) throw new SyntaxError('Not an object');
  return [[name, String(value)]];
}

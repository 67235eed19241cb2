import type { Typed } from '#shared/input/typed.ts';

/**
 * Turns a JSON object into the fields of a form, with the names that forms send.
 *
 * @example typedJson({ tasks: [{ what: 'Họp' }], present: 17 }) //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} if the text is not a JSON object
 */
export function typedJson(value: unknown): Typed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('Not an object');
  return Object.fromEntries(flatten('', value));
}

function flatten(name: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each, n) => flatten(`${name}[${n}]`, each));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, each]) => flatten(name ? `${name}.${key}` : key, each));
  }
  return [[name, String(value)]];
}

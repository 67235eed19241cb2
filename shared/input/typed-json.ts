import { FieldList } from '#shared/input/field-list.ts';
import type { Typed } from '#shared/input/typed.ts';

/**
 * Turns a JSON object into the fields of a form, with the names that forms send.
 *
 * @example typedJson({ tasks: [{ what: 'Họp' }], present: 17 }) //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} if the value is not a JSON object, or has more than any form of ours
 */
export function typedJson(value: unknown): Typed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('Not an object');
  const fields = new FieldList();
  flatten('', value, fields);
  return fields.typed();
}

function flatten(name: string, value: unknown, fields: FieldList): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const [n, each] of value.entries()) flatten(`${name}[${n}]`, each, fields);
  } else if (typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) flatten(name ? `${name}.${key}` : key, each, fields);
  } else fields.add(name, typeof value === 'number' ? numberTyped(value) : String(value));
}

/** A number with its decimals behind a comma: behind a point, three of them are read as thousands. */
function numberTyped(value: number): string {
  return String(value).replace('.', ',');
}

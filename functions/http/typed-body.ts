import type { Typed } from '#shared/input/typed.ts';
import { typedJson } from '#shared/input/typed-json.ts';

/** More fields than any form of ours has. */
const MOST_FIELDS = 2000;

/**
 * Reads a posted body's fields by their names in the HTTP API, the same from JSON and forms. A file becomes its text.
 *
 * @example typedBody('{"tasks":[{"what":"Họp"}],"present":17}', 'application/json') //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} for a body that does not match its content type
 */
export async function typedBody(body: Buffer, type: string): Promise<Typed> {
  const fields = await fieldsOf(body, type);
  if (Object.keys(fields).length > MOST_FIELDS) throw new SyntaxError('Too many fields');
  return fields;
}

async function fieldsOf(body: Buffer, type: string): Promise<Typed> {
  if (isJsonType(type)) return typedJson(JSON.parse(body.toString('utf8')));
  if (!/^multipart\/form-data\b/.test(type)) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const texts = [...form].map(async ([name, value]) => [
      name,
      typeof value === 'string' ? value : await value.text(),
    ]);
    return Object.fromEntries(await Promise.all(texts)) as Typed;
  } catch {
    throw new SyntaxError('Not a form'); // hides Node's own message: the browser or a tool cut the form short
  }
}

export function isJsonType(type: string | undefined): boolean {
  return /^application\/json\b/.test(type ?? '');
}

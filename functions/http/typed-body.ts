import type { Typed } from '#shared/input/typed.ts';
import { typedJson } from '#shared/input/typed-json.ts';

/** More fields than any form of ours has. */
const MOST_FIELDS = 2000;

/**
 * The fields of a posted body, by the names of the HTTP seam: JSON and forms give the same. A file is its text.
 *
 * @example typedBody('{"tasks":[{"what":"Họp"}],"present":17}', 'application/json') //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} for what is not what its content type says
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
    throw new SyntaxError('Not a form'); // whatever Node says of it: the browser or a tool has cut it short
  }
}

export function isJsonType(type: string | undefined): boolean {
  return /^application\/json\b/.test(type ?? '');
}

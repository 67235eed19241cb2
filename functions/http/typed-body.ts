import { decodeFile, decodeText } from '#functions/decode-text.ts';
import { type FormPart, multipartParts, urlencodedParts } from '#functions/http/form-parts.ts';
import { cleanText, isSecret } from '#shared/input/clean-text.ts';
import { FieldList, MOST_FIELDS } from '#shared/input/field-list.ts';
import { parseJson } from '#shared/input/parse-json.ts';
import type { Typed } from '#shared/input/typed.ts';
import { typedJson } from '#shared/input/typed-json.ts';

/** The hidden field in which a browser names the encoding of a form (HTML, "selecting a form submission encoding"). */
const CHARSET = '_charset_';
/** The field of a sign-in that carries another form, encoded as a form is. */
const CARRIED = 'carriedBody';

/**
 * Reads a posted body's fields by their names in the HTTP API, the same from JSON and forms. Every text in it is
 * cleaned here (`cleanText`), except passwords and the file of a route that takes one: its reader cleans what stands in
 * it. A file becomes its text.
 *
 * @example typedBody('{"tasks":[{"what":"Họp"}],"present":17}', 'application/json') //=> { 'tasks[0].what': 'Họp', present: '17' }
 * @throws {SyntaxError} for a body that does not match its content type, or has more than any form of ours
 */
export function typedBody(body: Buffer, type: string, takesFile: boolean): Typed {
  const stated = /;\s*charset="?([\w-]+)/i.exec(type)?.[1];
  if (isJsonType(type)) return cleaned(typedJson(parseJson(decodeText(body, stated))));
  const parts = isMultipart(type) ? multipartParts(body, type) : urlencodedParts(body);
  const { files, typed } = fieldsOf(parts, stated, takesFile);
  return { ...cleaned(typed), ...files };
}

/** The bytes of the file in a form, if there is one. @throws {SyntaxError} for a body that does not match its type */
export function sentFile(body: Buffer, type: string): Uint8Array | undefined {
  if (!isMultipart(type)) return undefined;
  for (const { isFile, value } of multipartParts(body, type)) if (isFile) return value;
  return undefined;
}

function isMultipart(type: string): boolean {
  return /^multipart\/form-data\b/i.test(type);
}

function fieldsOf(parts: Iterable<FormPart>, stated: string | undefined, takesFile: boolean) {
  const found: FormPart[] = [];
  for (const part of parts) {
    if (found.length === MOST_FIELDS) throw new SyntaxError('Too many fields');
    found.push(part);
  }
  const named = found.find(({ name }) => decodeText(name) === CHARSET);
  const general = stated ?? (named && decodeText(named.value));
  const [typed, files] = [new FieldList(), new FieldList()];
  for (const part of found) {
    const { name, value, charset = general, isFile } = part;
    if (part === named) continue;
    if (takesFile && isFile) files.add(decodeText(name, general), decodeFile(value));
    else typed.add(decodeText(name, general), decodeText(value, charset));
  }
  return { typed: typed.typed(), files: files.typed() };
}

function cleaned(typed: Typed): Typed {
  const carried = typed[CARRIED];
  return { ...cleanedOne(typed), ...(carried !== undefined && { [CARRIED]: cleanedForm(carried) }) };
}

function cleanedOne(typed: Typed): Typed {
  const fields = Object.entries(typed).map(([name, text]) => [
    cleanText(name),
    isSecret(name) ? text : cleanText(text),
  ]);
  return Object.fromEntries(fields) as Typed;
}

/** A carried form carries no other. */
function cleanedForm(text: string): string {
  const { typed } = fieldsOf(urlencodedParts(Buffer.from(text)), undefined, false);
  return new URLSearchParams(cleanedOne(typed)).toString();
}

export function isJsonType(type: string | undefined): boolean {
  return /^application\/json\b/i.test(type ?? '');
}

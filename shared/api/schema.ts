/** A JSON Schema, or a part of one (draft 2020-12, as OpenAPI 3.1 takes it). */
export type Schema = Readonly<Record<string, unknown>>;

/** An object that has these properties and no other. */
export function object(properties: Schema, required: readonly string[] = Object.keys(properties)): Schema {
  return { type: 'object', additionalProperties: false, required, properties };
}

/** An object that has at least these properties. */
export function shows(properties: Schema): Schema {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** An object that has at least these parts of a thing of ours: a part that the thing has not does not compile. */
export function partsOf<Thing>(parts: { readonly [Part in keyof Thing]?: Schema }): Schema {
  return shows(parts as Schema);
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** One of the schemas that the document names. */
export function named(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const instant: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
export const month: Schema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
export const digest: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };

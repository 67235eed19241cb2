type Schema = Readonly<Record<string, unknown>>;

/**
 * What of a value does not match a JSON Schema; only the words of our own schemas are known, and any other is an error,
 * so that nothing is taken for checked that is not.
 */
export function mismatches(value: unknown, schema: Schema, root: Schema = schema, at = '#'): string[] {
  return Object.entries(schema).flatMap(([word, rule]) => {
    const check = words[word];
    if (!check) throw new Error(`Unknown word in the schema: ${word}`);
    return check(value, rule, { schema, root, at });
  });
}

interface Context {
  readonly schema: Schema;
  readonly root: Schema;
  readonly at: string;
}
type Check = (value: unknown, rule: unknown, context: Context) => string[];

const says = (holds: boolean, at: string, what: string) => (holds ? [] : [`${at}: ${what}`]);
const none: Check = () => [];
const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

const words: Readonly<Record<string, Check>> = {
  $schema: none,
  $defs: none,
  title: none,
  description: none,
  $ref: (value, rule, { root, at }) => {
    const name = String(rule).replace('#/$defs/', '');
    return mismatches(value, (root['$defs'] as Record<string, Schema>)[name] as Schema, root, at);
  },
  type: (value, rule, { at }) => says(types[String(rule)]?.(value) ?? false, at, `not of type ${rule}`),
  const: (value, rule, { at }) => says(value === rule, at, `not ${rule}`),
  enum: (value, rule, { at }) => says((rule as unknown[]).includes(value), at, `none of ${rule}`),
  pattern: (value, rule, { at }) => says(new RegExp(String(rule)).test(String(value)), at, `not like ${rule}`),
  minimum: (value, rule, { at }) => says(Number(value) >= Number(rule), at, `below ${rule}`),
  maximum: (value, rule, { at }) => says(Number(value) <= Number(rule), at, `above ${rule}`),
  maxLength: (value, rule, { at }) => says([...String(value)].length <= Number(rule), at, `longer than ${rule}`),
  minItems: (value, rule, { at }) => says((value as unknown[]).length >= Number(rule), at, 'too few'),
  maxItems: (value, rule, { at }) => says((value as unknown[]).length <= Number(rule), at, 'too many'),
  uniqueItems: (value, _, { at }) => {
    return says(new Set(value as unknown[]).size === (value as unknown[]).length, at, 'the same twice');
  },
  anyOf: (value, rule, { root, at }) => {
    const tried = (rule as Schema[]).map((each) => mismatches(value, each, root, at));
    return tried.some((found) => found.length === 0) ? [] : tried.flat();
  },
  items: (value, rule, { root, at }) =>
    (value as unknown[]).flatMap((each, index) => mismatches(each, rule as Schema, root, `${at}/${index}`)),
  required: (value, rule, { at }) =>
    (rule as string[]).flatMap((name) => says(isObject(value) && name in value, at, `lacks ${name}`)),
  properties: (value, rule, { root, at }) =>
    Object.entries(rule as Record<string, Schema>).flatMap(([name, each]) =>
      isObject(value) && name in value ? mismatches(value[name], each, root, `${at}/${name}`) : [],
    ),
  patternProperties: (value, rule, { root, at }) =>
    Object.entries(rule as Record<string, Schema>).flatMap(([pattern, each]) =>
      isObject(value)
        ? Object.keys(value)
            .filter((name) => new RegExp(pattern).test(name))
            .flatMap((name) => mismatches(value[name], each, root, `${at}/${name}`))
        : [],
    ),
  propertyNames: (value, rule, { root, at }) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => mismatches(name, rule as Schema, root, `${at}/${name}`))
      : [],
  additionalProperties: (value, rule, { schema, root, at }) => {
    const known = Object.keys((schema['properties'] as object | undefined) ?? {});
    const patterns = Object.keys((schema['patternProperties'] as object | undefined) ?? {}).map(
      (each) => new RegExp(each),
    );
    if (!isObject(value)) return [];
    const others = Object.entries(value).filter(
      ([name]) => !(known.includes(name) || patterns.some((each) => each.test(name))),
    );
    if (rule === false) return others.map(([name]) => `${at}: unknown ${name}`);
    return others.flatMap(([name, each]) => mismatches(each, rule as Schema, root, `${at}/${name}`));
  },
};

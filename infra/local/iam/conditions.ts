/** What a call says of itself, by condition key; an absent key is one that the call does not have. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** A statement's conditions: by operator and key, the values. All must hold. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The operators that the local system judges, as IAM does. `ForAllValues` holds for a key that the call does not have:
 * that is IAM's rule, and a policy that means otherwise needs `Null`.
 */
const operators: Readonly<
  Record<string, (given: readonly string[] | undefined, values: readonly string[]) => boolean>
> = {
  'ForAllValues:StringLike': (given = [], values) =>
    given.every((each) => values.some((pattern) => matches(pattern, each))),
  'ForAllValues:StringNotLike': (given = [], values) =>
    given.every((each) => !values.some((pattern) => matches(pattern, each))),
  Null: (given, values) => values.includes(String(given === undefined)),
};

/** @throws for an operator that the local system cannot judge: ignoring it would allow what AWS denies */
export function readConditions(condition: unknown = {}): Conditions {
  const listed = Object.entries(condition as Record<string, Record<string, unknown>>).map(([operator, keys]) => {
    if (!operators[operator]) throw new Error(`a policy uses ${operator}, which the local system cannot judge`);
    return [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [values].flat().map(String)])),
    ];
  });
  return Object.fromEntries(listed) as Conditions;
}

export function holds(conditions: Conditions, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => operators[operator]?.(context[key], values)),
  );
}

/** Patterns are cached: every call is checked, and always against the same few. */
const expressions = new Map<string, RegExp>();

/** `*` stands for any text, `?` for one character. */
export function matches(pattern: string, text: string): boolean {
  const known = expressions.get(pattern);
  if (known) return known.test(text);
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  expressions.set(pattern, new RegExp(`^${expression}$`, 's'));
  return matches(pattern, text);
}

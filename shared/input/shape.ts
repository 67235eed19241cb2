/** Whether a value, of which nothing is known, is what it should be. */
export type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText: Check = (value) => typeof value === 'string';

/** A whole number within bounds; a number as text is none. */
export function isWhole(least: number, most: number): Check {
  return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

export function oneOf(values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** Values by name. */
export function recordOf(check: Check, isName: Check = isText): Check {
  return (value) => isObject(value) && Object.entries(value).every(([name, each]) => isName(name) && check(each));
}

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** An object whose named parts are what they should be; others may stand beside them. */
export function shape(parts: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(parts);
  return (value) => isObject(value) && checks.every(([name, check]) => check(value[name]));
}

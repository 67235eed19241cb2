/**
 * A variable of this function's environment.
 *
 * @throws {Error} when the stack did not set it: a deployment that lacks one fails at its first start, not at its use
 */
export function env(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment lacks ${name}`);
  return value;
}

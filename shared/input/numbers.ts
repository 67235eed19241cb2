/**
 * Reads a whole number as people in Vietnam write it: a point or a space separates thousands, `1.234` is 1234.
 *
 * @returns `undefined` for anything else, including a blank and a fraction
 */
export function parseCount(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^(\d{1,9}|[1-9]\d{0,2}([.\s]\d{3}){1,2})$/.test(text)) return undefined;
  return Number(text.replace(/[.\s]/g, ''));
}

/**
 * Reads points with at most two decimals, with a comma or a point: `85,7`, `85.75`.
 *
 * @returns `undefined` for anything else
 */
export function parsePoints(typed: string): number | undefined {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  return parts ? Number(`${parts[1]}.${parts[2] ?? 0}`) : undefined;
}

/**
 * Whether points are at most `max` and in whole steps. They are compared in hundredths, as they are read: 0.3 / 0.1 is
 * a little below 3.
 */
export function isOnScale(points: number | undefined, { max, step }: { max: number; step: number }): boolean {
  return points !== undefined && points <= max && Math.round(points * 100) % Math.round(step * 100) === 0;
}

/**
 * Percent with one decimal: 28 of 33 is 84.8. It rounds half up in whole numbers. `null` where the base is 0.
 *
 * @param limits percentages from which the share must be told apart: it has as many decimals more as that takes
 * @example percentOf(1799, 2000, [90]) //=> 89.95
 */
export function percentOf(numerator: number, denominator: number, limits: readonly number[] = []): number | null {
  if (denominator === 0) return null;
  let unit = 1;
  let percent: number;
  do {
    unit *= 10;
    percent = Math.floor((numerator * 200 * unit + denominator) / (denominator * 2)) / unit;
  } while (
    unit < FINEST &&
    limits.some((limit) => Math.sign(percent - limit) !== Math.sign(numerator * 100 - limit * denominator))
  );
  return percent;
}

/** One over the smallest part of a percent: six decimals tell every share of some thousands from a limit. */
export const FINEST = 1e6;

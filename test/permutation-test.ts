import type { Random } from '#infra/demo/random.ts';

export type Pair = readonly [one: number, other: number];

const PERMUTATIONS = 2000;

/**
 * How likely two kinds that do not differ would differ as much as these pairs do: each pair's two values are swapped or
 * not, at random, and the difference is judged among those of 2,000 such shuffles.
 *
 * @returns for the difference of the means and for that of the medians
 */
export function permutationTest(
  pairs: readonly Pair[],
  random: Random,
): { readonly mean: number; readonly median: number } {
  const difference = (of: (values: readonly number[]) => number, taken: readonly Pair[]) =>
    Math.abs(of(taken.map(([one]) => one)) - of(taken.map(([, other]) => other)));
  const found = { mean: difference(mean, pairs), median: difference(median, pairs) };
  const asLarge = { mean: 1, median: 1 }; // the pairs as they are count as one
  for (let n = 0; n < PERMUTATIONS; n += 1) {
    const shuffled = pairs.map(([one, other]): Pair => (random.chance(0.5) ? [one, other] : [other, one]));
    if (difference(mean, shuffled) >= found.mean) asLarge.mean += 1;
    if (difference(median, shuffled) >= found.median) asLarge.median += 1;
  }
  return { mean: asLarge.mean / (PERMUTATIONS + 1), median: asLarge.median / (PERMUTATIONS + 1) };
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

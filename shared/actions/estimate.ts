/** One unit in one comparison: what it had before and after, in percent, and whether something was done. */
export interface Observation {
  /** Units are compared within one comparison only: the same months, type, size and starting level. */
  readonly comparison: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  readonly acted: boolean;
}

/** How many points of a hundred the acted on gained beyond the others, with the bounds of the 95% interval. */
export interface Estimate {
  readonly points: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer degrees of freedom say nothing of how much figures vary. */
const LEAST_FREEDOM = 8;

/**
 * How much more the units that were acted on gained than others of the same starting level: the least-squares fit of
 * `after = comparison + b × before + effect × acted`. A low figure rises of itself as far as it was low by chance: `b`, which
 * all units tell, takes that out, and what is left is the effect (analysis of covariance; Vickers and Altman, BMJ 2001).
 *
 * Months overlap and one unit is in several comparisons, so the interval treats all of a unit as one piece of evidence
 * (variance clustered by unit, with the usual correction for few; Cameron and Miller 2015).
 *
 * @returns `undefined` where there are too few to say how much figures vary, or nothing to compare
 */
export function estimate(observations: readonly Observation[]): Estimate | undefined {
  const groups = [...Map.groupBy(observations, ({ comparison }) => comparison).values()].filter(
    (group) => group.some(({ acted }) => acted) && group.some(({ acted }) => !acted),
  );
  const rows = groups.flatMap(centred);
  const freedom = rows.length - groups.length - 2;
  if (freedom < LEAST_FREEDOM) return undefined;
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [bb, ba, aa] = [
    sum((row) => row.before ** 2),
    sum((row) => row.before * row.acted),
    sum((row) => row.acted ** 2),
  ];
  const [by, ay] = [sum((row) => row.before * row.after), sum((row) => row.acted * row.after)];
  const determinant = bb * aa - ba ** 2;
  if (determinant < 1e-9) return undefined;
  const slope = (aa * by - ba * ay) / determinant;
  const points = (bb * ay - ba * by) / determinant;
  /** How much one more point of a row's figure moves the effect. */
  const weight = ({ before, acted }: Row) => (bb * acted - ba * before) / determinant;
  const residual = ({ before, acted, after }: Row) => after - slope * before - points * acted;
  const plain = (sum((row) => residual(row) ** 2) / freedom) * sum((row) => weight(row) ** 2);
  const units = [...Map.groupBy(rows, ({ unit }) => unit).values()];
  const clustered =
    units.reduce((total, own) => total + own.reduce((all, row) => all + weight(row) * residual(row), 0) ** 2, 0) *
    (units.length / (units.length - 1)) *
    ((rows.length - 1) / freedom);
  // Of few units the clustered variance is often too small by chance: the larger of the two is believed.
  const half = quantile(Math.min(freedom, units.length - 1)) * Math.sqrt(Math.max(plain, clustered));
  return { points, low: points - half, high: points + half };
}

interface Row extends Pick<Observation, 'unit' | 'before' | 'after'> {
  readonly acted: number;
}

/** The rows of a comparison as differences from their mean. */
function centred(group: readonly Observation[]): Row[] {
  const mean = (of: (row: Observation) => number) => group.reduce((total, row) => total + of(row), 0) / group.length;
  const [before, after, acted] = [
    mean((row) => row.before),
    mean((row) => row.after),
    mean((row) => Number(row.acted)),
  ];
  return group.map((row) => ({
    unit: row.unit,
    before: row.before - before,
    after: row.after - after,
    acted: Number(row.acted) - acted,
  }));
}

/**
 * The 97.5% quantile of Student's t, by its expansion around the normal one (Abramowitz and Stegun 26.7.5): exact to
 * three digits from eight degrees of freedom.
 *
 * @example quantile(10) //=> 2.228
 */
function quantile(freedom: number): number {
  const z = 1.959964;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

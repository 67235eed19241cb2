import { randomFrom } from '#infra/demo/random.ts';
import { type ActedOn, type PooledEffect, pooledEffect, type UnitSeries } from '#shared/actions/effect.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';

/** How a figure of communes moves: in points of a hundred. */
export interface Noise {
  /** The mean of all communes. */
  readonly level: number;
  /** How far communes differ from each other for good. */
  readonly between: number;
  /** How far a commune's months differ from each other. */
  readonly within: number;
  /** The base of a commune's figure in a month, from the smallest to the largest commune. */
  readonly base: readonly [number, number];
}

/**
 * What the demonstration year shows of its communes' months (standard deviations over 25 communes and 12 official
 * months): `Chuẩn bị đúng quy định`, one of the noisiest figures with a target, and `Đảng viên dự sinh hoạt`, the calmest.
 */
export const demonstration = {
  preparation: { level: 71.8, between: 4.2, within: 11.7, base: [10, 20] },
  attendance: { level: 90.5, between: 0.8, within: 1.1, base: [250, 500] },
} as const satisfies Readonly<Record<string, Noise>>;

interface Made {
  readonly seed: string;
  readonly noise: Noise;
  /** How many points an action adds from the month after it was opened on. */
  readonly effect: number;
  readonly months: number;
  /** How many actions are opened each quarter: on the lowest figures, as a district would, where chance is greatest. */
  readonly aQuarter: number;
}

const COMMUNES = 25;
const first = '2021-01' as Month;

/** What the pooled comparison says of a made-up district whose actions add that many points. */
export function poolOfMade(made: Made): PooledEffect {
  const { actions, series } = madeDistrict(made);
  return pooledEffect('preparation', actions, series);
}

/** A made-up district that acts on its lowest figures, whose actions add that many points. */
export function madeDistrict({ seed, noise, effect, months, aQuarter }: Made) {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const communes = Array.from({ length: COMMUNES }, (_, n) => ({
    unit: `made.c${n}`,
    level: noise.level + noise.between * normal(),
    base: random.between(...(noise.base as [number, number])),
    figures: new Map<Month, Fraction>(),
  }));
  const actions: Required<ActedOn>[] = [];
  for (let n = 0; n < months; n++) {
    const month = addMonths(first, n);
    const season = 2 * normal();
    for (const { unit, level, base, figures } of communes) {
      const gained = effect * actions.filter((each) => each.unit === unit && each.opened < month).length;
      const share = Math.min(100, Math.max(0, level + season + gained + noise.within * normal()));
      figures.set(month, { numerator: Math.round((share * base) / 100), denominator: base });
    }
    if (n < 5 || n % 3 !== 0) continue;
    const share = (of: (typeof communes)[number]) => {
      const { numerator = 0, denominator = 1 } = of.figures.get(month) ?? {};
      return numerator / denominator;
    };
    const free = communes.filter(({ unit }) => !actions.some((each) => each.unit === unit && each.ended > month));
    for (const { unit } of free.toSorted((a, b) => share(a) - share(b)).slice(0, aQuarter)) {
      const opened = addMonths(month, 1);
      actions.push({
        id: `${unit} ${month}`,
        unit,
        indicator: 'preparation',
        found: month,
        opened,
        ended: addMonths(opened, 3),
      });
    }
  }
  const series: UnitSeries[] = communes.map(({ unit, base, figures }) => ({ unit, type: 'xã', size: base, figures }));
  return { actions, series };
}

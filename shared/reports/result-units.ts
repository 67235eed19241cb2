import type { Choices } from '#shared/reports/choices.ts';

/** A unit in which a resolution's result is counted. */
interface UnitEntry {
  readonly vi: string;
  readonly en: string;
  /** Kept with one decimal; the others are whole. Sums add whole steps, so that their order does not matter. */
  readonly tenths?: true;
  /** More than one resolution of a cell brings about. */
  readonly most: number;
  /** The first words that people write after the number besides those of its names, in the letters of `spelled`. */
  readonly signs?: readonly string[];
  /** Larger units that people write instead, and how many of this unit each is: they are asked back. */
  readonly larger?: Readonly<Record<string, number>>;
}

/** The short list of units of results. A `sao` is that of the North. */
export const resultUnits = {
  road: {
    vi: 'm đường',
    en: 'm of road',
    most: 200_000,
    larger: { km: 1000 },
  },
  land: { vi: 'm² đất hiến', en: 'm² of land given', most: 2_000_000, larger: { ha: 10_000, sao: 360 } },
  households: { vi: 'hộ', en: 'households', most: 5000 },
  people: { vi: 'người', en: 'people', most: 20_000, signs: ['luot'] },
  workdays: { vi: 'ngày công', en: 'working days', tenths: true, most: 100_000, signs: ['cong'] },
  dong: {
    vi: 'đồng',
    en: 'đồng',
    most: 100_000_000_000,
    signs: ['d', 'vnd'],
    larger: { nghin: 1e3, ngan: 1e3, k: 1e3, tr: 1e6, trieu: 1e6, ty: 1e9, ti: 1e9 },
  },
  cases: { vi: 'vụ việc đã giải quyết', en: 'cases settled', most: 1000, signs: ['viec', 'don'] },
  houses: { vi: 'nhà', en: 'houses', most: 1000, signs: ['can', 'ngoi'] },
  trees: { vi: 'cây', en: 'trees', most: 1_000_000 },
} as const satisfies Readonly<Record<string, UnitEntry>> & Choices;

export type ResultUnit = keyof typeof resultUnits;
export const resultUnitCodes = Object.keys(resultUnits) as readonly ResultUnit[];

export function isResultUnit(code: string): code is ResultUnit {
  return Object.hasOwn(resultUnits, code);
}

/** @see resultUnits */
export function resultUnit(code: ResultUnit): UnitEntry {
  return resultUnits[code];
}

/** A quantity in whole steps of its unit's smallest part. */
export function stepsOf(quantity: number, unit: ResultUnit): number {
  return Math.round(quantity * stepsIn(unit));
}

/** The quantity of so many steps. */
export function quantityOf(steps: number, unit: ResultUnit): number {
  return steps / stepsIn(unit);
}

function stepsIn(unit: ResultUnit): number {
  return resultUnit(unit).tenths ? 10 : 1;
}

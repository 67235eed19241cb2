import type { Choices } from '#shared/reports/choices.ts';

/** A unit in which a resolution's result is counted. */
interface UnitEntry {
  readonly vi: string;
  readonly en: string;
  /** How many decimals are kept: sums add whole steps of these, so that their order does not matter. */
  readonly decimals: 0 | 1;
  /** More than one resolution of a cell brings about. */
  readonly most: number;
  /** How people write it after the number, in the letters of `spelled`. */
  readonly signs: readonly string[];
  /** Larger units that people write instead, and how many of this unit each is: they are asked back. */
  readonly larger?: Readonly<Record<string, number>>;
}

/** The short list of units of results. A `sao` is that of the North. */
export const resultUnits = {
  road: {
    vi: 'm đường',
    en: 'm of road',
    decimals: 0,
    most: 200_000,
    signs: ['m', 'met', 'mets', 'm duong', 'met duong', 'metres'],
    larger: { km: 1000, 'ki lo met': 1000, 'cay so': 1000 },
  },
  land: {
    vi: 'm² đất hiến',
    en: 'm² of land given',
    decimals: 0,
    most: 2_000_000,
    signs: ['m2', 'm 2', 'met vuong', 'm2 dat', 'm vuong'],
    larger: { ha: 10_000, hecta: 10_000, hec: 10_000, sao: 360 },
  },
  households: {
    vi: 'hộ',
    en: 'households',
    decimals: 0,
    most: 5000,
    signs: ['ho', 'ho dan', 'ho gia dinh', 'households'],
  },
  people: {
    vi: 'người',
    en: 'people',
    decimals: 0,
    most: 20_000,
    signs: ['nguoi', 'nguoi dan', 'luot nguoi', 'people'],
  },
  workdays: {
    vi: 'ngày công',
    en: 'working days',
    decimals: 1,
    most: 100_000,
    signs: ['cong', 'ngay cong', 'ngay', 'days', 'working days'],
  },
  dong: {
    vi: 'đồng',
    en: 'đồng',
    decimals: 0,
    most: 100_000_000_000,
    signs: ['d', 'dong', 'vnd', 'dongs'],
    larger: {
      ...{ nghin: 1000, ngan: 1000, k: 1000, 'nghin dong': 1000, 'ngan dong': 1000 },
      ...{ tr: 1_000_000, trieu: 1_000_000, 'trieu dong': 1_000_000 },
      ...{ ty: 1_000_000_000, ti: 1_000_000_000, 'ty dong': 1_000_000_000 },
    },
  },
  cases: {
    vi: 'vụ việc đã giải quyết',
    en: 'cases settled',
    decimals: 0,
    most: 1000,
    signs: ['vu', 'viec', 'vu viec', 'don', 'cases'],
  },
  houses: { vi: 'nhà', en: 'houses', decimals: 0, most: 1000, signs: ['nha', 'can', 'ngoi nha', 'can nha', 'houses'] },
  trees: { vi: 'cây', en: 'trees', decimals: 0, most: 1_000_000, signs: ['cay', 'cay xanh', 'trees'] },
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
  return Math.round(quantity * 10 ** resultUnits[unit].decimals);
}

/** The quantity of so many steps. */
export function quantityOf(steps: number, unit: ResultUnit): number {
  return steps / 10 ** resultUnits[unit].decimals;
}

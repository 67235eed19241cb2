import { type Month, standsIn } from '#shared/period.ts';
import type { Criterion, CriterionGroup } from '#shared/rubric.ts';
import { exampleFrame, fullMarksForGood, nationalFrame } from '#shared/rubrics.ts';

/** A floor in percent, met by counts: `present * 100 >= percent * required`. */
export interface Target {
  readonly comparison: '>=' | '>';
  readonly percent: number;
}

/** A document by number and date: numbers alone are used again. */
export interface Source {
  readonly number: string;
  readonly date: string;
}

export type Grade = 'good' | 'fair' | 'average' | 'poor';

/** What a month is judged by. */
export interface Regime {
  readonly id: string;
  readonly name: string;
  readonly from: Month;
  readonly to?: Month;
  readonly sources: readonly Source[];
  readonly attendance: Target;
  /** Whether an absence with a reason counts against the rate; some local forms take it out of the base. */
  readonly excused: 'in-base' | 'out-of-base';
  readonly minimumMinutes: { readonly regular: number; readonly withThematic: number };
  /** Lower ends of the grades in percent of the reachable points; each band is closed below and open above. */
  readonly grades: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  /** Criteria without whose full marks a meeting is "Khá" at best, whatever its total. */
  readonly fullMarksForGood: readonly string[];
  /** What the district set otherwise; the fields above have it already. */
  readonly overrides?: Settings;
  /** The score sheet: 100 points. */
  readonly groups: readonly CriterionGroup[];
}

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });

/** Every regime, oldest first. The spans touch and do not overlap: a month has exactly one. */
export const regimes: readonly Regime[] = [
  {
    id: 'de-an-06',
    name: 'Đề án 06 của Ban Thường vụ Huyện ủy Hiệp Hòa',
    from: '2019-03' as Month,
    to: '2025-09' as Month,
    sources: [
      { number: 'Đề án 06', date: '2019-03' },
      { number: '12-HD/BTCTW', date: '2018-07-06' },
    ],
    attendance: atLeast(85),
    excused: 'in-base',
    minimumMinutes: { regular: 90, withThematic: 120 },
    grades: { good: 90, fair: 70, average: 50 },
    fullMarksForGood: [],
    groups: exampleFrame,
  },
  {
    id: 'hd-42',
    name: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    from: '2025-10' as Month,
    sources: [
      { number: '50-CT/TW', date: '2025-07-23' },
      { number: '42-HD/BTCTW', date: '2025-10-28' },
    ],
    attendance: atLeast(90),
    excused: 'in-base',
    minimumMinutes: { regular: 90, withThematic: 120 },
    grades: { good: 90, fair: 70, average: 50 },
    fullMarksForGood: [],
    groups: nationalFrame,
  },
];

/**
 * Regimes that a committee can choose in place of the dated ones: here the one with gates (Đảng ủy khối Bình Thuận), by
 * which 90 points are "Khá" where presence, time, speaking or minutes lack a point.
 */
const variants: readonly Regime[] = regimes
  .filter(({ id }) => id === 'de-an-06')
  .map((regime) => ({ ...regime, id: 'de-an-06-gated', fullMarksForGood }));

/** A regime by its id, whatever its months; `undefined` where there is none. */
export function regimeBy(id: string): Regime | undefined {
  return [...regimes, ...variants].find((regime) => regime.id === id);
}

/** The criteria of a regime's score sheet in the order in which they are read out. */
export function criteriaOf({ groups }: Pick<Regime, 'groups'>): Criterion[] {
  return groups.flatMap(({ criteria }) => criteria);
}

/** Single norms that a district may set otherwise than the regime has them. */
export type Settings = Partial<Pick<Regime, 'attendance' | 'excused' | 'minimumMinutes' | 'fullMarksForGood'>>;

/** What a district chose in place of the dated regime: it holds from a month on, until its next choice. */
export interface RegimeChoice {
  readonly from: Month;
  /** Another regime by its id; the month's own where absent. */
  readonly regime?: string;
  readonly settings?: Settings;
}

/**
 * The regime a month is judged by, as the district has chosen it; none for months before the first one (2019-03).
 *
 * @throws {RangeError} for a choice of a regime that there is not
 */
export function regimeIn(month: Month, choices: readonly RegimeChoice[] = []): Regime | undefined {
  const dated = regimes.find((each) => standsIn(month, each));
  const choice = choices
    .filter(({ from }) => from <= month)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!dated || !choice) return dated;
  const chosen = choice.regime === undefined ? dated : regimeBy(choice.regime);
  if (!chosen) throw new RangeError(`There is no regime ${choice.regime}`);
  const { settings } = choice;
  return settings && Object.keys(settings).length > 0 ? { ...chosen, ...settings, overrides: settings } : chosen;
}

/** The regime of a month that is known to have one, such as a stored report's. */
export function regimeOf(month: Month, choices: readonly RegimeChoice[] = []): Regime {
  const regime = regimeIn(month, choices);
  if (!regime) throw new RangeError(`No regime covers ${month}`);
  return regime;
}

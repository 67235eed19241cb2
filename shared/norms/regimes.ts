import type { CriterionGroup } from '#shared/norms/rubric.ts';
import { exampleFrame, fullMarksForGood, nationalFrame } from '#shared/norms/rubrics.ts';
import { type Month, standsIn } from '#shared/period.ts';

/** A minimum in percent. It is compared in counts: `present * 100 >= percent * required`. */
export interface Target {
  readonly comparison: '>=' | '>';
  readonly percent: number;
}

/** A document by number and date, because numbers are used again. */
export interface Source {
  readonly number: string;
  readonly date: string;
}

export type Grade = 'good' | 'fair' | 'average' | 'poor';

/** The minimum length of a meeting in minutes, for cells of `members` or more (full and probationary). */
export interface MinutesFrom {
  readonly members: number;
  readonly regular: number;
  /** For a regular meeting that includes a thematic part. */
  readonly withThematic: number;
}

/** Grades a cell's year by its regular meetings. It is not the yearly rating of a cell's work (124-QĐ/TW). */
export interface YearRule {
  /** Best first: `each` is the lowest grade that any meeting may have, `good` how many must be "Tốt". */
  readonly steps: readonly { readonly grade: Grade; readonly each: Grade; readonly good: number }[];
}

/** The norms that hold in a month. */
export interface Regime {
  readonly id: string;
  readonly name: string;
  readonly from: Month;
  readonly to?: Month;
  readonly sources: readonly Source[];
  readonly attendance: Target;
  /** Whether an absence with a reason lowers the rate; some local forms take it out of the base. */
  readonly excused: 'in-base' | 'out-of-base';
  /** The minimum length of a meeting by the size of the cell; the first step is for every cell. */
  readonly minimumMinutes: readonly MinutesFrom[];
  /** The minimum number of thematic meetings of a cell in a quarter. */
  readonly thematicsAQuarter: number;
  /** The fixed day of the regular meeting, and the last day to which a holiday may move it. */
  readonly meetingDay?: { readonly day: number; readonly until: number };
  /** Days of the next month: reports are on time until the end of `due`, the month is official after `closing`. */
  readonly deadlines: { readonly due: number; readonly closing: number };
  /** The lower end of each grade, in percent of the reachable points; a grade includes its lower end. */
  readonly grades: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  /** Criteria that need full marks for "Tốt": otherwise a meeting is "Khá" at best, whatever its total. */
  readonly fullMarksForGood: readonly string[];
  /** The rule that grades a year of meetings, where the committee has one. */
  readonly year?: keyof typeof yearRules;
  /** The norms that the district changed; the fields above include them. */
  readonly overrides?: Settings;
  /** The score sheet: 100 points. */
  readonly groups: readonly CriterionGroup[];
}

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });

/** 12-HD/BTCTW (06/07/2018), kept by 42-HD/BTCTW (28/10/2025). Smaller or larger cells may have their own. */
const nationalMinutes: Regime['minimumMinutes'] = [{ members: 0, regular: 90, withThematic: 120 }];

/** Ours, after the usual deadlines of communes: Hiệp Hòa's are not public. */
const usualDeadlines: Regime['deadlines'] = { due: 5, closing: 10 };

/** Rules by which a committee may grade a cell's year of meetings. */
export const yearRules = {
  /** Đảng ủy Khối các cơ quan tỉnh Phú Thọ. Its other conditions, and its grades below "Khá", are not known. */
  'phu-tho': {
    steps: [
      { grade: 'good', each: 'fair', good: 7 },
      { grade: 'fair', each: 'average', good: 0 },
    ],
  },
} as const satisfies Record<string, YearRule>;

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
    minimumMinutes: nationalMinutes,
    thematicsAQuarter: 1,
    deadlines: usualDeadlines,
    grades: { good: 90, fair: 70, average: 50 },
    fullMarksForGood: [],
    year: 'phu-tho',
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
    minimumMinutes: nationalMinutes,
    thematicsAQuarter: 1,
    // 50-CT/TW: the 3rd; on a holiday or in a special case, another day of the first week.
    meetingDay: { day: 3, until: 7 },
    deadlines: usualDeadlines,
    grades: { good: 90, fair: 70, average: 50 },
    fullMarksForGood: [],
    groups: nationalFrame,
  },
];

/**
 * Regimes that a committee can choose in place of the dated ones. The gated one (Đảng ủy khối Bình Thuận) makes a
 * meeting with 90 points "Khá" where it misses a point for presence, time, speaking or minutes.
 */
const variants: readonly Regime[] = regimes
  .filter(({ id }) => id === 'de-an-06')
  .map((regime) => ({ ...regime, id: 'de-an-06-gated', fullMarksForGood }));

/** Finds a regime by its id, whatever its months; `undefined` where there is none. */
export function regimeById(id: string): Regime | undefined {
  return [...regimes, ...variants].find((regime) => regime.id === id);
}

/** Single norms of a regime that a district may change. */
export type Settings = Partial<
  Pick<
    Regime,
    | 'attendance'
    | 'excused'
    | 'minimumMinutes'
    | 'thematicsAQuarter'
    | 'meetingDay'
    | 'deadlines'
    | 'fullMarksForGood'
    | 'year'
  >
>;

/** A district's choice in place of the dated regime. It holds from a month until the next choice. */
export interface RegimeChoice {
  readonly from: Month;
  /** The id of another regime; absent to keep the dated one. */
  readonly regime?: string;
  readonly settings?: Settings;
}

/**
 * Finds the regime of a month, as the district has chosen it; none for months before the first one (2019-03).
 *
 * @throws {RangeError} where the chosen regime does not exist
 */
export function findRegime(month: Month, choices: readonly RegimeChoice[] = []): Regime | undefined {
  const dated = regimes.find((each) => standsIn(month, each));
  const choice = choices
    .filter(({ from }) => from <= month)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!dated || !choice) return dated;
  const chosen = choice.regime === undefined ? dated : regimeById(choice.regime);
  if (!chosen) throw new RangeError(`There is no regime ${choice.regime}`);
  const { settings } = choice;
  return settings && Object.keys(settings).length > 0 ? { ...chosen, ...settings, overrides: settings } : chosen;
}

/** The regime of a month that must have one, such as a stored report's. */
export function requireRegime(month: Month, choices: readonly RegimeChoice[] = []): Regime {
  const regime = findRegime(month, choices);
  if (!regime) throw new RangeError(`No regime covers ${month}`);
  return regime;
}

import type { CriterionGroup } from '#shared/norms/rubric.ts';
import { exampleFrame, fullMarksForGood, nationalFrame } from '#shared/norms/rubrics.ts';
import { type Month, standsIn } from '#shared/period.ts';

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

/** The shortest meeting in minutes, for cells of so many members and more (full and probationary). */
export interface MinutesFrom {
  readonly members: number;
  readonly regular: number;
  /** Where a thematic part is held together with the regular meeting. */
  readonly withThematic: number;
}

/** How the grades of a year's regular meetings make the cell's: not the yearly rating of a cell's work (124-QĐ/TW). */
export interface YearRule {
  /** Best first: the least grade that every regular meeting must have, and how many must be "Tốt". */
  readonly steps: readonly { readonly grade: Grade; readonly each: Grade; readonly good: number }[];
}

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
  /** How long a meeting has to be, by the members the cell has; the first step is for every cell. */
  readonly minimumMinutes: readonly MinutesFrom[];
  /** How many thematic meetings a cell holds in a quarter at least. */
  readonly thematicsAQuarter: number;
  /** The day of the regular meeting, where it is fixed, and until when it may be moved for a holiday. */
  readonly meetingDay?: { readonly day: number; readonly until: number };
  /** Days of the next month: until the end of `due` reports are on time, after the end of `closing` it is official. */
  readonly deadlines: { readonly due: number; readonly closing: number };
  /** Lower ends of the grades in percent of the reachable points; each band is closed below and open above. */
  readonly grades: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  /** Criteria without whose full marks a meeting is "Khá" at best, whatever its total. */
  readonly fullMarksForGood: readonly string[];
  /** The rule by which a year of meetings is graded, where the committee has one. */
  readonly year?: keyof typeof yearRules;
  /** What the district set otherwise; the fields above have it already. */
  readonly overrides?: Settings;
  /** The score sheet: 100 points. */
  readonly groups: readonly CriterionGroup[];
}

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });

/** 12-HD/BTCTW (06/07/2018), kept by 42-HD/BTCTW (28/10/2025). Smaller or larger cells may have their own. */
const nationalMinutes: Regime['minimumMinutes'] = [{ members: 0, regular: 90, withThematic: 120 }];

/** No deadline of Hiệp Hòa's is public: ours, as communes commonly report. */
const usualDeadlines: Regime['deadlines'] = { due: 5, closing: 10 };

/** Rules by which a committee may grade a cell's year of meetings. */
export const yearRules = {
  /** Đảng ủy Khối các cơ quan tỉnh Phú Thọ; its further conditions, and those below "Khá", are not known. */
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
    // 50-CT/TW: the 3rd; where that is a holiday or for a special case, within the first week.
    meetingDay: { day: 3, until: 7 },
    deadlines: usualDeadlines,
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
export function regimeById(id: string): Regime | undefined {
  return [...regimes, ...variants].find((regime) => regime.id === id);
}

/** Single norms that a district may set otherwise than the regime has them. */
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

/** The regime of a month that is known to have one, such as a stored report's. */
export function requireRegime(month: Month, choices: readonly RegimeChoice[] = []): Regime {
  const regime = findRegime(month, choices);
  if (!regime) throw new RangeError(`No regime covers ${month}`);
  return regime;
}

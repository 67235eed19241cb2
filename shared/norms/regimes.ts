import type { MeetingSteps } from '#shared/norms/meeting-steps.ts';
import type { CriterionGroup } from '#shared/norms/rubric.ts';
import { exampleFrame, fullMarksForGood, nationalFrame } from '#shared/norms/rubrics.ts';
import { type Month, standsIn } from '#shared/period.ts';

/** A minimum in percent. It is compared in counts: `present * 100 >= percent * required`. */
export interface Target {
  readonly comparison: '>=' | '>';
  readonly percent: number;
}

/** A document by number and date: numbers alone are reused. */
export interface Source {
  readonly number: string;
  readonly date: string;
}

export type Grade = 'good' | 'fair' | 'average' | 'poor';

/** The shortest meeting in minutes for cells with at least this many members (full and probationary). */
export interface MinutesFrom {
  readonly members: number;
  readonly regular: number;
  /** If a thematic part follows the regular one in the same session: both together. */
  readonly withThematic: number;
}

/** How a cell's yearly grade follows from its regular meetings. It is not the yearly rating of its work (124-QĐ/TW). */
export interface YearRule {
  /** Best first: the lowest grade that any regular meeting may have, and how many must be "Tốt". */
  readonly steps: readonly { readonly grade: Grade; readonly each: Grade; readonly good: number }[];
}

/**
 * How a figure below its target is told apart, in percentage points below it: down to `near` it nearly met the target,
 * and further than `far` it is far from it.
 */
export interface BandSteps {
  readonly near: number;
  readonly far: number;
}

/** A norm that no source of its regime states: it is our reading, taken from another document. */
export type OwnNorm = 'withThematic' | 'unexcusedCap' | 'longestBreak' | 'gradedFrom' | 'rankedFrom' | 'targetBands';

/** The rules by which a month is judged. */
export interface Regime {
  readonly id: string;
  readonly name: string;
  readonly from: Month;
  readonly to?: Month;
  readonly sources: readonly Source[];
  readonly attendance: Target;
  /** Whether a cell is at the attendance target only if nobody was absent without a reason besides. */
  readonly nobodyUnexcused: boolean;
  /** Whether an absence with a reason lowers the rate; some local forms take it out of the base. */
  readonly excused: 'in-base' | 'out-of-base';
  /** The shortest meeting, by the number of members; the first step applies to every cell. */
  readonly minimumMinutes: readonly MinutesFrom[];
  /** The longest break, in minutes, after which a thematic meeting still belongs to the session of the regular one. */
  readonly longestBreak: number;
  /** The steps of the regular meeting: `meeting-steps.ts`. */
  readonly steps: MeetingSteps;
  /** The number of full members from which a cell elects a committee; only smaller cells may have none. */
  readonly committeeFrom: number;
  /** The least number of thematic meetings that a cell must hold in a quarter. */
  readonly thematicsAQuarter: number;
  /** The day of the regular meeting, if it is fixed, and the last day to which a holiday may move it. */
  readonly meetingDay?: { readonly day: number; readonly until: number };
  /** Days of the next month: reports are on time to the end of `due`, the month is official after that of `closing`. */
  readonly deadlines: { readonly due: number; readonly closing: number };
  /** Lower ends of the grades in percent of the reachable points; a band includes its lower end and not its upper. */
  readonly grades: Readonly<Record<Exclude<Grade, 'poor'>, number>>;
  /** A meeting has a grade from this percent of its reachable points on that are judged; the others count as none. */
  readonly gradedFrom: number;
  /** A unit is ranked from this percent on of its cells that have reported. */
  readonly rankedFrom: number;
  /** The bands of figures with a target: those that count cells, and those that count members. */
  readonly targetBands: Readonly<Record<'cells' | 'members', BandSteps>>;
  /** Criteria that need full marks: without them a meeting is at best "Khá", whatever its total. */
  readonly fullMarksForGood: readonly string[];
  /** The rule by which a year of meetings is graded, if the committee has one. */
  readonly year?: keyof typeof yearRules;
  /** What the district set differently; the fields above already contain it. */
  readonly overrides?: Settings;
  /** The norms above, and in the score sheet, that are ours. */
  readonly ours: readonly OwnNorm[];
  /** The score sheet: 100 points. */
  readonly groups: readonly CriterionGroup[];
}

const sheetNorms = [
  'attendance',
  'excused',
  'minimumMinutes',
  'committeeFrom',
  'grades',
  'gradedFrom',
  'fullMarksForGood',
  'groups',
] as const satisfies readonly (keyof Regime)[];

/** The norms by which one sheet is scored. */
export type SheetNorms = Pick<Regime, (typeof sheetNorms)[number]>;

/** What the form's script needs of a regime, and no more: every form carries it. */
export function sheetNormsOf(regime: Regime): SheetNorms {
  return Object.fromEntries(sheetNorms.map((name) => [name, regime[name]])) as SheetNorms;
}

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });

/**
 * The 90 minutes are those of 12-HD/BTCTW (06/07/2018), kept by 42-HD/BTCTW (28/10/2025); the 120 are of the latter
 * alone. Smaller or larger cells may have their own.
 */
const nationalMinutes: Regime['minimumMinutes'] = [{ members: 0, regular: 90, withThematic: 120 }];

/** These deadlines are our choice, after the usual practice of communes: Hiệp Hòa's own are not public. */
const usualDeadlines: Regime['deadlines'] = { due: 5, closing: 10 };

/**
 * Our choice: no document tells a near miss from a collapse. Of cells, all of which a target asks for, the steps are
 * those of "Tốt" and "Khá" on the score sheets, 90 and 70 percent. Members: near is what met the target before
 * 42-HD/BTCTW raised it, from 85 to 90 percent; far is three such steps.
 */
const usualBands: Regime['targetBands'] = { cells: { near: 10, far: 30 }, members: { near: 5, far: 15 } };

/** Full members from which a cell elects a committee: Điều lệ Đảng (19/01/2011), Điều 24. */
const nationalCommittee: Regime['committeeFrom'] = 9;

/** Rules by which a committee may grade a cell's year of meetings. */
export const yearRules = {
  /** Đảng ủy Khối các cơ quan tỉnh Phú Thọ; its other requirements, and its steps below "Khá", are not known. */
  'phu-tho': {
    steps: [
      { grade: 'good', each: 'fair', good: 7 },
      { grade: 'fair', each: 'average', good: 0 },
    ],
  },
} as const satisfies Record<string, YearRule>;

/** Every regime, oldest first. The spans touch and do not overlap: each month has exactly one regime. */
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
    // Đề án 06 asks for the rate alone.
    nobodyUnexcused: false,
    excused: 'in-base',
    minimumMinutes: nationalMinutes,
    longestBreak: 30,
    steps: 'of2018',
    committeeFrom: nationalCommittee,
    thematicsAQuarter: 1,
    deadlines: usualDeadlines,
    grades: { good: 90, fair: 70, average: 50 },
    gradedFrom: 100,
    rankedFrom: 50,
    targetBands: usualBands,
    fullMarksForGood: [],
    year: 'phu-tho',
    // The 120 minutes, and what an absence without a reason costs, are laid on these years from a form of 2025.
    ours: ['withThematic', 'unexcusedCap', 'longestBreak', 'gradedFrom', 'rankedFrom', 'targetBands'],
    groups: exampleFrame,
  },
  {
    id: 'hd-42',
    // A month is judged as a whole. October 2025 is made official on 10 November, when the guidance of the 28th stood;
    // 50-CT/TW, which it carries out, had stood since July.
    name: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    from: '2025-10' as Month,
    sources: [
      { number: '50-CT/TW', date: '2025-07-23' },
      { number: '42-HD/BTCTW', date: '2025-10-28' },
    ],
    attendance: atLeast(90),
    nobodyUnexcused: true,
    excused: 'in-base',
    minimumMinutes: nationalMinutes,
    longestBreak: 30,
    steps: 'current',
    committeeFrom: nationalCommittee,
    thematicsAQuarter: 1,
    // 50-CT/TW: the 3rd; on a holiday or in a special case, within the first week.
    meetingDay: { day: 3, until: 7 },
    deadlines: usualDeadlines,
    grades: { good: 90, fair: 70, average: 50 },
    gradedFrom: 100,
    rankedFrom: 50,
    targetBands: usualBands,
    fullMarksForGood: [],
    ours: ['longestBreak', 'gradedFrom', 'rankedFrom', 'targetBands'],
    groups: nationalFrame,
  },
];

/**
 * Regimes that a committee can choose instead of the dated ones: here the one with gates (Đảng ủy khối Bình Thuận). It
 * grades 90 points as "Khá" if a point is missing for presence, time, speaking or minutes.
 */
const variants: readonly Regime[] = regimes
  .filter(({ id }) => id === 'de-an-06')
  .map((regime) => ({ ...regime, id: 'de-an-06-gated', fullMarksForGood }));

/** A regime by its id, whatever its months; `undefined` if there is none. */
export function regimeById(id: string): Regime | undefined {
  return [...regimes, ...variants].find((regime) => regime.id === id);
}

/** Single norms that a district may set differently from the regime. */
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

/** What a district chose instead of the dated regime: it applies from a month until the next choice. */
export interface RegimeChoice {
  readonly from: Month;
  /** Another regime by its id; if absent, the month's own applies. */
  readonly regime?: string;
  readonly settings?: Settings;
}

/**
 * The regime by which a month is judged, after the district's choices; none for months before the first (2019-03).
 *
 * @throws {RangeError} if the chosen regime does not exist
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

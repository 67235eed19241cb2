import type { Flag } from '#shared/judging/judgement.ts';
import type { SpanCounts } from '#shared/matters/settling-time.ts';
import type { Settings, Target } from '#shared/norms/regimes.ts';
import type { Day, Instant, Month, Period } from '#shared/period.ts';
import type { ResultUnit } from '#shared/reports/result-units.ts';
import type { Topic } from '#shared/reports/topics.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { InputKind } from '#shared/scorecards/input-kinds.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import type { StaffFigure } from '#shared/scorecards/staff-figures.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A rate by its parts; both are whole numbers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether a figure is at its target. `open`: reports that may still come could turn it. */
export type Verdict = 'met' | 'missed' | 'open';

/** What reports that may still come can do to a figure. */
export interface Pending {
  /** The part of the figure that none of them can change. */
  readonly settled: Fraction;
  /** How many cells each add one to the base, and one or nothing to what is counted of it; `null`: nobody knows how much. */
  readonly cells: number | null;
}

/** One figure of a scorecard and its target. */
export interface Indicator extends Fraction {
  readonly id: IndicatorId;
  /**
   * Rates: percent with one decimal, rounded half up, or as many as tell it from its target. Means: the mean with one
   * decimal. `null`: there is no base, or the month is open and nothing of the share has come yet.
   */
  readonly value: number | null;
  readonly target: Target | null;
  /** `null` if there is no target or no base. */
  readonly verdict: Verdict | null;
  /** The verdict where it is told: `null` also while it is open. */
  readonly met: boolean | null;
  /** Of a figure with a target, while reports may still change it. */
  readonly pending?: Pending;
  readonly previousMonth: Fraction | null;
  readonly previousYear: Fraction | null;
}

/** A cell's regular meeting of the month: its day, and how many members the cell then had (full and probationary). */
export interface CellMeeting {
  readonly day: Day;
  readonly members: number;
}

/** How many matters were raised, by topic; an absent topic had none. */
export type TopicCounts = Readonly<Partial<Record<Topic, number>>>;

/** What resolutions have brought about in one unit, and in how many results that was reported. */
export interface ResultSum {
  readonly quantity: number;
  readonly results: number;
}

/** An absent unit had no results. */
export type ResultSums = Readonly<Partial<Record<ResultUnit, ResultSum>>>;

/** The regular meetings of cells with commune staff, or of those without, and what they come to. */
export interface StaffSide {
  readonly meetings: number;
  readonly figures: Readonly<Record<StaffFigure, Fraction>>;
}

/** Cells with commune staff among their members beside those without. */
export interface StaffSides {
  /** Commune staff who came, of those whose cells say so. */
  readonly present: Fraction;
  readonly with: StaffSide;
  readonly without: StaffSide;
  /** Regular meetings that do not say whether the cell has commune staff. */
  readonly unknown: number;
}

/** The matters of one topic in a month: those raised, those settled and how soon, and those open at its end. */
export interface MatterLine {
  readonly opened: number;
  readonly settled: number;
  readonly open: number;
  readonly overdue: number;
  /** The settled matters, by the days between raising and settling. */
  readonly days: SpanCounts;
}

/** An absent topic had no matters. */
export type MatterLines = Readonly<Partial<Record<Topic, MatterLine>>>;

/** A commune in a district's scorecard, or a cell in a commune's. */
export interface ScorecardChild {
  readonly unit: UnitId;
  readonly name: string;
  /** From 1; equal units share a rank. `null` if nothing was reported. */
  readonly rank: number | null;
  /** Only for cells that held a regular meeting. */
  readonly meeting?: CellMeeting;
  /** Absent where no matter was raised. */
  readonly topics?: TopicCounts;
  /** Absent where no result was reported as a number. */
  readonly results?: ResultSums;
  readonly indicators: readonly Indicator[];
}

/** A working group's results: the merge of the communes assigned to it. */
export interface ScorecardGroup {
  readonly group: number;
  readonly name: string;
  readonly communes: readonly UnitId[];
  readonly results?: ResultSums;
  readonly indicators: readonly Indicator[];
}

export interface BelowNorm {
  readonly cell: UnitId;
  readonly name: string;
  /** The commune's name. */
  readonly commune: string;
  readonly reasons: readonly Flag[];
}

/** Something that a later official revision counts otherwise than the one before. */
export interface Correction {
  /** A report, a visit, a matter…; for units the id of the unit. */
  readonly of: string;
  readonly kind: InputKind;
  /** The revision that the scorecard before counted; absent if it counted none. */
  readonly before?: number;
  /** The revision that this one counts; absent if it counts none. */
  readonly after?: number;
  /** Of a unit: its name, absent on the side on which it did not stand. */
  readonly names?: { readonly before?: string; readonly after?: string };
  readonly reason?: string;
}

/** One of the months merged into a longer period. */
export type ScorecardPart = Pick<Scorecard, 'status' | 'revision' | 'digest'> & { readonly month: Month };

/** The figures of a unit's month, or of several merged, as they are shown and downloaded. Only months are stored. */
export interface Scorecard {
  readonly unit: UnitId;
  readonly name: string;
  readonly month: Period;
  readonly status: 'live' | 'official';
  /** Official scorecards count from 1; a live one has 0. */
  readonly revision: number;
  readonly generatedAt: Instant;
  /** It covers the figures and the digests of their inputs; the same inputs give the same digest. */
  readonly digest: string;
  /** The version of the rules by which it was counted; official scorecards only. */
  readonly rules?: number;
  /** The digest of the list of what was counted; official scorecards only. */
  readonly inputs?: string;
  /** How often the month had been opened again; only for districts, absent if never. */
  readonly reopenings?: number;
  /** What was counted otherwise than in the revision before, and why; only for official revisions after the first. */
  readonly corrections?: readonly Correction[];
  /** What is in none of its figures; absent if nothing was left out. */
  readonly leftOut?: readonly LeftOut[];
  /** The regime's id. */
  readonly regime: string;
  /** What the district set differently from the regime; absent if nothing. */
  readonly overrides?: Settings;
  /** Present if the unit is made up for demonstration. */
  readonly generated?: true;
  /** Absent where no matter was raised. */
  readonly topics?: TopicCounts;
  /** Absent where no result was reported as a number, and of rules before 4. */
  readonly results?: ResultSums;
  /** Absent where no meeting says whether its cell has commune staff, and of rules before 5. */
  readonly staff?: StaffSides;
  /** What became of matters, by topic; absent if there were none. */
  readonly matters?: MatterLines;
  readonly indicators: readonly Indicator[];
  readonly children: readonly ScorecardChild[];
  readonly groups: readonly ScorecardGroup[];
  readonly belowNorm: readonly BelowNorm[];
  /** Only for a longer period: the months that have a scorecard, oldest first. */
  readonly parts?: readonly ScorecardPart[];
}

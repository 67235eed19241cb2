import type { Flag } from '#shared/judging/judgement.ts';
import type { SpanCounts } from '#shared/matters/settling-time.ts';
import type { Settings, Target } from '#shared/norms/regimes.ts';
import type { Day, Instant, Month, Period } from '#shared/period.ts';
import type { Topic } from '#shared/reports/topics.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A rate by its parts; both are whole numbers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** One figure of a scorecard against its target. */
export interface Indicator extends Fraction {
  readonly id: IndicatorId;
  /** Rates: percent with one decimal, rounded half up. Means: the mean with one decimal. `null`: no base to count on. */
  readonly value: number | null;
  readonly target: Target | null;
  /** `null` where there is no target or no base. */
  readonly met: boolean | null;
  readonly previousMonth: Fraction | null;
  readonly previousYear: Fraction | null;
}

/** A cell's regular meeting of the month: its day, and how many members the cell then had (full and probationary). */
export interface CellMeeting {
  readonly day: Day;
  readonly members: number;
}

/** How many matters were raised, by topic; a topic that is absent was not. */
export type TopicCounts = Readonly<Partial<Record<Topic, number>>>;

/** The matters of one topic in a month: what came in, what was settled and how soon, what is left at its end. */
export interface MatterLine {
  readonly opened: number;
  readonly settled: number;
  readonly open: number;
  readonly overdue: number;
  /** Those settled, by how many days it took from raising them. */
  readonly days: SpanCounts;
}

/** A topic that is absent had nothing. */
export type MatterLines = Readonly<Partial<Record<Topic, MatterLine>>>;

/** A commune in a district's scorecard, or a cell in a commune's. */
export interface ScorecardChild {
  readonly unit: UnitId;
  readonly name: string;
  /** From 1; equal units share a rank. `null` where nothing was reported. */
  readonly rank: number | null;
  /** Cells that held a regular meeting only. */
  readonly meeting?: CellMeeting;
  /** Absent where no matter was raised. */
  readonly topics?: TopicCounts;
  readonly indicators: readonly Indicator[];
}

/** A working group's results: the merge of the communes assigned to it. */
export interface ScorecardGroup {
  readonly group: number;
  readonly name: string;
  readonly communes: readonly UnitId[];
  readonly indicators: readonly Indicator[];
}

export interface BelowNorm {
  readonly cell: UnitId;
  readonly name: string;
  /** The commune's name. */
  readonly commune: string;
  readonly reasons: readonly Flag[];
}

/** A month that a longer period is merged from. */
export type ScorecardPart = Pick<Scorecard, 'status' | 'revision' | 'digest'> & { readonly month: Month };

/** A unit's month, or several merged, in figures: what is shown and downloaded. Stored are months only. */
export interface Scorecard {
  readonly unit: UnitId;
  readonly name: string;
  readonly month: Period;
  readonly status: 'live' | 'official';
  /** Of official scorecards, from 1; 0 while live. */
  readonly revision: number;
  readonly generatedAt: Instant;
  /** Over the figures and the digests of their inputs; the same inputs give the same digest. */
  readonly digest: string;
  /** The regime's id. */
  readonly regime: string;
  /** What the district set otherwise than the regime has it; absent where nothing. */
  readonly overrides?: Settings;
  /** Present where the unit is made up for demonstration. */
  readonly generated?: true;
  /** Absent where no matter was raised. */
  readonly topics?: TopicCounts;
  /** What became of matters, by topic; absent where there were none. */
  readonly matters?: MatterLines;
  readonly indicators: readonly Indicator[];
  readonly children: readonly ScorecardChild[];
  readonly groups: readonly ScorecardGroup[];
  readonly belowNorm: readonly BelowNorm[];
  /** Of a longer period: the months that have a scorecard, oldest first. */
  readonly parts?: readonly ScorecardPart[];
}

import type { Reason } from '#shared/judging/reason.ts';
import type { Grade } from '#shared/norms/regimes.ts';

/** One line of the score sheet. `points` is absent while figures or a judgement are missing. */
export interface CriterionResult {
  readonly id: string;
  /** The heading above the line. */
  readonly group: string;
  readonly points?: number;
  readonly max: number;
  readonly how: 'computed' | 'judged';
  readonly why: Reason;
  /** The sheet's own maximum, if a line that does not apply gave this line its points. */
  readonly raisedFrom?: number;
}

/** The regime's judgement of one meeting. */
export interface Judgement {
  readonly attendance: {
    readonly present: number;
    readonly required: number;
    /** `no-base`: nobody was required to attend. */
    readonly met: 'met' | 'missed' | 'no-base';
  };
  readonly criteria: readonly CriterionResult[];
  /** The sum over the criteria that have points; `complete` if none is missing of those that make the reachable points. */
  readonly total: {
    readonly points: number;
    readonly max: number;
    readonly reachable: number;
    readonly complete: boolean;
  };
  /** Absent while too much of the sheet is missing: "chưa đủ căn cứ xếp loại". */
  readonly grade?: Grade;
  /** The criteria that lower a meeting with the points of "Tốt" to "Khá": each needed full marks. */
  readonly gatedBy?: readonly string[];
  readonly flags: readonly Flag[];
}

/** What stands out in a meeting or a cell's month: the reasons for listing a cell as below the norm. */
export const flags = [
  'missing',
  'no-regular',
  'late',
  'below-attendance',
  'unexcused-absence',
  'too-short',
  'off-day',
  'no-resolution',
  'papers-late',
  'committee-not-met',
  'preparation-unsaid',
  'several-regular',
  'no-thematic',
] as const;
export type Flag = (typeof flags)[number];

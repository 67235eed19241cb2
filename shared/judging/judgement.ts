import type { Reason } from '#shared/judging/reason.ts';
import type { Grade } from '#shared/norms/regimes.ts';

/** One line of the score sheet. `points` is absent while figures or a judgement are missing. */
export interface CriterionResult {
  readonly id: string;
  /** The heading under which it stands. */
  readonly group: string;
  readonly points?: number;
  readonly max: number;
  readonly how: 'computed' | 'judged';
  readonly why: Reason;
  /** What the sheet has as its maximum, where a line that does not apply gave it more. */
  readonly raisedFrom?: number;
}

/** What the regime says of one meeting. */
export interface Judgement {
  readonly attendance: {
    readonly present: number;
    readonly required: number;
    /** `no-base`: nobody was required to attend. */
    readonly met: 'met' | 'missed' | 'no-base';
  };
  readonly criteria: readonly CriterionResult[];
  /** Over the criteria that have points; `complete` when none is missing. */
  readonly total: { readonly points: number; readonly max: number; readonly complete: boolean };
  /** Of the total so far; absent where no criterion has points. */
  readonly grade?: Grade;
  /** The criteria for whose sake a meeting with the points of "Tốt" is "Khá": each had to have full marks. */
  readonly gatedBy?: readonly string[];
  readonly flags: readonly Flag[];
}

/** What stands out in a meeting or a cell's month: the reasons why a cell is listed as below the norm. */
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
  'several-regular',
  'no-thematic',
] as const;
export type Flag = (typeof flags)[number];

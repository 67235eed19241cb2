import type { Grade } from '#shared/norms/regimes.ts';

/** One line of the score sheet. `points` is absent where figures or a judgement are still missing. */
export interface CriterionResult {
  readonly id: string;
  /** The id of its heading. */
  readonly group: string;
  readonly points?: number;
  readonly max: number;
  readonly how: 'computed' | 'judged';
  /** The reason for the points, in one Vietnamese sentence. */
  readonly why: string;
}

/** The result of judging one meeting by its regime. */
export interface Judgement {
  readonly attendance: {
    readonly present: number;
    readonly required: number;
    /** `no-base`: nobody was required to attend. */
    readonly met: 'met' | 'missed' | 'no-base';
  };
  readonly criteria: readonly CriterionResult[];
  /** The sum of the criteria that have points; `complete` where all have. */
  readonly total: { readonly points: number; readonly max: number; readonly complete: boolean };
  /** The grade of the total so far; absent where no criterion has points. */
  readonly grade?: Grade;
  /** The criteria that needed full marks and lowered the grade from "Tốt" to "Khá". */
  readonly gatedBy?: readonly string[];
  readonly flags: readonly Flag[];
}

/** The reasons why a cell is listed as below the norm. */
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

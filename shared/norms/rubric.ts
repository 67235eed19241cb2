/** A span of percent that states its closed ends: `[)` includes its lower end, `[]` both. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly ends: '[)' | '[]';
  readonly points: number;
}

/** The questions that a rule can ask a report: the answer is yes, no, or missing. */
export type Question =
  | 'committeeMet'
  | 'oriented'
  | 'papersSent'
  | 'stepsFollowed'
  | 'previousReviewed'
  | 'selfCriticism'
  | 'minutesKept'
  | 'resolved'
  | 'tasksGiven';

/** How the points of a criterion follow from figures. */
export type Rule =
  /** By the minutes missing from the shortest meeting; each step includes its end; more minutes give `beyond`. */
  | {
      readonly by: 'minutes';
      readonly missing: readonly ({ readonly points: number } & (
        | { readonly minutes: number }
        | { readonly percent: number }
      ))[];
      readonly beyond: number;
    }
  /** By the share present. Any absence without a reason gives `unexcused`, whatever the share. */
  | { readonly by: 'attendance'; readonly bands: readonly Band[]; readonly unexcused: number }
  /** By the share of those present who spoke. */
  | { readonly by: 'speakers'; readonly bands: readonly Band[] }
  /** By the share of the last resolution's targets that were met. */
  | { readonly by: 'targets'; readonly bands: readonly Band[] }
  /** Points for each question that is answered with yes. */
  | { readonly by: 'answers'; readonly points: Readonly<Partial<Record<Question, number>>> };

/**
 * The conditions of a criterion: the cell has a committee, the meeting has a regular part, the month has a thematic
 * meeting, targets were set.
 */
export type Condition = 'committee' | 'regular' | 'thematic' | 'targets';

/**
 * What happens to a criterion that does not apply: full marks, no part in the total, or its points go to another. They
 * also go there where the criterion applies and would have less: what is held besides never costs points.
 */
export type Otherwise = 'full' | 'excluded' | { readonly raises: string };

interface CriterionBase {
  readonly id: string;
  readonly max: number;
  readonly applies?: { readonly when: Condition; readonly otherwise: Otherwise };
}

/** A line of the score sheet. Points that follow from figures are computed, never typed; judged points are entered. */
export type Criterion = CriterionBase &
  (
    | { readonly how: 'computed'; readonly rule: Rule }
    /** Entered in the form as `points.{id}`, in whole steps. */
    | { readonly how: 'judged'; readonly step: number }
  );

/** A heading of the score sheet with the lines below it. */
export interface CriterionGroup {
  readonly id: string;
  readonly criteria: readonly Criterion[];
}

/** The criteria of a regime's score sheet in the order in which the cell reads them aloud. */
export function criteriaOf({ groups }: { readonly groups: readonly CriterionGroup[] }): Criterion[] {
  return groups.flatMap(({ criteria }) => criteria);
}

/**
 * Whether the form of a meeting asks for a line's points: of a judged line that applies to a meeting of this kind. Those
 * of a thematic meeting are asked on its own report. While the kind is open, all judged lines are asked.
 */
export function isAskedOf(kind: string | undefined, { how, applies }: Criterion): boolean {
  if (how !== 'judged') return false;
  return kind === 'thematic' ? applies?.when !== 'regular' : !kind || applies?.when !== 'thematic';
}

/**
 * The band of a share, found by comparing whole numbers.
 *
 * @throws {RangeError} if no band contains the share: bands cover 0 to 100 percent, which a test checks
 */
export function bandOf(bands: readonly Band[], numerator: number, denominator: number): Band {
  const share = numerator * 100;
  const at = (percent: number) => percent * denominator;
  const found = bands.find(
    ({ from, to, ends }) => share >= at(from) && (share < at(to) || (ends === '[]' && share === at(to))),
  );
  if (!found) throw new RangeError(`${numerator}/${denominator} is in no band`);
  return found;
}

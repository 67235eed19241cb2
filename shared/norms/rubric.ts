/** A range of percent. `[)` includes its lower end, `[]` includes both ends. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly ends: '[)' | '[]';
  readonly points: number;
}

/** A question of a report; the answer is yes, no or blank. */
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

/** How the points of a criterion are computed from figures. */
export type Rule =
  /** By the minutes missing to the minimum length; each step includes its end. More missing minutes give `beyond`. */
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

/** A criterion may require a cell with a committee, a month with a thematic meeting, or targets that were set. */
export type Condition = 'committee' | 'thematic' | 'targets';

/** A criterion that does not apply gets full marks, leaves the total, or gives its points to another criterion. */
export type Otherwise = 'full' | 'excluded' | { readonly raises: string };

interface CriterionBase {
  readonly id: string;
  readonly max: number;
  readonly applies?: { readonly when: Condition; readonly otherwise: Otherwise };
}

/** A line of the score sheet. A computed one follows from figures and cannot be typed; a judged one is entered. */
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

/** The criteria of a regime's score sheet in the order in which they are read out. */
export function criteriaOf({ groups }: { readonly groups: readonly CriterionGroup[] }): Criterion[] {
  return groups.flatMap(({ criteria }) => criteria);
}

/**
 * The band of a share, compared in whole numbers.
 *
 * @throws {RangeError} where no band includes the share; a test proves that bands cover 0 to 100 percent
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

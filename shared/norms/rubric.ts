/** A span of percent with its closed ends declared: `[)` holds its lower end, `[]` both. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly ends: '[)' | '[]';
  readonly points: number;
}

/** What a rule can ask a report: answered with yes, no, or not at all. */
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

/** How the points of a criterion are computed from a report's figures. */
export type Rule =
  /** By the minutes missing to the shortest allowed length. A step includes its end; beyond the last it gives `beyond`. */
  | {
      readonly by: 'minutes';
      readonly missing: readonly ({ readonly points: number } & (
        | { readonly minutes: number }
        | { readonly percent: number }
      ))[];
      readonly beyond: number;
    }
  /** By the share present; one absence without a reason gives `unexcused`, whatever the share. */
  | { readonly by: 'attendance'; readonly bands: readonly Band[]; readonly unexcused: number }
  /** By the share of those present who spoke. */
  | { readonly by: 'speakers'; readonly bands: readonly Band[] }
  /** By the share of the last resolution's targets that were met. */
  | { readonly by: 'targets'; readonly bands: readonly Band[] }
  /** Points for each question that is answered with yes. */
  | { readonly by: 'answers'; readonly points: Readonly<Partial<Record<Question, number>>> };

/** On what a criterion may depend: a cell with a committee, a month with a thematic meeting, targets that were set. */
export type Condition = 'committee' | 'thematic' | 'targets';

/** What becomes of a criterion that does not apply: full marks, out of the total, or its points go to another one. */
export type Otherwise = 'full' | 'excluded' | { readonly raises: string };

interface CriterionBase {
  readonly id: string;
  readonly max: number;
  readonly applies?: { readonly when: Condition; readonly otherwise: Otherwise };
}

/** A line of the score sheet. A computed line follows from figures and cannot be typed; a judged line is entered. */
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
 * The band that a share falls into, compared on whole numbers.
 *
 * @throws {RangeError} for a share that is in none: bands cover 0 to 100 percent, which a test holds
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

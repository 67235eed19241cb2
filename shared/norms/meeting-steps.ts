/** What happens in a regular meeting, one step after the other. */
export const meetingSteps = [
  'opening',
  'news',
  'last',
  'orientation',
  'discussion',
  'thematic',
  'answers',
  'criticism',
  'closing',
  'scoring',
] as const;
export type MeetingStepId = (typeof meetingSteps)[number];

/** A step with its minutes; of the one that takes what is left of the shortest meeting, the least it must have. */
export interface MeetingStep {
  readonly id: MeetingStepId;
  readonly minutes: number;
  readonly takesTheRest?: true;
}

/** The least minutes that the discussion keeps, where a cell may meet for a shorter time. */
const LEAST = 15;
const discussion: MeetingStep = { id: 'discussion', minutes: LEAST, takesTheRest: true };

/**
 * The steps of the regular meeting by regime. Their order is the norms'; the minutes are ours, so that the discussion has
 * the largest part.
 *
 * @see 42-HD/BTCTW (28/10/2025): opening with the roll call, last month's results, information and orientation, discussion
 * with self-criticism, petitions, conclusion with tasks and days, scoring
 * @see 12-HD/BTCTW (06/07/2018): news first, last month's results, discussion, criticism, conclusion; no scoring
 */
const steps = {
  current: [
    { id: 'opening', minutes: 5 },
    { id: 'last', minutes: 15 },
    { id: 'orientation', minutes: 10 },
    discussion,
    { id: 'answers', minutes: 10 },
    { id: 'scoring', minutes: 10 },
  ],
  of2018: [
    { id: 'opening', minutes: 5 },
    { id: 'news', minutes: 10 },
    { id: 'last', minutes: 15 },
    discussion,
    { id: 'answers', minutes: 5 },
    { id: 'criticism', minutes: 10 },
    { id: 'closing', minutes: 10 },
  ],
} as const satisfies Record<string, readonly MeetingStep[]>;

export type MeetingSteps = keyof typeof steps;

interface Meeting {
  readonly steps: MeetingSteps;
  /** Of the regime, for a cell of so many members. */
  readonly shortest: { readonly regular: number; readonly withThematic: number };
  /** Whether a thematic part follows in the same session. */
  readonly thematic: boolean;
}

/**
 * The steps of a meeting with their minutes, which add up to the shortest one that the norms ask for.
 *
 * @example stepsOf({ steps: 'current', shortest: { regular: 90, withThematic: 120 }, thematic: false })[3] //=> { id: 'discussion', minutes: 40 }
 */
export function stepsOf({ steps: named, shortest, thematic }: Meeting): readonly Omit<MeetingStep, 'takesTheRest'>[] {
  const own: readonly MeetingStep[] = steps[named];
  const extra = shortest.withThematic - shortest.regular;
  const taken = own.reduce((sum, { minutes, takesTheRest }) => sum + (takesTheRest ? 0 : minutes), 0);
  return own.flatMap(({ id, minutes, takesTheRest }) => {
    const step = { id, minutes: takesTheRest ? Math.max(minutes, shortest.regular - taken) : minutes };
    return takesTheRest && thematic ? [step, { id: 'thematic' as const, minutes: extra }] : [step];
  });
}

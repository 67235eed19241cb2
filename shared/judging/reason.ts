import type { Target } from '#shared/norms/regimes.ts';
import type { Condition, Question } from '#shared/norms/rubric.ts';

/** Why a line of the score sheet has its points: a code, and the values in its sentence. Shares are in percent. */
interface ReasonFacts {
  readonly longEnough: readonly [minutes: number, least: number];
  readonly tooShort: readonly [missingMinutes: number, least: number];
  readonly present: readonly [present: number, required: number, share: number, target: Target];
  readonly unexcused: readonly [members: number];
  readonly spoke: readonly [speakers: number, present: number, share: number];
  readonly targets: readonly [met: number, set: number, done: number, tasks: number];
  readonly answers: readonly [yes: readonly Question[], no: readonly Question[]];
  readonly noBase: readonly [];
  readonly nobodyCame: readonly [];
  readonly unknown: readonly [];
  readonly judged: readonly [];
  readonly notJudged: readonly [];
  /** The cell's own points, and the reason of the reviewer who changed them. */
  readonly rescored: readonly [own: number | undefined, reason: string];
  /** A line that does not apply: it has full marks, or is outside the total. */
  readonly full: readonly [condition: Condition];
  readonly left: readonly [condition: Condition];
}

export type Reason = { [Code in keyof ReasonFacts]: readonly [Code, ...ReasonFacts[Code]] }[keyof ReasonFacts];

/** Every reason in one language, with the texts added for a line's points and for a raised maximum. */
export type ReasonWords = {
  readonly [Code in keyof ReasonFacts]: (...facts: ReasonFacts[Code]) => string;
} & {
  readonly points: (points: number, max: number) => string;
  readonly raised: (from: number, max: number) => string;
};

import type { Condition, Question } from '#shared/norms/rubric.ts';

/** Why a line of the score sheet has its points: a code, and the values in its sentence. Shares are in percent;
 * `fromMembers` is the size of cell from which a length holds, 0 if it is that of all. */
interface ReasonFacts {
  readonly longEnough: readonly [minutes: number, least: number, fromMembers: number];
  readonly tooShort: readonly [missingMinutes: number, least: number, fromMembers: number];
  /** Regular and thematic meeting in one session: the minutes of both. */
  readonly session: readonly [minutes: number, least: number, fromMembers: number];
  /** `full`: the share from which the line has full marks. */
  readonly present: readonly [present: number, required: number, share: number, full: number];
  readonly unexcused: readonly [members: number];
  readonly spoke: readonly [speakers: number, present: number, share: number, full: number];
  readonly targets: readonly [met: number, set: number, done: number, tasks: number, share: number, full: number];
  readonly answers: readonly [yes: readonly Question[], no: readonly Question[]];
  readonly noBase: readonly [];
  readonly nobodyCame: readonly [];
  /** What was left blank. */
  readonly unknown: readonly [of: readonly (Question | 'speakers' | 'targets')[]];
  readonly judged: readonly [];
  readonly notJudged: readonly [];
  /** The cell's own points, and the reason of the reviewer who changed them. */
  readonly rescored: readonly [own: number | undefined, reason: string];
  /** The points are those of the month's thematic report. */
  readonly thematicReport: readonly [];
  /** A line whose points, if it has any, are a lower share than those of the line that takes its place. */
  readonly lower: readonly [points: number | undefined, max: number];
  /** A line that does not apply: it has full marks, or is outside the total. */
  readonly full: readonly [condition: Condition];
  readonly left: readonly [condition: Condition];
}

export type Reason = { [Code in keyof ReasonFacts]: readonly [Code, ...ReasonFacts[Code]] }[keyof ReasonFacts];

/** The reasons of a line that is scored from figures and lacks points: the form's script has room for no others. */
export type LackingWords = Pick<
  ReasonWords,
  'tooShort' | 'present' | 'unexcused' | 'spoke' | 'targets' | 'answers' | 'points'
>;

/** Every reason in one language, with the texts added for a line's points and for a raised maximum. */
export type ReasonWords = {
  readonly [Code in keyof ReasonFacts]: (...facts: ReasonFacts[Code]) => string;
} & {
  readonly points: (points: number, max: number) => string;
  readonly raised: (from: number, max: number) => string;
};

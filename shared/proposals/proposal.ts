import type { Actor } from '#shared/access/session.ts';
import type { Day, Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A meeting before which members may propose. */
export interface ProposalsOf {
  readonly cell: UnitId;
  readonly month: Month;
}

/** Whether members may propose before a meeting. Revisions are only ever added. */
export interface Opening extends ProposalsOf {
  readonly state: 'open' | 'closed';
  /** The last day on which it is open, in Vietnam. */
  readonly until: Day;
  /** With our secret it makes the code (`functions/prepare/proposals/code-with.ts`); alone it says nothing of it. */
  readonly nonce: string;
  readonly codeDigest: string;
}

export interface OpeningRevision extends Opening {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

/** What the cell says to a proposal: it comes on the agenda, or a reply. */
export interface Answered {
  readonly state: 'agenda' | 'replied';
  /** Must stand with `replied`. */
  readonly reply?: string;
}

/** A proposal of somebody who is not asked who he is, with the cell's newest answer. */
export interface Proposal {
  /** From 1, within its meeting. */
  readonly number: number;
  readonly text: string;
  /** The day it came; no time, which could tell whose it is. */
  readonly on: Day;
  readonly answer?: Answered;
  /** 1 as it came; each answer adds one. */
  readonly revision: number;
}

/** What members propose before one meeting. */
export interface MeetingProposals {
  /** Absent where nobody was ever asked. */
  readonly opening?: OpeningRevision;
  readonly proposals: readonly Proposal[];
}

/** How many proposals one meeting takes: more than anybody can deal with. */
export const MOST_PROPOSALS = 60;
export const LONGEST_PROPOSAL = 500;
export const LONGEST_REPLY = 300;

/** @example proposalIdOf({ cell: 'hiep-hoa.thang.tieu-hoc', month: '2026-12' }, 3) //=> 'hiep-hoa.thang.tieu-hoc_2026-12_3' */
export function proposalIdOf({ cell, month }: ProposalsOf, number: number): string {
  return `${cell}_${month}_${number}`;
}

/** Whether an opening takes proposals on a day. */
export function isOpen(opening: Pick<Opening, 'state' | 'until'> | undefined, today: Day): boolean {
  return opening?.state === 'open' && today <= opening.until;
}

/** How many proposals came, and how many of them the cell has answered. */
export function countsOf(proposals: readonly Pick<Proposal, 'answer'>[]): { received: number; answered: number } {
  return { received: proposals.length, answered: proposals.filter(({ answer }) => answer).length };
}

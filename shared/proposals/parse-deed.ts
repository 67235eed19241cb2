import { oneLine } from '#shared/input/clean-text.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import { mostOpenDays, openUntil } from '#shared/proposals/open-days.ts';
import {
  type Answered,
  isOpen,
  LONGEST_REPLY,
  type MeetingProposals,
  MOST_PROPOSALS,
} from '#shared/proposals/proposal.ts';

/** What a cell does about proposals, upon the revision that it saw. */
export type ProposalDeed = { readonly seen: number } & (
  | { readonly kind: 'open'; readonly until: Day }
  | { readonly kind: 'renew' | 'close' }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answered }
);

export type ParsedDeed =
  | { readonly ok: true; readonly deed: ProposalDeed }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

interface Setting {
  readonly today: Day;
  /** The day of the meeting, as far as it is known. */
  readonly meeting: Day | undefined;
  readonly found: MeetingProposals;
}

const actions = ['open', 'renew', 'close', 'agenda', 'reply'] as const;

/** The field of the reply to a proposal: each has one of its own on the page. */
export function replyField(number: number | string): string {
  return `reply.${number}`;
}

/** Reads what a cell does about the proposals before its meeting. */
export function parseDeed(typed: Typed, { today, meeting, found }: Setting): ParsedDeed {
  const fields = new Fields(typed);
  const action = fields.choice('action', actions);
  const seen = fields.count('seen', 'optional', 9999) ?? 0;
  const deed = action && readDeed(action, seen);
  fields.refuseOthers();
  return deed && fields.errors.length === 0 ? { ok: true, deed } : { ok: false, errors: fields.errors };

  function readDeed(action: (typeof actions)[number], seen: number): ProposalDeed | undefined {
    if (action === 'agenda' || action === 'reply') return readAnswer(action, seen);
    const most = mostOpenDays(today, meeting);
    const days = fields.count('days', action === 'open' && most > 0 ? 'required' : 'optional', Math.max(most, 1));
    if (action !== 'open') {
      if (!isOpen(found.opening, today)) fields.refuse('days', 'proposals-closed');
      return { kind: action, seen };
    }
    if (most === 0) fields.refuse('days', 'meeting-over');
    else if (days === 0) fields.refuse('days', 'not-a-count');
    return days === undefined ? undefined : { kind: 'open', until: openUntil(today, days), seen };
  }

  function readAnswer(action: 'agenda' | 'reply', seen: number): ProposalDeed | undefined {
    const number = fields.count('number', 'required', MOST_PROPOSALS);
    if (number === undefined) return undefined;
    if (!found.proposals.some((each) => each.number === number)) fields.refuse('number', 'not-a-choice');
    const field = replyField(number);
    const said = action === 'reply' ? fields.words(field, LONGEST_REPLY) : fields.optionalWords(field, LONGEST_REPLY);
    const reply = said && oneLine(said);
    const answer: Answered = { state: action === 'agenda' ? 'agenda' : 'replied', ...(reply && { reply }) };
    return { kind: 'answer', number, answer, seen };
  }
}
